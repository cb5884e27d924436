package painpathway.pathway;

import java.util.ArrayList;
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

/** Why each question that is not at stake need not be asked: every way from it to the advice is followed to where it ends. */
final class Certificates {

    /** Verbs whose rules only count once they hold; for the others it also matters whether they are ruled out. */
    private static final Set<Verb> ONLY_MET = Set.of(Verb.CAUTION, Verb.STANCE, Verb.RED_FLAG, Verb.ALLOW, Verb.OBSTACLE);

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
                    all.add(new Skipped(new Asked(question, question.perPain() ? place : null), new Ways().from(question, place)));
                }
            }
        }
        return List.copyOf(all);
    }

    /** The ways from one question. */
    private final class Ways {

        private final List<Ground> grounds = new ArrayList<>();
        private final boolean[][] seenRules = new boolean[outlook.places][wiring.parts.length];
        private final boolean[][] seenFindings = new boolean[outlook.places][wiring.rulesOf.length];

        List<Ground> from(Question question, int at) {
            if (!Truths.can(outlook.due[at][question.index()], Truths.MET)) {
                return List.of(new Ground(End.NOT_ASKED, at, closing(question, at), null, null));
            }
            for (int place = question.perPain() ? at : 0; place < (question.perPain() ? at + 1 : outlook.places); place++) {
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
                rule(wiring.ruleOf[check], place);
            }
        }

        private void rule(int index, int place) {
            if (seenRules[place][index]) {
                return;
            }
            seenRules[place][index] = true;
            ClinicalRule rule = wiring.book.rules().get(index);
            byte truths = outlook.rule[place][index];
            int finding = wiring.findingOf[index];
            if (finding >= 0) {
                finding(rule, truths, finding, place);
            } else if (truths == Truths.NOT_MET || ONLY_MET.contains(rule.verb()) && !Truths.can(truths, Truths.MET)) {
                fails(rule, truths, place);
            } else if (rule.verb() != Verb.SUPPORT) {
                grounds.add(new Ground(End.CLOSED, place, null, rule, null));
            }
        }

        private void finding(ClinicalRule rule, byte truths, int finding, int place) {
            byte of = outlook.finding[place][finding];
            if (of == Truths.MET || of == Truths.NOT_MET || of == Truths.UNKNOWN) {
                if (!seenFindings[place][finding]) {
                    grounds.add(new Ground(End.DECIDED, place, null, null, findings.get(finding)));
                }
                seenFindings[place][finding] = true;
            } else if (truths == Truths.NOT_MET || stakes.atStake(finding, place) && !Truths.can(truths, Truths.MET)) {
                fails(rule, truths, place);
            } else {
                for (int reader : wiring.readers[finding]) {
                    rule(reader, place);
                }
            }
        }

        private void fails(ClinicalRule rule, byte truths, int place) {
            Finding failing = null;
            for (int line : wiring.isCriterion(rule.index()) ? new int[0] : wiring.parts[rule.index()]) {
                byte of = outlook.line(line, place);
                if (truths == Truths.NOT_MET ? of == Truths.NOT_MET : !Truths.can(of, Truths.MET)) {
                    failing = findings.get(line >> 1);
                    break;
                }
            }
            grounds.add(new Ground(End.FAILS, place, null, rule, failing));
        }
    }
}
