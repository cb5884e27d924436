package painpathway.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Source.Citation;

/**
 * One rule, read from DRL.
 *
 * @param index    position in {@link RuleBook#rules()}
 * @param id       of the criterion or pattern (several rules may share it), or the rule's own id in the advice stage
 * @param name     the sentence that it is known by everywhere
 * @param target   what the verb is about: an intervention or tag, red flag or obstacle; empty in the first two stages
 * @param argument the verb's second argument: check, note, stance, urgency or intervention; empty where it has none
 * @param literals all of them must be met
 * @param policy   the policy it belongs to; null = every policy
 * @param rationale why, in a sentence; advice rules always have one
 * @param file     path in the rules folder
 * @param line     line of the word "rule", from 1
 */
public record ClinicalRule(
        int index,
        String id,
        String name,
        Stage stage,
        Verb verb,
        String target,
        String argument,
        List<Literal> literals,
        @Nullable String policy,
        Citation citation,
        Evidence evidence,
        @Nullable String rationale,
        String reviewed,
        String file,
        int line) {

    /** True if the rule counts under this policy. */
    public boolean inForce(String policyAskedFor) {
        return policy == null || policy.equals(policyAskedFor);
    }
}
