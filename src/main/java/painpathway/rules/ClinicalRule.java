package painpathway.rules;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Location;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Review;
import painpathway.knowledge.Source.Citation;
import painpathway.knowledge.Urgency;

/**
 * One rule, read from DRL.
 *
 * @param index    position in {@link RuleBook#rules()}
 * @param id       of the criterion or pattern (several rules may share it), or the rule's own id in the advice stage
 * @param formerly ids of rules that have become part of this one
 * @param name     the sentence that it is known by everywhere
 * @param call     what it says
 * @param literals all of them must be met
 * @param policy   the policy it belongs to; null = every policy
 * @param grounds  what it rests on
 * @param at       file in the rules folder, and the line of the word "rule"
 */
public record ClinicalRule(
        int index,
        String id,
        List<String> formerly,
        String name,
        VerbCall call,
        List<Literal> literals,
        @Nullable String policy,
        Grounds grounds,
        Location at) {

    /** Its id, and the ids that it had formerly: a vignette can use any of them. */
    public List<String> ids() {
        return Stream.concat(Stream.of(id), formerly.stream()).toList();
    }

    /** True if the rule counts under this policy. */
    public boolean inForce(String policyAskedFor) {
        return policy == null || policy.equals(policyAskedFor);
    }

    /** The stage that it belongs to. */
    public Stage stage() {
        return call.verb().stage();
    }

    /** What kind of thing it says. */
    public Verb verb() {
        return call.verb();
    }

    /** The words between the brackets of its verb, in their order. */
    public List<String> arguments() {
        return call.arguments();
    }

    /** The interventions and tags that it is about; none in the first two stages and for a red flag or obstacle. */
    public List<String> targets() {
        return call.targets();
    }

    /** The check, note, stance, red flag or obstacle that it names; empty if none. */
    public String subject() {
        return call.subject();
    }

    /** The urgency at which it raises its red flag; null for every other verb. */
    public @Nullable Urgency urgency() {
        return call.urgency();
    }

    /** What it cites. */
    public Citation citation() {
        return grounds.citation();
    }

    /** How well its source is known. */
    public Evidence evidence() {
        return grounds.evidence();
    }

    /** Why, in a sentence; null where the author gave none. */
    public @Nullable String rationale() {
        return grounds.rationale();
    }

    /** That a clinician has reviewed it; null if none has. */
    public @Nullable Review review() {
        return grounds.review();
    }
}
