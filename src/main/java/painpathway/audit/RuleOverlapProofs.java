package painpathway.audit;

import java.util.Objects;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Verdict;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.logic.RuleBookEncoding;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Stage;
import painpathway.rules.Verb;

/** Proves that no rule is made superfluous by another one. */
final class RuleOverlapProofs {

    private final Proofs proofs;
    private final RuleBookEncoding patient;
    private final FormulaFactory f;
    private final Catalogue catalogue;

    RuleOverlapProofs(Proofs proofs) {
        this.proofs = proofs;
        this.patient = proofs.patient();
        this.f = proofs.prover().f;
        this.catalogue = proofs.book().catalogue();
    }

    /** Each rule can fire without any other one that has the same effect. */
    void notImplied() {
        for (ClinicalRule rule : proofs.rules()) {
            for (ClinicalRule other : proofs.book().rules()) {
                if (other != rule && saysAtLeast(other, rule)) {
                    notImplied(rule, other);
                }
            }
        }
    }

    private void notImplied(ClinicalRule rule, ClinicalRule other) {
        String claim = "implied " + rule.index() + " " + other.index();
        Formula fires = patient.rules().met(rule);
        if (!proofs.shared().isShown(claim) && proofs.prover().possible(fires)) {
            String problem = "says nothing new: whenever it fires, \"" + other.name() + "\" (" + other.file() + ":"
                    + other.line() + ") fires too";
            proofs.possible(
                    claim,
                    Defect.of(Guarantee.NOT_IMPLIED, rule, problem),
                    fires,
                    f.not(patient.rules().met(other)));
        }
    }

    /** Whether another rule says at least what this one says. */
    private boolean saysAtLeast(ClinicalRule other, ClinicalRule rule) {
        if (rule.verb() != other.verb() || !Objects.equals(rule.argument(), other.argument())) {
            return false;
        }
        if (rule.stage() != Stage.ADVICE) {
            return rule.id().equals(other.id());
        }
        boolean aimed = rule.verb() == Verb.CONTRAINDICATE || rule.verb() == Verb.HOLD || rule.verb() == Verb.CAUTION;
        return rule.target().equals(other.target())
                || aimed && catalogue.targets(other.target()).containsAll(catalogue.targets(rule.target()));
    }

    /** Each rule can suggest its intervention to somebody for whom it is not contraindicated. */
    void notOpposite() {
        for (ClinicalRule rule : proofs.rules()) {
            if (rule.verb() == Verb.SUGGEST
                    && proofs.prover().possible(patient.rules().met(rule))) {
                Intervention intervention = Objects.requireNonNull(catalogue.intervention(rule.target()));
                String problem = "suggests '" + rule.target() + "' only to patients for whom it is contraindicated";
                proofs.possible(
                        "opposite " + rule.index(),
                        Defect.of(Guarantee.NOT_OPPOSITE, rule, problem),
                        patient.rules().met(rule),
                        f.not(patient.verdicts().underlying(intervention, Verdict.CONTRAINDICATED)));
            }
        }
    }
}
