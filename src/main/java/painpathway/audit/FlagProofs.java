package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Verdict;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.logic.RuleBookEncoding;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.Literal.OfFinding;
import painpathway.rules.Verb;

/** Proves that red flags are raised when they should be, and then withhold what they must. */
final class FlagProofs {

    private final Proofs proofs;
    private final RuleBookEncoding patient;
    private final FormulaFactory f;
    private final Catalogue catalogue;

    FlagProofs(Proofs proofs) {
        this.proofs = proofs;
        this.patient = proofs.patient();
        this.f = proofs.prover().f;
        this.catalogue = proofs.book().catalogue();
    }

    /** A flag must withhold what its entry names and, if urgent or an emergency, every procedure, unless an allow rule fires. */
    void flagsWithhold() {
        for (RedFlag flag : catalogue.redFlags()) {
            for (Intervention intervention : catalogue.interventions()) {
                flagWithholds(flag, intervention);
            }
        }
    }

    private void flagWithholds(RedFlag flag, Intervention intervention) {
        Formula emergency = patient.flags().flag(flag, Urgency.EMERGENCY);
        Formula pressing = f.or(emergency, patient.flags().flag(flag, Urgency.URGENT));
        Formula open = f.not(patient.verdicts().shown(intervention, Verdict.WITHHELD));
        Formula must = f.or(
                flag.withholds().contains(intervention.index())
                        ? patient.flags().raised(flag)
                        : f.falsum(),
                intervention.procedure() ? pressing : f.falsum());
        Defect passed = Defect.at(
                Guarantee.FLAGS_WITHHOLD,
                "knowledge/red-flags.yaml",
                flag.line(),
                "the red flag '" + flag.id() + "' does not withhold '" + intervention.id() + "'");
        proofs.never(passed, must, open, f.not(patient.flags().allowed(flag, intervention)));
        if (intervention.procedure() || catalogue.emergencyWithholds().contains(intervention.index())) {
            proofs.never(passed.plus(" in an emergency"), emergency, open);
        }
    }

    /** A rule whose lines about what is there are met, and for which no excuse is met, fires: an excuse that is not known is none. */
    void flagsSpeak() {
        for (ClinicalRule rule : proofs.rules()) {
            List<OfFinding> lines = rule.verb() == Verb.RED_FLAG ? lines(rule) : List.of();
            List<String> excuses =
                    lines.stream().filter(l -> !l.wanted()).map(OfFinding::id).toList();
            if (!excuses.isEmpty()) {
                List<Formula> silent =
                        new ArrayList<>(List.of(f.not(patient.rules().met(rule))));
                lines.forEach(line -> silent.add(notExcused(line)));
                String problem =
                        "stays silent while nobody knows whether it is excused by " + String.join(", ", excuses);
                proofs.never(Defect.of(Guarantee.FLAGS_SPEAK, rule, problem), silent.toArray(Formula[]::new));
            }
        }
    }

    private static List<OfFinding> lines(ClinicalRule rule) {
        List<OfFinding> lines = new ArrayList<>();
        for (Literal literal : rule.literals()) {
            lines.add((OfFinding) literal);
        }
        return lines;
    }

    private Formula notExcused(OfFinding line) {
        Formula met = patient.rules().met(proofs.book().findings().get(line.finding()));
        return line.wanted() ? met : f.not(met);
    }
}
