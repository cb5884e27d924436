package painpathway.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.logic.RuleBookEncoding;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** Proves that verdicts can be reached, and that each patient gets one of them and one urgency. */
final class VerdictProofs {

    private final Proofs proofs;
    private final RuleBook book;
    private final RuleBookEncoding patient;
    private final FormulaFactory f;

    VerdictProofs(Proofs proofs) {
        this.proofs = proofs;
        this.book = proofs.book();
        this.patient = proofs.patient();
        this.f = proofs.prover().f;
    }

    /** Every intervention can get every verdict that its rules allow. */
    void verdictsReached() {
        for (Intervention intervention : book.catalogue().interventions()) {
            for (Verdict verdict : AllowedVerdicts.of(book, intervention)) {
                String problem =
                        "'" + intervention.id() + "' is never " + verdict.word() + ", although its rules allow it";
                proofs.possible(
                        "reach " + intervention.id() + " " + verdict,
                        Defect.of(Guarantee.VERDICTS_REACHED, intervention, problem),
                        patient.verdicts().oneOf(intervention, List.of(verdict)));
            }
        }
    }

    /** Nobody gets two verdicts on one intervention, or none, or two urgencies, or none. */
    void oneOutcome() {
        for (Intervention intervention : book.catalogue().interventions()) {
            List<Formula> verdicts = Arrays.stream(Verdict.values())
                    .map(v -> patient.verdicts().shown(intervention, v))
                    .toList();
            String problem = "'" + intervention.id() + "' has no verdict, or more than one";
            proofs.never(Defect.of(Guarantee.ONE_OUTCOME, intervention, problem), notExactlyOne(verdicts));
        }
        List<Formula> urgencies =
                Arrays.stream(Urgency.values()).map(patient::urgency).toList();
        proofs.never(
                Defect.ofAll(Guarantee.ONE_OUTCOME, "there is no urgency, or more than one"), notExactlyOne(urgencies));
    }

    private Formula notExactlyOne(List<Formula> all) {
        List<Formula> ways = new ArrayList<>();
        ways.add(f.not(f.or(all)));
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                ways.add(f.and(all.get(i), all.get(j)));
            }
        }
        return f.or(ways);
    }

    /** Nobody is offered an intervention that a rule contraindicates. */
    void noCandidateBesideContraindication() {
        for (Intervention intervention : book.catalogue().interventions()) {
            String problem = "'" + intervention.id() + "' is suggested although it is contraindicated";
            proofs.never(
                    Defect.of(Guarantee.NO_CANDIDATE_BESIDE_CONTRAINDICATION, intervention, problem),
                    patient.verdicts().oneOf(intervention, Prover.INDICATED),
                    patient.verdicts().any(intervention, Verb.CONTRAINDICATE));
        }
    }
}
