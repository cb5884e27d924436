package painpathway.nextquestion;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Derivation;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Question.Condition;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;

/**
 * What the answers so far can still lead to: for every rule, every finding and whether each question is due, the truths that some way of
 * answering the blank questions leads to. Never too few; sometimes too many, because each question is considered alone. "Not known"
 * is an answer here that stays. More answers only ever take truths away.
 */
final class ReachableTruths {

    private final RuleGraph wiring;
    private final Answer[][] given;
    final int places;
    final byte[][] due;
    final byte[][] check;
    final byte[][] rule;
    final byte[][] finding;

    /** The outlook before anything is evaluated, or a copy of one with different answers. */
    private ReachableTruths(RuleGraph wiring, Answer[][] given, ReachableTruths before) {
        this.wiring = wiring;
        this.given = given;
        this.places = given.length;
        this.due = new byte[places][];
        this.check = new byte[places][];
        this.rule = new byte[places][];
        this.finding = new byte[places][];
        for (int place = 0; place < places; place++) {
            due[place] = before == null ? new byte[wiring.asked.size()] : before.due[place].clone();
            check[place] = before == null ? new byte[wiring.checks.length] : before.check[place].clone();
            rule[place] = before == null ? new byte[wiring.parts.length] : before.rule[place].clone();
            finding[place] = before == null ? new byte[wiring.rulesOf.length] : before.finding[place].clone();
        }
    }

    static ReachableTruths of(RuleGraph wiring, Assessment assessment) {
        int places = Math.max(1, assessment.pains().size());
        Answer[][] given = new Answer[places][wiring.asked.size()];
        for (int place = 0; place < places; place++) {
            Map<String, Answer> pain =
                    assessment.pains().isEmpty() ? Map.of() : assessment.pains().get(place);
            for (Question question : wiring.asked) {
                given[place][question.index()] = (question.perPain() ? pain : assessment.patient()).get(question.id());
            }
        }
        ReachableTruths outlook = new ReachableTruths(wiring, given, null);
        for (Question question : wiring.asked) {
            outlook.decideDue(question);
        }
        for (int place = 0; place < places; place++) {
            outlook.evaluate(place);
        }
        return outlook;
    }

    /** The same with one more answer. Evaluates again only what depends on it, because an intake tries many answers. */
    ReachableTruths with(Question question, int at, Answer answer) {
        Answer[][] more = new Answer[places][];
        for (int place = 0; place < places; place++) {
            more[place] = given[place];
            if (!question.perPain() || place == at) {
                more[place] = given[place].clone();
                more[place][question.index()] = answer;
            }
        }
        ReachableTruths outlook = new ReachableTruths(wiring, more, this);
        for (int child : wiring.children[question.index()]) {
            outlook.decideDue(wiring.asked.get(child));
        }
        for (int place = 0; place < places; place++) {
            outlook.update(question, place, this);
        }
        return outlook;
    }

    private void update(Question question, int place, ReachableTruths before) {
        BitSet changedRules = new BitSet(rule[place].length);
        if (given[place] != before.given[place]) {
            test(question.index(), place, changedRules);
        }
        for (int child : wiring.children[question.index()]) {
            if (due[place][child] != before.due[place][child]) {
                test(child, place, changedRules);
            }
        }
        // Rules are in the order of the stages and read only what comes before them.
        for (int r = changedRules.nextSetBit(0); r >= 0; r = changedRules.nextSetBit(r + 1)) {
            byte truths = wiring.isCriterion(r) ? checks(r, place) : lines(r, place);
            if (truths != rule[place][r]) {
                rule[place][r] = truths;
                int of = wiring.findingOf[r];
                byte found = of < 0 ? 0 : any(wiring.rulesOf[of], place);
                if (of >= 0 && found != finding[place][of]) {
                    finding[place][of] = found;
                    for (int reader : wiring.readers[of]) {
                        changedRules.set(reader);
                    }
                }
            }
        }
    }

