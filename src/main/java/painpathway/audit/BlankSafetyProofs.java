package painpathway.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.logic.RuleBookEncoding;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** Proves that a blank safety question never makes the outcome less cautious. */
final class BlankSafetyProofs {

    private static final List<Urgency> CAUTIOUS =
            List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.INSUFFICIENT_INFORMATION);

    private final Proofs proofs;
    private final RuleBook book;
    private final RuleBookEncoding patient;
    private final FormulaFactory f;

    BlankSafetyProofs(Proofs proofs) {
        this.proofs = proofs;
        this.book = proofs.book();
        this.patient = proofs.patient();
        this.f = proofs.prover().f;
    }

    /** The first patient has answered a safety question, the second has left it blank and is otherwise the same. */
    void blanksAreCautious() {
        for (Question question : book.questionnaire().asked()) {
            if (question.safety()) {
                String problem = "leaving '" + question.id() + "' blank makes the outcome less cautious";
                proofs.twoPatients(
                        question,
                        blank -> proofs.never(
                                Defect.of(Guarantee.BLANK_SAFETY, question, problem),
                                patient.branching().due(question),
                                patient.answers().answered(question, 0),
                                blank.answers().answered(question, 0).negate(),
                                lessCautious(question, blank)));
            }
        }
    }

    /** Less than insufficient information, a procedure that is not withheld, or a missing flag that the answer cannot have raised. */
    private Formula lessCautious(Question question, RuleBookEncoding blank) {
        List<Formula> bad = new ArrayList<>();
        bad.add(f.not(f.or(CAUTIOUS.stream().map(blank::urgency).toList())));
        for (Intervention intervention : book.catalogue().interventions()) {
            if (intervention.procedure()) {
                bad.add(f.not(blank.verdicts().shown(intervention, Verdict.WITHHELD)));
            }
        }
        for (RedFlag flag : book.catalogue().redFlags()) {
            if (!raisedBy(flag, question)) {
                for (String word : RedFlag.URGENCIES) {
                    Urgency at = Urgency.of(word);
                    bad.add(f.and(
                            patient.flags().flag(flag, at), f.not(blank.flags().flag(flag, at))));
                }
            }
        }
        return f.or(bad);
    }

    /** Whether an answer to the question can raise the flag, itself or by opening another question. */
    private boolean raisedBy(RedFlag flag, Question question) {
        Set<Question> behind = new LinkedHashSet<>();
        book.naming(Verb.RED_FLAG, flag.id())
                .forEach(r -> book.questionsBehind(r).forEach(q -> withParents(q, behind)));
        return behind.contains(question);
    }

    private void withParents(Question question, Set<Question> all) {
        if (all.add(question)) {
            question.askedWhen().forEach(c -> withParents(book.questionnaire().known(c.question()), all));
        }
    }
}
