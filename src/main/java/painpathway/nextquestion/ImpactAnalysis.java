package painpathway.nextquestion;

import java.util.List;
import java.util.Set;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Verb;

/** Which entries of the advice one question can still change, following everything at stake forwards from it. */
final class ImpactAnalysis {

    private static final int BESIDE = 1;
    private static final int BACK = 2;
    private static final int VERDICT = 4;

    private final ReachableTruths outlook;
    private final RelevanceAnalysis stakes;
    private final RuleGraph wiring;
    /** By place and intervention: which part of the entry can change. */
    private final int[][] entries;

    private final boolean[][] seen;

    ImpactAnalysis(ReachableTruths outlook, RelevanceAnalysis stakes) {
        this.outlook = outlook;
        this.stakes = stakes;
        this.wiring = outlook.wiring();
        this.entries = new int[outlook.places][wiring.interventions.size()];
        this.seen = new boolean[outlook.places][wiring.parts.length];
    }

    boolean reached(int place, int intervention) {
        return entries[place][intervention] != 0;
    }

    /** The verdicts that the entry can change to; none if only a hold, a stance or a note can change. */
    List<Verdict> canBecome(int place, int intervention, Verdict now) {
        Set<Verdict> can = stakes.verdicts(intervention, place);
        can.remove(now);
        if ((entries[place][intervention] & (VERDICT | BACK)) == 0) {
            can.clear();
        } else if ((entries[place][intervention] & VERDICT) == 0 && now != Verdict.WITHHELD) {
            can.retainAll(Set.of(Verdict.WITHHELD));
        }
        return List.copyOf(can);
    }

    void from(Question question, int at) {
        for (int place = question.perPain() ? at : 0; place < (question.perPain() ? at + 1 : outlook.places); place++) {
            checks(question.index(), place);
        }
        for (int child : wiring.children[question.index()]) {
            for (int place = 0; place < outlook.places; place++) {
                if (!question.perPain() || !wiring.asked.get(child).perPain() || place == at) {
                    checks(child, place);
                }
            }
        }
        if (question.safety()) {
            back(wiring.blankSafetyWithholds);
        }
    }

    private void checks(int question, int place) {
        for (int check : wiring.checksOf[question]) {
            if (stakes.testAtStake(check, place)) {
                rule(wiring.ruleOf[check], place);
            }
        }
    }

    private void rule(int index, int place) {
        if (seen[place][index] || stakes.ruleStake[place][index] == 0) {
            return;
        }
        seen[place][index] = true;
        int finding = wiring.findingOf[index];
        if (finding < 0) {
            advice(wiring.book.rules().get(index), place);
        } else if (stakes.atStake(finding, place)) {
            for (int reader : wiring.readers[finding]) {
                rule(reader, place);
            }
        }
    }

    private void advice(ClinicalRule rule, int place) {
        switch (rule.verb()) {
            case SUGGEST, CONTRAINDICATE, HOLD -> mark(rule, place, VERDICT);
            case CAUTION, STANCE -> mark(rule, place, BESIDE);
            case RED_FLAG -> {
                back(wiring.flagWithholds[
                        wiring.flags.indexOf(wiring.book.catalogue().redFlag(rule.target()))]);
                if (rule.argument().equals(Urgency.EMERGENCY.word())) {
                    for (Intervention intervention : wiring.interventions) {
                        back(
                                wiring.emergencyWithholds[intervention.index()]
                                        ? new int[] {intervention.index()}
                                        : new int[0]);
                    }
                }
            }
            case ALLOW ->
                change(wiring.book.catalogue().intervention(rule.argument()).index(), place, BACK);
            case OBSTACLE ->
                back(wiring.obstacleWithholds[
                        wiring.obstacles.indexOf(wiring.book.catalogue().obstacle(rule.target()))]);
            default -> {}
        }
    }

    private void mark(ClinicalRule rule, int place, int what) {
        for (int i : wiring.book.catalogue().targets(rule.target())) {
            if (what == VERDICT
                    ? !stakes.closed(i, place)
                    : rule.verb() == Verb.STANCE || stakes.suggestable(i, place)) {
                change(i, place, what);
            }
        }
    }

    private void back(int[] interventions) {
        for (int i : interventions) {
            for (int place = 0; place < outlook.places; place++) {
                change(i, place, BACK);
            }
        }
    }

    private void change(int intervention, int place, int what) {
        entries[place][intervention] |= stakes.withheld[place][intervention] ? 0 : what;
    }
}