    private void test(int question, int place, BitSet changedRules) {
        for (int c : wiring.checksOf[question]) {
            byte truths = test(wiring.checks[c], place);
            if (truths != check[place][c]) {
                check[place][c] = truths;
                changedRules.set(wiring.ruleOf[c]);
            }
        }
    }

    private void decideDue(Question question) {
        for (int place = 0; place < places; place++) {
            due[place][question.index()] =
                    !question.perPain() && place > 0 ? due[0][question.index()] : due(question, place);
        }
    }

    RuleGraph wiring() {
        return wiring;
    }

    boolean blank(Question question, int place) {
        return given[place][question.index()] == null;
    }

    boolean notKnown(Question question, int place) {
        return given[place][question.index()] instanceof Answer.NotKnown;
    }

    // ------------------------------------------------------------------ being due

    private byte due(Question question, int place) {
        byte truths = TruthSet.MET;
        for (Condition condition : question.askedWhen()) {
            truths = TruthSet.and(truths, met(question, condition, place));
        }
        return truths;
    }

    /** Whether one condition for asking a question can be met. */
    byte met(Question question, Condition condition, int place) {
        Question parent = wiring.questionnaire.question(condition.question());
        if (question.perPain() || !parent.perPain()) {
            return holds(parent, condition, place);
        }
        byte any = TruthSet.NOT_MET;
        for (int other = 0; other < places; other++) {
            any = TruthSet.or(any, holds(parent, condition, other));
        }
        return any;
    }

    private byte holds(Question parent, Condition condition, int place) {
        byte parentDue = due[place][parent.index()];
        byte truths = (byte) (parentDue & ~TruthSet.MET);
        if (TruthSet.can(parentDue, TruthSet.MET)) {
            Answer answer = given[place][parent.index()];
            if (answer == null) {
                truths |= TruthSet.UNKNOWN
                        | (canMatch(parent, condition, true) ? TruthSet.MET : 0)
                        | (canMatch(parent, condition, false) ? TruthSet.NOT_MET : 0);
            } else if (answer instanceof Answer.NotKnown) {
                truths |= TruthSet.UNKNOWN;
            } else {
                truths |= condition.matches(answer) ? TruthSet.MET : TruthSet.NOT_MET;
            }
        }
        return truths;
    }

    private static boolean canMatch(Question parent, Condition condition, boolean match) {
        if (!parent.type().isNumber()) {
            return match ? !condition.anyOf().isEmpty() : !condition.anyOf().containsAll(parent.optionIds());
        }
        double low = condition.atLeast() == null ? parent.min() : condition.atLeast();
        double high = condition.atMost() == null ? parent.max() : condition.atMost();
        return match
                ? low <= parent.max() && high >= parent.min() && low <= high
                : low > parent.min() || high < parent.max();
    }

    // ------------------------------------------------------------------ tests, rules, findings

    private void evaluate(int place) {
        for (int i = 0; i < wiring.checks.length; i++) {
            check[place][i] = test(wiring.checks[i], place);
        }
        for (ClinicalRule criterion : wiring.criteria) {
            rule[place][criterion.index()] = checks(criterion.index(), place);
        }
        // Criteria come before patterns, which read them.
        for (int f = 0; f < finding[place].length; f++) {
            for (int r : wiring.rulesOf[f]) {
                rule[place][r] = wiring.isCriterion(r) ? rule[place][r] : lines(r, place);
            }
            finding[place][f] = any(wiring.rulesOf[f], place);
        }
        for (ClinicalRule advice : wiring.advice) {
            rule[place][advice.index()] = lines(advice.index(), place);
        }
    }

    /** Met if any of these is; ruled out if there are none. */
    byte any(int[] rules, int place) {
        byte any = TruthSet.NOT_MET;
        for (int r : rules) {
            any = TruthSet.or(any, rule[place][r]);
            if (any == TruthSet.MET) {
                break;
            }
        }
        return any;
    }

