package painpathway.nextquestion;

import java.util.Arrays;
import painpathway.nextquestion.RuleGraph.Line;
import painpathway.nextquestion.RuleGraph.Reader;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;

/**
 * Follows everything forwards from one item to the advice: from the tests of its answer, and of the answers to questions that
 * depend on it, through the rules and findings that they decide. A guide says how far.
 */
final class ForwardWalk {

    /** Decides where the walk goes on. */
    interface Guide {

        /** Whether to go through a question that the item may cause to be asked or not. */
        boolean through(Question dependent, int place);

        /** Whether to go through a test. */
        boolean through(AnswerTest test, int place);

        /**
         * Meets a rule on the way.
         *
         * @param effect what the item may bring about so far: that the rule is met, that it is not met, or both
         * @return what of it can go on to the finding that the rule decides; nothing where the walk ends
         */
        TruthSet through(ClinicalRule rule, int place, TruthSet effect);
    }

    private final ReachableTruths reachable;
    private final RuleGraph graph;
    private final Guide guide;
    /** By place and rule, the effects that were followed already. */
    private final TruthSet[][] followed;

    ForwardWalk(ReachableTruths reachable, Guide guide) {
        this.reachable = reachable;
        this.graph = reachable.graph();
        this.guide = guide;
        this.followed = new TruthSet[reachable.places()][graph.book().rules().size()];
        for (TruthSet[] place : followed) {
            Arrays.fill(place, TruthSet.NONE);
        }
    }

    void from(Item item) {
        for (int place = 0; place < reachable.places(); place++) {
            if (item.countsAt(place)) {
                followTestsOn(item.question(), place);
            }
        }
        for (Question dependent : graph.dependents(item.question())) {
            for (int place = 0; place < reachable.places(); place++) {
                // An answer about one place can decide what the patient is asked, which counts at every place.
                if ((item.countsAt(place) || !dependent.perPain()) && guide.through(dependent, place)) {
                    followTestsOn(dependent, place);
                }
            }
        }
    }

    private void followTestsOn(Question question, int place) {
        for (AnswerTest test : graph.testsOn(question)) {
            if (guide.through(test, place)) {
                follow(test.rule(), place, TruthSet.MET_OR_NOT_MET);
            }
        }
    }

    private void follow(ClinicalRule rule, int place, TruthSet effect) {
        TruthSet before = followed[place][rule.index()];
        TruthSet all = before.plus(effect);
        if (all == before) {
            return;
        }
        followed[place][rule.index()] = all;
        TruthSet onwards = guide.through(rule, place, effect);
        Finding finding = graph.finding(rule);
        if (finding != null && onwards != TruthSet.NONE) {
            for (Reader reader : graph.readers(finding)) {
                Line line = reader.line();
                follow(reader.rule(), place, line.ofFinding(onwards));
            }
        }
    }
}
