package painpathway.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import painpathway.folder.DidYouMean;
import painpathway.folder.Faults;
import painpathway.folder.Location;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;

/**
 * The one call of a verb in the {@code then} part of a rule.
 *
 * @param arguments all of them, as they stand there
 * @param targets   the interventions and tags among them; none in the first two stages and for a red flag or obstacle
 * @param subject   the check, note, stance, red flag or obstacle among them; empty where the verb takes none
 * @param urgency   of a red flag; null for every other verb
 */
record VerbCall(
        Verb verb,
        List<String> arguments,
        List<String> targets,
        String subject,
        @Nullable Urgency urgency) {

    private static final Pattern CALL = Pattern.compile("(\\w+) *\\( *kcontext((?: *, *\"[^\"\\\\]*\")*) *\\) *;");
    private static final String VERBS = RuleVerbs.class.getName() + ".";

    /** The verb that a function import names; null if it names anything else. */
    static @Nullable Verb imported(String function) {
        return function.startsWith(VERBS) ? Verb.of(function.substring(VERBS.length())) : null;
    }

    /** Reads the call; null if it is refused, which is reported. {@code imported} has the full names of the functions that the file imports. */
    static @Nullable VerbCall read(String consequence, Stage stage, Set<String> imported, Location at, Faults faults) {
        Matcher call = CALL.matcher(RuleSyntax.flat(consequence));
        if (!call.matches()) {
            faults.add(at, CallForm.problem(RuleSyntax.flat(consequence)));
            return null;
        }
        Verb verb = Verb.of(call.group(1));
        if (verb == null) {
            faults.add(at, "'" + call.group(1) + "' is not a verb" + DidYouMean.hint(call.group(1), Verb.words()));
            return null;
        }
        if (verb.stage() != stage) {
            faults.add(
                    at,
                    "'" + verb.word() + "' belongs in " + verb.stage().folder() + "/, not in " + stage.folder() + "/");
            return null;
        }
        String function = VERBS + verb.word();
        if (!imported.contains(function)) {
            faults.add(at, "'import function " + function + ";' is missing");
            // Told once for the file, at the first rule that needs it.
            imported.add(function);
        }
        List<String> arguments = RuleSyntax.quoted(call.group(2));
        if (!verb.takes(arguments.size())) {
            String wrong = verb.takes(arguments.size() + 1) || arguments.isEmpty() ? "few" : "many";
            faults.add(at, "too " + wrong + " words for '" + verb.word() + "', which is written: " + verb.form());
            return null;
        }
        return of(verb, arguments);
    }

    private static VerbCall of(Verb verb, List<String> arguments) {
        List<String> targets = new ArrayList<>();
        String subject = "";
        @Nullable Urgency urgency = null;
        List<Verb.Argument> kinds = verb.arguments(arguments.size());
        for (int i = 0; i < kinds.size(); i++) {
            String argument = arguments.get(i);
            switch (kinds.get(i)) {
                case INTERVENTION, TARGET -> targets.add(argument);
                case URGENCY -> urgency = RedFlag.URGENCIES.contains(argument) ? Urgency.of(argument) : null;
                case CHECK, NOTE, STANCE, RED_FLAG, OBSTACLE -> subject = argument;
            }
        }
        return new VerbCall(verb, List.copyOf(arguments), List.copyOf(targets), subject, urgency);
    }
}