    private byte checks(int index, int place) {
        byte truths = TruthSet.MET;
        for (int part : wiring.parts[index]) {
            truths = TruthSet.and(truths, check[place][part]);
        }
        return truths;
    }

    private byte lines(int index, int place) {
        byte truths = TruthSet.MET;
        for (int line : wiring.parts[index]) {
            truths = TruthSet.and(truths, line(line, place));
        }
        return truths;
    }

    /** What a line of a rule can become. */
    byte line(int line, int place) {
        byte of = finding[place][line >> 1];
        return (line & 1) == 0 ? of : TruthSet.not(of);
    }

    private byte test(RuleGraph.Check check, int place) {
        Question question = check.question();
        byte isDue = TruthSet.MET;
        if (question.derived()) {
            for (String input : question.derivation().inputs()) {
                isDue = TruthSet.and(
                        isDue, due[place][wiring.questionnaire.question(input).index()]);
            }
        } else {
            isDue = due[place][question.index()];
        }
        byte truths = (byte) (isDue & ~TruthSet.MET);
        if (TruthSet.can(isDue, TruthSet.MET)) {
            truths |= question.derived() && !question.copy() ? derived(check, place) : direct(check, place);
        }
        return truths;
    }

    private byte direct(RuleGraph.Check check, int place) {
        Question question = check.question();
        Answer answer = given[place][wiring.questionnaire.original(question).index()];
        if (answer != null && !(answer instanceof Answer.NotKnown)) {
            return truth(RuleGraph.passes(check.test(), answer));
        }
        byte truths = question.unknownAs() == null
                ? TruthSet.UNKNOWN
                : truth(RuleGraph.passes(check.test(), question.unknownAs()));
        if (answer == null) {
            truths |= (check.canPass() ? TruthSet.MET : 0) | (check.canFail() ? TruthSet.NOT_MET : 0);
        }
        return truths;
    }

    private static byte truth(boolean passes) {
        return passes ? TruthSet.MET : TruthSet.NOT_MET;
    }

    private byte derived(RuleGraph.Check check, int place) {
        Derivation derivation = check.question().derivation();
        double low = 0;
        double high = 0;
        Map<String, Double> least = new HashMap<>();
        Map<String, Double> most = new HashMap<>();
        boolean blank = false;
        for (String id : derivation.inputs()) {
            Question input = wiring.questionnaire.question(id);
            Answer answer = given[place][input.index()];
            boolean open = answer == null;
            if (open || answer instanceof Answer.NotKnown) {
                answer = input.unknownAs();
                if (answer == null && !open) {
                    return TruthSet.UNKNOWN;
                }
                blank |= answer == null;
            }
            if (derivation instanceof Derivation.CountOf count) {
                if (open) {
                    high += input.type() == Question.Type.CHOICE
                            ? 1
                            : count.options().get(id).size();
                } else {
                    double counted = count(answer, count.options().get(id));
                    low += counted;
                    high += counted;
                }
            } else {
                double from = open ? input.min() : ((Answer.Amount) answer).value();
                double to = open ? input.max() : ((Answer.Amount) answer).value();
                boolean grows = derivation.factor(id) >= 0;
                least.put(id, grows ? from : to);
                most.put(id, grows ? to : from);
            }
        }
        if (!(derivation instanceof Derivation.CountOf)) {
            low = derivation.of(least::get);
            high = derivation.of(most::get);
        }
        Literal.Compare compare = (Literal.Compare) check.test();
        return (byte) ((blank ? TruthSet.UNKNOWN : 0)
                | (RuleGraph.canPass(compare, low, high) ? TruthSet.MET : 0)
                | (RuleGraph.canFail(compare, low, high) ? TruthSet.NOT_MET : 0));
    }

    static double count(Answer answer, Set<String> options) {
        if (answer instanceof Answer.Choice choice) {
            return options.contains(choice.option()) ? 1 : 0;
        }
        return ((Answer.Choices) answer)
                .options().stream().filter(options::contains).count();
    }
}
