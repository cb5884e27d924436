package painpathway.nextquestion;

import java.util.Arrays;
import java.util.BitSet;
import painpathway.nextquestion.RuleGraph.AnyOf;
import painpathway.nextquestion.RuleGraph.Line;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;

/**
 * How every test, rule and finding can still come out at each painful place: the truth values that some way of answering the
 * blank questions leads to. "Not known" is an answer here, and stays.
 *
 * <p>No value is ever missing, because parts are combined in every way in which they can come out. There may be too many,
 * because the parts are combined as if no two of them depended on the same question. Each further answer only takes values away.
 * Immutable.
 */
final class ReachableTruths {

    private final RuleGraph graph;
    private final AnswersSoFar answers;
    private final AtPlace[] places;

    private ReachableTruths(RuleGraph graph, AnswersSoFar answers, AtPlace[] places) {
        this.graph = graph;
        this.answers = answers;
        this.places = places;
    }

    /** The truths at one place, by the index of the test, the rule and the alternatives. Rules of other policies have none. */
    private record AtPlace(TruthSet[] tests, TruthSet[] rules, TruthSet[] anyOf) {

        static AtPlace empty(RuleGraph graph) {
            return new AtPlace(
                    none(graph.tests().size()),
                    none(graph.book().rules().size()),
                    none(graph.anyOf().size()));
        }

        private static TruthSet[] none(int size) {
            TruthSet[] none = new TruthSet[size];
            Arrays.fill(none, TruthSet.NONE);
            return none;
        }

        AtPlace copy() {
            return new AtPlace(tests.clone(), rules.clone(), anyOf.clone());
        }
    }

    static ReachableTruths of(RuleGraph graph, Assessment assessment) {
        AnswersSoFar answers = AnswersSoFar.of(graph, assessment);
        AtPlace[] places = new AtPlace[answers.places()];
        for (int place = 0; place < places.length; place++) {
            places[place] = AtPlace.empty(graph);
        }
        ReachableTruths truths = new ReachableTruths(graph, answers, places);
        for (int place = 0; place < places.length; place++) {
            truths.evaluate(place);
        }
        return truths;
    }

    private void evaluate(int place) {
        AtPlace at = places[place];
        for (AnswerTest test : graph.tests()) {
            at.tests[test.index()] = test.truths(answers, place);
        }
        // Criteria come before patterns, which read them.
        for (Finding finding : graph.findings()) {
            AnyOf deciding = graph.rulesOf(finding);
            for (ClinicalRule rule : deciding.rules()) {
                at.rules[rule.index()] = evaluate(rule, place);
            }
            at.anyOf[deciding.index()] = evaluate(deciding, place);
        }
        for (ClinicalRule rule : graph.adviceRules()) {
            at.rules[rule.index()] = evaluate(rule, place);
        }
        for (AnyOf part : graph.anyOf()) {
            at.anyOf[part.index()] = evaluate(part, place);
        }
    }

    /** A rule is met if all its tests and lines are. */
    private TruthSet evaluate(ClinicalRule rule, int place) {
        TruthSet all = TruthSet.MET;
        for (AnswerTest test : graph.tests(rule)) {
            all = all.and(test(test, place));
        }
        for (Line line : graph.lines(rule)) {
            all = all.and(line(line, place));
        }
        return all;
    }

    /** One of the rules is enough; with none it is not met. */
    private TruthSet evaluate(AnyOf some, int place) {
        TruthSet[] rules = places[place].rules;
        TruthSet any = TruthSet.NOT_MET;
        for (ClinicalRule rule : some.rules()) {
            any = any.or(rules[rule.index()]);
            if (any == TruthSet.MET) {
                break;
            }
        }
        return any;
    }

    /** The same with one more answer. Evaluates only what depends on it, because many answers are tried for one question. */
    ReachableTruths with(Item item, Answer answer) {
        ReachableTruths then = new ReachableTruths(graph, answers.with(item, answer), places.clone());
        for (int place = 0; place < places.length; place++) {
            BitSet rules = new BitSet();
            if (item.countsAt(place)) {
                then.evaluateTestsOn(item.question(), place, this, rules);
            }
            for (Question dependent : graph.dependents(item.question())) {
                if (then.answers.due(dependent, place) != answers.due(dependent, place)) {
                    then.evaluateTestsOn(dependent, place, this, rules);
                }
            }
            then.evaluateAgain(rules, place);
        }
        return then;
    }

    /** Evaluates the tests that depend on a question, and adds the rules of those that come out differently now. */
    private void evaluateTestsOn(Question question, int place, ReachableTruths before, BitSet rules) {
        for (AnswerTest test : graph.testsOn(question)) {
            TruthSet now = test.truths(answers, place);
            if (now != test(test, place)) {
                if (places[place] == before.places[place]) {
                    places[place] = before.places[place].copy();
                }
                places[place].tests[test.index()] = now;
                rules.set(test.rule().index());
            }
        }
    }

    /** Evaluates these rules, all that reads them, and so on. */
    private void evaluateAgain(BitSet changed, int place) {
        AtPlace at = places[place];
        BitSet parts = new BitSet();
        // Rules are in the order of the stages and read only what comes before them.
        for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
            ClinicalRule rule = graph.book().rules().get(i);
            TruthSet now = evaluate(rule, place);
            if (now == at.rules[i]) {
                continue;
            }
            at.rules[i] = now;
            Finding finding = graph.finding(rule);
            if (finding == null) {
                parts.or(graph.partsOf(rule));
            } else if (changes(graph.rulesOf(finding), place)) {
                graph.readers(finding).forEach(r -> changed.set(r.rule().index()));
            }
        }
        for (int i = parts.nextSetBit(0); i >= 0; i = parts.nextSetBit(i + 1)) {
            at.anyOf[i] = evaluate(graph.anyOf().get(i), place);
        }
    }

    private boolean changes(AnyOf rules, int place) {
        TruthSet before = any(rules, place);
        places[place].anyOf[rules.index()] = evaluate(rules, place);
        return any(rules, place) != before;
    }

    RuleGraph graph() {
        return graph;
    }

    AnswersSoFar answers() {
        return answers;
    }

    /** How many painful places there are. */
    int places() {
        return places.length;
    }

    TruthSet test(AnswerTest test, int place) {
        return places[place].tests[test.index()];
    }

    TruthSet rule(ClinicalRule rule, int place) {
        return places[place].rules[rule.index()];
    }

    TruthSet finding(Finding finding, int place) {
        return any(graph.rulesOf(finding), place);
    }

    TruthSet line(Line line, int place) {
        return line.ofFinding(any(line.deciding(), place));
    }

    /** Whether any of these rules is met. */
    TruthSet any(AnyOf rules, int place) {
        return places[place].anyOf[rules.index()];
    }

    /** Whether any of these rules is met at any place. */
    TruthSet anywhere(AnyOf rules) {
        TruthSet any = TruthSet.NOT_MET;
        for (int place = 0; place < places.length; place++) {
            any = any.or(any(rules, place));
        }
        return any;
    }
}
