package painpathway.pathway;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import painpathway.pathway.NextQuestion.Asked;
import painpathway.pathway.NextQuestion.End;
import painpathway.pathway.NextQuestion.Ground;
import painpathway.pathway.NextQuestion.Skipped;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Question.Condition;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.Verb;

/** Shows why a question that is not at stake need not be asked, by following every path from it to the advice to its end. */
final class Certificates {

    /** Verbs whose rules only count once they are met; for the others it also matters whether they are ruled out. */
    private static final Set<Verb> ONLY_MET =
            Set.of(Verb.CAUTION, Verb.STANCE, Verb.RED_FLAG, Verb.ALLOW, Verb.OBSTACLE);

    private final Outlook outlook;
    private final Stakes stakes;
    private final Wiring wiring;
    private final List<Finding> findings;

    Certificates(Outlook outlook, Stakes stakes) {
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
            if (!Truths.can(outlook.due[at][question.index()], Truths.MET)) {
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
                    boolean open = due != Truths.MET && due != Truths.UNKNOWN && due != Truths.NOT_MET;
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
                if (!Truths.can(outlook.met(question, condition, place), Truths.MET)) {
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
            boolean canBeMet = Truths.can(truths, Truths.MET);
            boolean failsForGood = truths == Truths.NOT_MET;
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
            if (stillFailed && !Truths.can(outlook.finding[place][finding], Truths.NOT_MET)) {
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
            return of == Truths.MET || of == Truths.NOT_MET || of == Truths.UNKNOWN;
        }

        /** The finding of the line that prevents a rule from being met; null for a rule about the answer itself. */
        private Finding failing(int index, byte truths, int place) {
            for (int line : wiring.isCriterion(index) ? new int[0] : wiring.parts[index]) {
                byte of = outlook.line(line, place);
                if (truths == Truths.NOT_MET ? of == Truths.NOT_MET : !Truths.can(of, Truths.MET)) {
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
