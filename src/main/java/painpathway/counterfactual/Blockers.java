package painpathway.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.logicng.formulas.Formula;
import painpathway.counterfactual.CounterfactualResult.Blocked;
import painpathway.counterfactual.CounterfactualResult.Line;
import painpathway.logic.RuleFormulas;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.Literal;
import painpathway.rules.Literal.OfFinding;
import painpathway.rules.Verb;

/** Finds why no change makes an intervention a candidate. */
final class Blockers {

    private final InterventionSolver solver;
    private final RuleFormulas rules;
    private final List<Finding> findings;
    private final List<ClinicalRule> suggestions;
    private final List<ClinicalRule> against;

    Blockers(InterventionSolver solver) {
        this.solver = solver;
        this.rules = solver.encoding().rules();
        this.findings = solver.encoding().book().findings();
        this.suggestions = solver.rules(Verb.SUGGEST);
        this.against = new ArrayList<>(solver.rules(Verb.CONTRAINDICATE));
        against.addAll(solver.rules(Verb.HOLD));
    }

    /**
     * Rules against it that are always met, or else the indications and their impossible lines, or else the rules against it of which one is
     * met whenever an indication is.
     */
    List<Blocked> of(Conclusions run) {
        List<Blocked> blocked = alwaysMet(run);
        if (blocked.isEmpty() && suggestions.stream().noneMatch(r -> solver.possible(rules.met(r)))) {
            blocked = suggestions.stream()
                    .map(rule -> Blocked.indication(rule, impossibleLines(rule, run)))
                    .sorted(Comparator.comparingInt(b -> b.lines().size()))
                    .toList();
        }
        return blocked.isEmpty() ? metWithEveryIndication() : blocked;
    }

    private List<Blocked> alwaysMet(Conclusions run) {
        return against.stream()
                .filter(rule -> run.truth(rule) != Truth.NOT_MET && !solver.possible(rules.notMet(rule)))
                .map(Blocked::always)
                .toList();
    }

    private List<Line> impossibleLines(ClinicalRule indication, Conclusions run) {
        List<Line> impossible = new ArrayList<>();
        for (Literal literal : indication.literals()) {
            OfFinding line = (OfFinding) literal;
            boolean met = line.truth(run.findings().truth(line.finding())) == Truth.MET;
            if (!met && !solver.possible(rules.met(line))) {
                impossible.add(new Line(findings.get(line.finding()), !line.wanted()));
            }
        }
        return List.copyOf(impossible);
    }

    /** For each indication that could be met, the fewest rules against the intervention of which one is always met too. */
    private List<Blocked> metWithEveryIndication() {
        List<Blocked> blocked = new ArrayList<>();
        for (ClinicalRule indication : suggestions) {
            if (!solver.possible(rules.met(indication))) {
                continue;
            }
            List<ClinicalRule> enough = new ArrayList<>(against);
            for (ClinicalRule rule : against) {
                List<Formula> others = new ArrayList<>(List.of(rules.met(indication)));
                enough.stream().filter(r -> r != rule).forEach(r -> others.add(rules.notMet(r)));
                if (!solver.possible(others)) {
                    enough.remove(rule);
                }
            }
            enough.forEach(rule -> blocked.add(Blocked.beside(indication, rule)));
        }
        return List.copyOf(blocked);
    }
}
