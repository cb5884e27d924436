package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.logic.RuleBookEncoding;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Stage;

/** Statements about an outcome, as formulas. */
final class OutcomeFormulas {

    /** The verdicts that mean an indication is met and nothing known rules it out. */
    static final List<Verdict> INDICATED = List.of(Verdict.CANDIDATE, Verdict.CONDITIONAL, Verdict.PROVISIONAL);

    private OutcomeFormulas() {}

    /** Whether the verdict (the shown one for {@code WITHHELD}, else the underlying one) is one of these. */
    static Formula is(FormulaFactory f, RuleBookEncoding encoding, Intervention intervention, List<Verdict> verdicts) {
        return f.or(verdicts.stream()
                .map(v -> v == Verdict.WITHHELD
                        ? encoding.verdict(intervention, v)
                        : encoding.underlying(intervention, v))
                .toList());
    }

    /** Whether two patients get a different advice from the same rules. */
    static Formula differs(FormulaFactory f, RuleBookEncoding a, RuleBookEncoding b) {
        List<Formula> differences = new ArrayList<>();
        for (ClinicalRule rule : a.book().rules()) {
            if (rule.stage() == Stage.ADVICE && rule.inForce(a.policy())) {
                differences.add(f.not(f.equivalence(a.met(rule), b.met(rule))));
            }
        }
        for (Intervention intervention : a.book().catalogue().interventions()) {
            for (Verdict verdict : Verdict.values()) {
                differences.add(
                        f.not(f.equivalence(a.verdict(intervention, verdict), b.verdict(intervention, verdict))));
                if (verdict != Verdict.WITHHELD) {
                    differences.add(f.not(
                            f.equivalence(a.underlying(intervention, verdict), b.underlying(intervention, verdict))));
                }
            }
        }
        for (Urgency urgency : Urgency.values()) {
            differences.add(f.not(f.equivalence(a.urgency(urgency), b.urgency(urgency))));
        }
        return f.or(differences);
    }
}
