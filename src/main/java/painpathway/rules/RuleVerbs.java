package painpathway.rules;

import java.util.List;
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

    /** An indication: published criteria for the interventions are met. */
    public static void suggest(RuleContext context, String... interventions) {
        report(context, Verb.SUGGEST, interventions);
    }

    /** Strengthens the explanation of an indication and decides nothing. */
    public static void support(RuleContext context, String... interventions) {
        report(context, Verb.SUPPORT, interventions);
    }

    /** Rules out interventions, or all with a tag. */
    public static void contraindicate(RuleContext context, String... targets) {
        report(context, Verb.CONTRAINDICATE, targets);
    }

    /** Makes interventions, or all with a tag, conditional until a check is done. The check is the last argument. */
    public static void hold(RuleContext context, String... targetsAndCheck) {
        report(context, Verb.HOLD, targetsAndCheck);
    }

    /** Shows a note on interventions, or on all with a tag. The note is the last argument. */
    public static void caution(RuleContext context, String... targetsAndNote) {
        report(context, Verb.CAUTION, targetsAndNote);
    }

    /** Shows on interventions what guidelines disagree about. The stance is the last argument. */
    public static void stance(RuleContext context, String... interventionsAndStance) {
        report(context, Verb.STANCE, interventionsAndStance);
    }

    /** Raises a red flag at this urgency: emergency, urgent or routine. */
    public static void redFlag(RuleContext context, String flag, String urgency) {
        report(context, Verb.RED_FLAG, flag, urgency);
    }

    /** Allows interventions in spite of a red flag that would withhold them. The flag is the first argument. */
    public static void allow(RuleContext context, String... flagAndInterventions) {
        report(context, Verb.ALLOW, flagAndInterventions);
    }

    /** The answers cannot be used as they are. */
    public static void obstacle(RuleContext context, String obstacle) {
        report(context, Verb.OBSTACLE, obstacle);
    }

    private static void report(RuleContext context, Verb verb, String... arguments) {
        RuleEngine.Run run =
                (RuleEngine.Run) context.getKieRuntime().getEnvironment().get(RUN);
        run.report(context.getRule().getName(), verb, List.of(arguments));
    }
}
