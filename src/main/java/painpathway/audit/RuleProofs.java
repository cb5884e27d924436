package painpathway.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Verdict;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.RedFlag;
import painpathway.logic.RuleBookEncoding;
import painpathway.questionnaire.Assessment;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal.OfFinding;
import painpathway.rules.Stage;
import painpathway.rules.Verb;

/** Proves that every rule can fire and then makes a visible difference. */
final class RuleProofs {

    private static final Set<Verb> MATTERS_BY_TARGET = EnumSet.of(Verb.SUPPORT, Verb.HOLD, Verb.ALLOW);

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
            // One with several targets has to matter for each of them, as if each had a rule of its own.
            List<String> targets = MATTERS_BY_TARGET.contains(rule.verb()) ? rule.targets() : List.of("");
            for (String target : targets) {
                matters(rule, target, patients);
            }
        }
        return patients;
    }

    private void matters(ClinicalRule rule, String target, List<Assessment> patients) {
        String claim = "matters " + rule.index() + target;
        if (proofs.shared().isShown(claim)) {
            return;
        }
        if (prover.possible(patient.rules().met(rule), effect(rule, target))) {
            proofs.shared().show(claim);
            patients.add(prover.lastPatient());
        } else {
            String problem = prover.possible(patient.rules().met(rule))
                    ? "can fire, but changes nothing and shows nothing: " + unseen(rule, target)
                    : whyItNeverFires(rule);
            proofs.shared().suspect(claim, Defect.of(Guarantee.RULES_MATTER, rule, problem));
        }
    }

    /** The patients for whom the rule makes a visible difference to a target. */
    private Formula effect(ClinicalRule rule, String target) {
        return switch (rule.verb()) {
            case SUPPORT -> any(target, i -> patient.verdicts().oneOf(i, Prover.INDICATED));
            case HOLD -> any(target, i -> patient.verdicts().underlying(i, Verdict.CONDITIONAL));
            case RED_FLAG -> patient.flags().flag(flag(rule), Objects.requireNonNull(rule.urgency()));
            case ALLOW ->
                f.and(
                        patient.flags().raised(flag(rule)),
                        any(target, i -> f.not(patient.verdicts().shown(i, Verdict.WITHHELD))));
            default -> f.verum();
        };
    }

    private Formula any(String target, Function<Intervention, Formula> of) {
        return f.or(catalogue.targets(target).stream()
                .map(i -> of.apply(catalogue.interventions().get(i)))
                .toList());
    }

    private RedFlag flag(ClinicalRule rule) {
        return Objects.requireNonNull(catalogue.redFlag(rule.subject()));
    }

    private static String unseen(ClinicalRule rule, String target) {
        return switch (rule.verb()) {
            case SUPPORT -> "'" + target + "' is never indicated for its patients";
            case HOLD ->
                "no intervention that it puts on hold"
                        + (rule.targets().size() > 1 ? " through '" + target + "'" : "")
                        + " is ever conditional for its patients";
            case RED_FLAG -> "for its patients the same red flag is always raised at a higher urgency";
            default -> "for its patients the red flag is never raised, or '" + target + "' is withheld anyway";
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
