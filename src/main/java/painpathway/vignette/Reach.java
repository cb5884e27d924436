package painpathway.vignette;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;

/**
 * Which vignettes fire each rule, and which miss it by exactly one line.
 *
 * @param fires  for each rule, by index, the vignettes that fire it, by their position
 * @param misses for each rule, by index, the vignettes that miss it, each with the line that is not met
 */
public record Reach(List<List<Integer>> fires, List<Map<Integer, Literal>> misses) {

    /** Runs all vignettes, without Drools. */
    public static Reach of(RuleBook book, List<Vignette> vignettes) {
        Reach reach = new Reach(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < book.rules().size(); i++) {
            reach.fires.add(new ArrayList<>());
            reach.misses.add(new TreeMap<>());
        }
        for (int i = 0; i < vignettes.size(); i++) {
            for (Conclusions run : vignettes.get(i).runs(book)) {
                for (ClinicalRule rule : book.rules()) {
                    reach.add(i, rule, run);
                }
            }
        }
        return reach;
    }

    private void add(int vignette, ClinicalRule rule, Conclusions run) {
        List<Integer> fired = fires.get(rule.index());
        boolean already = !fired.isEmpty() && fired.get(fired.size() - 1) == vignette;
        if (run.truth(rule) == Truth.MET) {
            if (!already) {
                fired.add(vignette);
            }
            // It is met at one of its places, whatever it lacks at another.
            misses.get(rule.index()).remove(vignette);
        } else if (!already && rule.inForce(run.policy())) {
            List<Literal> lacking = lacking(rule, run);
            if (lacking.size() == 1) {
                misses.get(rule.index()).put(vignette, lacking.get(0));
            }
        }
    }

    /** The vignettes that meet a finding, by their position. */
    public List<Integer> meeting(Finding finding) {
        return finding.rules().stream()
                .flatMap(rule -> fires.get(rule.index()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The vignettes that do not meet a finding and miss one of its rules, each with the line that is not met. */
    public Map<Integer, Literal> missing(Finding finding) {
        Map<Integer, Literal> missing = new TreeMap<>();
        finding.rules().forEach(rule -> missing.putAll(misses.get(rule.index())));
        missing.keySet().removeAll(meeting(finding));
        return missing;
    }

    /** The lines of a rule that are not met, where none is unknown; else none. */
    static List<Literal> lacking(ClinicalRule rule, Conclusions run) {
        List<Literal> lacking = new ArrayList<>();
        for (Literal literal : rule.literals()) {
            Truth truth = truth(literal, run);
            if (truth == Truth.UNKNOWN) {
                return List.of();
            }
            if (truth == Truth.NOT_MET) {
                lacking.add(literal);
            }
        }
        return lacking;
    }

    /** A question that is not asked in this branch shows nothing about a threshold, so its test is as good as unknown. */
    private static Truth truth(Literal literal, Conclusions run) {
        if (literal instanceof Literal.OfFinding line) {
            return line.truth(run.findings().truth(line.finding()));
        }
        Literal.Test test = (Literal.Test) literal;
        Truth truth = test.truth(run.answers());
        return truth == Truth.NOT_MET && run.answers().due(test.question()) != Truth.MET ? Truth.UNKNOWN : truth;
    }
}
