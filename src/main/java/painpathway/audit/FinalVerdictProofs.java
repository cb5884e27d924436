package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.logic.RuleBookEncoding;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** Proves that one more answer never takes back a final verdict. */
final class FinalVerdictProofs {

    private static final List<Verdict> FINAL = List.of(Verdict.CANDIDATE, Verdict.CONDITIONAL, Verdict.CONTRAINDICATED);
    private static final List<Verdict> NOT_FOR_THE_PATIENT = List.of(Verdict.NOT_INDICATED, Verdict.CONTRAINDICATED);

    private final Proofs proofs;
    private final RuleBook book;
    private final RuleBookEncoding patient;
    private final FormulaFactory f;

    FinalVerdictProofs(Proofs proofs) {
        this.proofs = proofs;
        this.book = proofs.book();
        this.patient = proofs.patient();
        this.f = proofs.prover().f;
    }

    /** The first patient has left a question blank, the second has answered it. */
    void staysFinal() {
        for (Question question : book.questionnaire().asked()) {
            if (question.unknownAs() == null) {
                String problem = "an answer to '" + question.id() + "' takes back a verdict that was final";
                proofs.twoPatients(
                        question,
                        later -> proofs.never(
                                Defect.of(Guarantee.FINAL, question, problem),
                                patient.answers().answered(question, 0).negate(),
                                later.answers().answered(question, 0),
                                takenBack(question, later)));
            }
        }
    }

    private Formula takenBack(Question question, RuleBookEncoding later) {
        List<Formula> bad = new ArrayList<>();
        for (Intervention intervention : book.catalogue().interventions()) {
            boolean held = heldByCopy(intervention, question);
            for (Verdict verdict : FINAL) {
                // Where a hold reads a blank as an answer, the real answer may lift or bring the hold; what was
                // indicated stays so.
                boolean ofHold = held && verdict != Verdict.CONTRAINDICATED;
                Formula kept = ofHold
                        ? later.verdicts().oneOf(intervention, Prover.INDICATED)
                        : later.verdicts().underlying(intervention, verdict);
                bad.add(f.and(patient.verdicts().underlying(intervention, verdict), f.not(kept)));
            }
            bad.add(f.and(
                    patient.verdicts().underlying(intervention, Verdict.NOT_INDICATED),
                    f.not(later.verdicts().oneOf(intervention, NOT_FOR_THE_PATIENT))));
        }
        return f.or(bad);
    }

    private boolean heldByCopy(Intervention intervention, Question question) {
        List<Question> copies = book.questionnaire().copies(question);
        return !copies.isEmpty()
                && book.forIntervention(intervention.index(), Verb.HOLD).stream()
                        .filter(r -> r.inForce(proofs.policy()))
                        .anyMatch(r -> book.questionsTested(r).stream().anyMatch(copies::contains));
    }
}
