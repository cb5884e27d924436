package painpathway.rules;

import org.kie.api.runtime.rule.RuleContext;

/**
 * What DRL may call: each verb reports to the run in whose session the rule fired.
 * The run is found through the session's environment, so rules need no global. Trap: pass {@code kcontext}, not {@code drools}
 * (that has different types in the two compile modes), and name no verb like a property of a fact (it would break the pattern).
 */
public final class RuleVerbs {

    static final String RUN = "painpathway.run";

    private RuleVerbs() {}

    /** The criterion that the rule's annotation names is met. */
    public static void criterionMet(RuleContext context) {
        report(context, Verb.CRITERION_MET);
    }

    /** The pattern that the rule's annotation names is met. */
    public static void patternMet(RuleContext context) {
        report(context, Verb.PATTERN_MET);
    }

    /** An indication: published criteria for the intervention are met. */
    public static void suggest(RuleContext context, String intervention) {
        report(context, Verb.SUGGEST, intervention);
    }

    /** Strengthens the explanation of an indication and decides nothing. */
    public static void support(RuleContext context, String intervention) {
        report(context, Verb.SUPPORT, intervention);
    }

    /** Rules out an intervention, or all with a tag. */
    public static void contraindicate(RuleContext context, String target) {
        report(context, Verb.CONTRAINDICATE, target);
    }

    /** Makes an intervention, or all with a tag, conditional until the check is done. */
    public static void hold(RuleContext context, String target, String check) {
        report(context, Verb.HOLD, target, check);
    }

    /** Shows a note on an intervention, or on all with a tag. */
    public static void caution(RuleContext context, String target, String note) {
        report(context, Verb.CAUTION, target, note);
    }

    /** Shows on an intervention what guidelines disagree about. */
    public static void stance(RuleContext context, String intervention, String stance) {
        report(context, Verb.STANCE, intervention, stance);
    }

    /** Raises a red flag at this urgency: emergency, urgent or routine. */
    public static void redFlag(RuleContext context, String flag, String urgency) {
        report(context, Verb.RED_FLAG, flag, urgency);
    }

    /** Allows an intervention in spite of a red flag that would withhold it. */
    public static void allow(RuleContext context, String flag, String intervention) {
        report(context, Verb.ALLOW, flag, intervention);
    }

    /** The answers cannot be used as they are. */
    public static void obstacle(RuleContext context, String obstacle) {
        report(context, Verb.OBSTACLE, obstacle);
    }

    private static void report(RuleContext context, Verb verb) {
        report(context, verb, "", "");
    }

    private static void report(RuleContext context, Verb verb, String target) {
        report(context, verb, target, "");
    }

    private static void report(RuleContext context, Verb verb, String target, String argument) {
        RuleEngine.Run run =
                (RuleEngine.Run) context.getKieRuntime().getEnvironment().get(RUN);
        run.report(context.getRule().getName(), verb, target, argument);
    }
}
