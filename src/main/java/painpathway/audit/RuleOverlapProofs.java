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

    /** Each rule can fire without any other one that has the same effect; one with several targets, for each of them. */
    void notImplied() {
        for (ClinicalRule rule : proofs.rules()) {
            for (ClinicalRule other : proofs.book().rules()) {
                if (other != rule && sameKind(other, rule)) {
                    if (rule.targets().isEmpty()) {
                        notImplied(rule, "", other);
                    }
                    rule.targets().stream().filter(t -> covers(other, t)).forEach(t -> notImplied(rule, t, other));
                }
            }
        }
    }

    private void notImplied(ClinicalRule rule, String target, ClinicalRule other) {
        String claim = "implied " + rule.index() + " " + other.index() + target;
        Formula fires = patient.rules().met(rule);
        if (!proofs.shared().isShown(claim) && proofs.prover().possible(fires)) {
            String about = rule.targets().size() > 1 ? " about '" + target + "'" : "";
            String problem = "says nothing new" + about + ": whenever it fires, \"" + other.name() + "\" (" + other.at()
                    + ") fires too";
            proofs.possible(
                    claim,
                    Defect.of(Guarantee.NOT_IMPLIED, rule, problem),
                    fires,
                    f.not(patient.rules().met(other)));
        }
    }

    /** Whether two rules say the same kind of thing, about whatever. */
    private static boolean sameKind(ClinicalRule other, ClinicalRule rule) {
        return rule.verb() == other.verb()
                && rule.subject().equals(other.subject())
                && rule.urgency() == other.urgency()
                && (rule.stage() == Stage.ADVICE || rule.id().equals(other.id()));
    }

    private boolean covers(ClinicalRule other, String target) {
        return catalogue.targets(other.targets()).containsAll(catalogue.targets(target));
    }

    /** Each rule can suggest each of its interventions to somebody for whom it is not contraindicated. */
    void notOpposite() {
        for (ClinicalRule rule : proofs.rules()) {
            if (rule.verb() == Verb.SUGGEST
                    && proofs.prover().possible(patient.rules().met(rule))) {
                rule.targets().forEach(target -> notOpposite(rule, target));
            }
        }
    }

    private void notOpposite(ClinicalRule rule, String target) {
        Intervention intervention = Objects.requireNonNull(catalogue.intervention(target));
        proofs.possible(
                "opposite " + rule.index() + target,
                Defect.of(
                        Guarantee.NOT_OPPOSITE,
                        rule,
                        "suggests '" + target + "' only to patients for whom it is contraindicated"),
                patient.rules().met(rule),
                f.not(patient.verdicts().underlying(intervention, Verdict.CONTRAINDICATED)));
    }
}
