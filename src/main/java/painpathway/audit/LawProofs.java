package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.Formula;

/** Proves the laws of the rules folder. */
final class LawProofs {

    private final Proofs proofs;
    private final List<Law> laws;
    private final LawFormulas formulas;

    /** @param laws those that the policy has to keep */
    LawProofs(Proofs proofs, List<Law> laws) {
        this.proofs = proofs;
        this.laws = laws;
        this.formulas = new LawFormulas(proofs.prover().f, proofs.patient());
    }

    /** Every law is about somebody, and nobody breaks it. */
    void laws() {
        for (Law law : laws) {
            List<Formula> when = formulas.when(law);
            Defect nobody = Defect.of(Guarantee.LAWS, law, "fits no patient");
            proofs.possible("law " + law.id(), nobody, when.toArray(Formula[]::new));
            for (LawFormulas.Broken broken : formulas.broken(law)) {
                List<Formula> all = new ArrayList<>(when);
                all.add(broken.formula());
                Defect defect = Defect.of(Guarantee.LAWS, law, "does not hold (" + broken.about() + ")");
                proofs.never(defect, all.toArray(Formula[]::new));
            }
        }
    }

    /** No answer to a question that a law calls unread changes anything. */
    void unread() {
        for (Law law : laws) {
            if (law.then() instanceof Law.Then.Unread unread) {
                Defect defect = Defect.of(Guarantee.ORDER, law, "does not hold");
                proofs.twoPatients(
                        unread.question(),
                        other -> proofs.never(defect, proofs.prover().differentAdvice(other)));
            }
        }
    }
}
