package painpathway.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Truth;

/**
 * The result of one run over one painful place: which rules fired, the truth of every finding, and the truth of every rule.
 * Rules of other policies are not met and never fire.
 */
public final class Conclusions {

    private final Answers answers;
    private final String policy;
    private final Findings findings;
    private final Truth[] rules;
    private final BitSet fired;

    Conclusions(Answers answers, String policy, Findings findings, Truth[] rules, BitSet fired) {
        this.answers = answers;
        this.policy = policy;
        this.findings = findings;
        this.rules = rules;
        this.fired = fired;
    }

    /** The answers that were read. */
    public Answers answers() {
        return answers;
    }

    /** The policy whose rules counted. */
    public String policy() {
        return policy;
    }

    /** Every criterion and pattern with its truth. */
    public Findings findings() {
        return findings;
    }

    /** The truth of a rule of any stage. */
    public Truth truth(ClinicalRule rule) {
        return rules[rule.index()];
    }

    /** The indexes of the rules that fired, in all stages. */
    public BitSet fired() {
        return (BitSet) fired.clone();
    }

    /** The same run as it looks once only these rules have fired: no other rule is met, and what is unknown is not weighed yet. */
    public Conclusions whenFired(Collection<ClinicalRule> only) {
        Truth[] truths = new Truth[rules.length];
        Arrays.fill(truths, Truth.NOT_MET);
        BitSet indexes = new BitSet(rules.length);
        for (ClinicalRule rule : only) {
            truths[rule.index()] = Truth.MET;
            indexes.set(rule.index());
        }
        return new Conclusions(answers, policy, findings, truths, indexes);
    }
}
