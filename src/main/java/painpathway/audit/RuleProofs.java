package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Verdict;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.logic.RuleBookEncoding;
import painpathway.questionnaire.Assessment;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal.OfFinding;
import painpathway.rules.Stage;

/** Proves that every rule can fire and then makes a visible difference. */
final class RuleProofs {

    private final Proofs proofs;
    private final Prover prover;
    private final RuleBookEncoding patient;
    private final FormulaFactory f;
    private final Catalogue catalogue;

    RuleProofs(Proofs proofs) {
        this.proofs = proofs;
        this.prover = proofs.prover();
        this.patient = proofs.patient();
        this.f = prover.f;
        this.catalogue = proofs.book().catalogue();
    }

    /** Returns a patient for each rule that was shown to matter here. */
    List<Assessment> rulesMatter() {
        List<Assessment> patients = new ArrayList<>();
        for (ClinicalRule rule : proofs.rules()) {
            String claim = "matters " + rule.index();
            if (proofs.shared().isShown(claim)) {
                continue;
            }
            if (prover.possible(patient.rules().met(rule), effect(rule))) {
                proofs.shared().show(claim);
                patients.add(prover.lastPatient());
            } else {
                String problem = prover.possible(patient.rules().met(rule))
                        ? "can fire, but changes nothing and shows nothing: " + unseen(rule)
                        : whyItNeverFires(rule);
                proofs.shared().suspect(claim, Defect.of(Guarantee.RULES_MATTER, rule, problem));
            }
        }
        return patients;
    }

    /** The patients for whom the rule makes a visible difference. */
    private Formula effect(ClinicalRule rule) {
        return switch (rule.verb()) {
            case SUPPORT ->
                f.or(targets(rule).stream()
                        .map(i -> patient.verdicts().oneOf(i, Prover.INDICATED))
                        .toList());
            case HOLD ->
                f.or(targets(rule).stream()
                        .map(i -> patient.verdicts().underlying(i, Verdict.CONDITIONAL))
                        .toList());
            case RED_FLAG ->
                patient.flags()
                        .flag(Objects.requireNonNull(catalogue.redFlag(rule.target())), Urgency.of(rule.argument()));
            case ALLOW ->
                f.and(
                        patient.flags().raised(Objects.requireNonNull(catalogue.redFlag(rule.target()))),
                        f.not(patient.verdicts()
                                .shown(
                                        Objects.requireNonNull(catalogue.intervention(rule.argument())),
                                        Verdict.WITHHELD)));
            default -> f.verum();
        };
    }

    private List<Intervention> targets(ClinicalRule rule) {
        return catalogue.interventions().stream()
                .filter(i -> i.id().equals(rule.target()) || i.tags().contains(rule.target()))
                .toList();
    }

    private static String unseen(ClinicalRule rule) {
        return switch (rule.verb()) {
            case SUPPORT -> "'" + rule.target() + "' is never indicated for its patients";
            case HOLD -> "no intervention that it puts on hold is ever conditional for its patients";
            case RED_FLAG -> "for its patients the same red flag is always raised at a higher urgency";
            default -> "for its patients the red flag is never raised, or the intervention is withheld anyway";
        };
    }

    /** The fewest lines of a rule that cannot be true together. */
    private String whyItNeverFires(ClinicalRule rule) {
        if (rule.stage() == Stage.CRITERIA) {
            return "can never fire: no answer meets it while its question is asked";
        }
        List<OfFinding> lines = new ArrayList<>();
        rule.literals().forEach(l -> lines.add((OfFinding) l));
        for (OfFinding line : List.copyOf(lines)) {
            List<OfFinding> fewer = new ArrayList<>(lines);
            fewer.remove(line);
            if (!prover.possible(fewer.stream().map(patient.rules()::met).toArray(Formula[]::new))) {
                lines.remove(line);
            }
        }
        List<String> words = lines.stream()
                .map(l -> (l.wanted() ? "met " : "ruledOut ") + l.id())
                .toList();
        return words.size() == 1
                ? "can never fire: no patient has " + words.get(0)
                : "contradicts itself: " + String.join(" and ", words) + " are never true together";
    }
}
