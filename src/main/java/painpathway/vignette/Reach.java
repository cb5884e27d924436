package painpathway.vignette;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;

/** Which vignettes fire each rule, and which miss it by exactly one line; each by its position in the list that was run. */
public final class Reach {

    private final RuleBook book;
    private final List<Vignette> vignettes;
    private final List<BitSet> fires = new ArrayList<>();
    private final List<BitSet> misses = new ArrayList<>();

    private Reach(RuleBook book, List<Vignette> vignettes) {
        this.book = book;
        this.vignettes = List.copyOf(vignettes);
        book.rules().forEach(rule -> {
            fires.add(new BitSet());
            misses.add(new BitSet());
        });
    }

    /** Runs all vignettes, without Drools. */
    public static Reach of(RuleBook book, List<Vignette> vignettes) {
        Reach reach = new Reach(book, vignettes);
        for (int i = 0; i < vignettes.size(); i++) {
            for (Conclusions run : vignettes.get(i).runs(book)) {
                for (ClinicalRule rule : book.rules()) {
                    reach.add(i, rule, run);
                }
            }
        }
        // Met at one of its places, whatever it lacks at another.
        book.rules().forEach(rule -> reach.misses.get(rule.index()).andNot(reach.fires.get(rule.index())));
        return reach;
    }

    private void add(int vignette, ClinicalRule rule, Conclusions run) {
        if (run.truth(rule) == Truth.MET) {
            fires.get(rule.index()).set(vignette);
        } else if (rule.inForce(run.policy()) && lacking(rule, run).size() == 1) {
            misses.get(rule.index()).set(vignette);
        }
    }

    /** The vignettes that fire a rule. */
    public BitSet fires(ClinicalRule rule) {
        return (BitSet) fires.get(rule.index()).clone();
    }

    /** The vignettes that miss a rule by one line. */
    public BitSet misses(ClinicalRule rule) {
        return (BitSet) misses.get(rule.index()).clone();
    }

    /** The vignettes that meet a finding. */
    public BitSet meets(Finding finding) {
        return any(finding, fires);
    }

    /** The vignettes that do not meet a finding, and miss one of its rules by one line. */
    public BitSet misses(Finding finding) {
        BitSet missing = any(finding, misses);
        missing.andNot(meets(finding));
        return missing;
    }

    private static BitSet any(Finding finding, List<BitSet> byRule) {
        BitSet any = new BitSet();
        finding.rules().forEach(rule -> any.or(byRule.get(rule.index())));
        return any;
    }

    /** The line by which a vignette misses a rule. It is looked for again, because keeping all of them would take 40 MB. */
    public Literal line(int vignette, ClinicalRule rule) {
        return vignettes.get(vignette).runs(book).stream()
                .filter(run -> rule.inForce(run.policy()))
                .map(run -> lacking(rule, run))
                .filter(lines -> lines.size() == 1)
                .findFirst()
                .orElseThrow()
                .get(0);
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
