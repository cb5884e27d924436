package painpathway.vignette;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/**
 * Which rules the vignettes of a folder do not show.
 *
 * @param neverFired        advice rules that fire for no vignette
 * @param neverNearlyMissed advice rules for which no vignette fails exactly one line
 * @param oneSided          criteria and patterns that no vignette meets, or that every vignette meets
 */
public record Coverage(List<ClinicalRule> neverFired, List<ClinicalRule> neverNearlyMissed, List<OneSided> oneSided) {

    /** A rule with the truth values that vignettes show of it. */
    public record OneSided(ClinicalRule rule, Set<Truth> seen) {}

    /** Runs all vignettes, without Drools. */
    public static Coverage of(RuleBook book, List<Vignette> vignettes) {
        List<Conclusions> runs = new ArrayList<>();
        vignettes.forEach(v -> runs.addAll(v.runs(book)));
        List<ClinicalRule> neverFired = new ArrayList<>();
        List<ClinicalRule> neverNearlyMissed = new ArrayList<>();
        List<OneSided> oneSided = new ArrayList<>();
        for (ClinicalRule rule : book.rules()) {
            List<Conclusions> applied =
                    runs.stream().filter(r -> rule.inForce(r.policy())).toList();
            if (rule.stage() != Stage.ADVICE) {
                Set<Truth> seen = seen(rule, applied);
                if (!seen.containsAll(EnumSet.of(Truth.MET, Truth.NOT_MET))) {
                    oneSided.add(new OneSided(rule, seen));
                }
                continue;
            }
            if (applied.stream().noneMatch(run -> run.truth(rule) == Truth.MET)) {
                neverFired.add(rule);
            }
            if (applied.stream().noneMatch(run -> Reach.lacking(rule, run).size() == 1)) {
                neverNearlyMissed.add(rule);
            }
        }
        return new Coverage(neverFired, neverNearlyMissed, oneSided);
    }

    /** True if the vignettes show everything. */
    public boolean complete() {
        return neverFired.isEmpty() && neverNearlyMissed.isEmpty() && oneSided.isEmpty();
    }

    private static Set<Truth> seen(ClinicalRule rule, List<Conclusions> runs) {
        Set<Truth> seen = EnumSet.noneOf(Truth.class);
        for (Conclusions run : runs) {
            // A question that is not asked in this branch shows nothing about a threshold.
            boolean shows = rule.stage() != Stage.CRITERIA
                    || run.answers().due(((Literal.Test) rule.literals().get(0)).question()) == Truth.MET;
            if (shows) {
                seen.add(run.truth(rule));
            }
        }
        return seen;
    }
}
