package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import painpathway.nextquestion.NextQuestion.Asked;
import painpathway.nextquestion.NextQuestion.End;
import painpathway.nextquestion.NextQuestion.Ground;
import painpathway.nextquestion.NextQuestion.Skipped;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Question.Condition;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.Verb;

/** Shows why a question that is not at stake need not be asked, by following every path from it to the advice to its end. */
final class SkipJustifications {

    /** Verbs whose rules only count once they are met; for the others it also matters whether they are ruled out. */
    private static final Set<Verb> ONLY_MET =
            Set.of(Verb.CAUTION, Verb.STANCE, Verb.RED_FLAG, Verb.ALLOW, Verb.OBSTACLE);

    private final ReachableTruths outlook;
    private final RelevanceAnalysis stakes;
    private final RuleGraph wiring;
    private final List<Finding> findings;

    SkipJustifications(ReachableTruths outlook, RelevanceAnalysis stakes) {
        this.outlook = outlook;
        this.stakes = stakes;
        this.wiring = outlook.wiring();
        this.findings = wiring.book.findings();
    }

    List<Skipped> all() {
        List<Skipped> all = new ArrayList<>();
        for (Question question : wiring.asked) {
            for (int place = 0; place < (question.perPain() ? outlook.places : 1); place++) {
                if (outlook.blank(question, place) && !stakes.open(question, place)) {
                    all.add(new Skipped(
                            new Asked(question, question.perPain() ? place : null), new Ways().from(question, place)));
                }
            }
        }
        return List.copyOf(all);
    }

    /** The paths from one question. */
    private final class Ways {

        private final List<Ground> grounds = new ArrayList<>();
        private final byte[][] seen = new byte[outlook.places][wiring.parts.length];
        private final Set<Integer> ends = new HashSet<>();

        List<Ground> from(Question question, int at) {
            if (!TruthSet.can(outlook.due[at][question.index()], TruthSet.MET)) {
                return List.of(new Ground(End.NOT_ASKED, at, closing(question, at), null, null));
            }
            for (int place = question.perPain() ? at : 0;
                    place < (question.perPain() ? at + 1 : outlook.places);
                    place++) {
                checks(question.index(), place);
            }
            for (int child : wiring.children[question.index()]) {
                for (int place = 0; place < outlook.places; place++) {
                    byte due = outlook.due[place][child];
                    boolean open = due != TruthSet.MET && due != TruthSet.UNKNOWN && due != TruthSet.NOT_MET;
                    if (open && (!question.perPain() || !wiring.asked.get(child).perPain() || place == at)) {
                        checks(child, place);
                    }
                }
            }
            return grounds.isEmpty() ? List.of(new Ground(End.NOT_READ, at, null, null, null)) : List.copyOf(grounds);
        }

        /** The parent whose answer keeps the question from being asked. */
        private Question closing(Question question, int place) {
            for (Condition condition : question.askedWhen()) {
                if (!TruthSet.can(outlook.met(question, condition, place), TruthSet.MET)) {
                    return wiring.questionnaire.question(condition.question());
                }
            }
            throw new IllegalStateException(question.id());
        }

        private void checks(int question, int place) {
            for (int check : wiring.checksOf[question]) {
                rule(wiring.ruleOf[check], place, true, true);
            }
        }

        /** Continues from a rule as long as the question can still make it met or make it fail. */
        private void rule(int index, int place, boolean met, boolean failed) {
            int way = (met ? 1 : 0) | (failed ? 2 : 0);
            if ((seen[place][index] & way) == way) {
                return;
            }
            seen[place][index] |= way;
            ClinicalRule rule = wiring.book.rules().get(index);
            byte truths = outlook.rule[place][index];
            int finding = wiring.findingOf[index];
            if (finding >= 0 && decided(finding, place)) {
                end(End.DECIDED, place, null, findings.get(finding));
                return;
            }
            boolean canBeMet = TruthSet.can(truths, TruthSet.MET);
            boolean failsForGood = truths == TruthSet.NOT_MET;
            if (rule.verb() != Verb.SUPPORT && (failsForGood || met && !canBeMet)) {
                end(End.FAILS, place, rule, failing(index, truths, place));
            }
            boolean stillMet = met && canBeMet;
            boolean stillFailed = failed && !failsForGood;
            if (finding < 0) {
                if (rule.verb() != Verb.SUPPORT && (stillMet || stillFailed && !ONLY_MET.contains(rule.verb()))) {
                    end(End.CLOSED, place, rule, null);
                }
                return;
            }
            if (stillFailed && !TruthSet.can(outlook.finding[place][finding], TruthSet.NOT_MET)) {
                end(End.NEVER_RULED_OUT, place, null, findings.get(finding));
                stillFailed = false;
            }
            for (int reader : stillMet || stillFailed ? wiring.readers[finding] : new int[0]) {
                boolean wanted = wanted(reader, finding);
                rule(reader, place, wanted ? stillMet : stillFailed, wanted ? stillFailed : stillMet);
            }
        }

        private boolean wanted(int reader, int finding) {
            for (int line : wiring.parts[reader]) {
                if (line == 2 * finding) {
                    return true;
                }
            }
            return false;
        }

        private boolean decided(int finding, int place) {
            byte of = outlook.finding[place][finding];
            return of == TruthSet.MET || of == TruthSet.NOT_MET || of == TruthSet.UNKNOWN;
        }

        /** The finding of the line that prevents a rule from being met; null for a rule about the answer itself. */
        private Finding failing(int index, byte truths, int place) {
            for (int line : wiring.isCriterion(index) ? new int[0] : wiring.parts[index]) {
                byte of = outlook.line(line, place);
                if (truths == TruthSet.NOT_MET ? of == TruthSet.NOT_MET : !TruthSet.can(of, TruthSet.MET)) {
                    return findings.get(line >> 1);
                }
            }
            return null;
        }

        private void end(End end, int place, ClinicalRule rule, Finding finding) {
            // A path may end twice at the same point, once for met and once for ruled out.
            int key = 8 * (rule == null ? finding.index() : rule.index() + findings.size()) + end.ordinal();
            if (ends.add(key * outlook.places + place)) {
                grounds.add(new Ground(end, place, null, rule, finding));
            }
        }
    }
}
