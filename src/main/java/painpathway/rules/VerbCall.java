package painpathway.rules;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import painpathway.folder.DidYouMean;
import painpathway.folder.Faults;
import painpathway.folder.Location;

/** The one call of a verb in the {@code then} part of a rule. */
record VerbCall(Verb verb, List<String> arguments) {

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
            faults.add(
                    at,
                    "'then' holds one call of a verb and nothing else, such as: suggest( kcontext, \"intervention\" );");
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
        if (imported.add(VERBS + verb.word())) {
            faults.add(at, "'import function " + VERBS + verb.word() + ";' is missing");
        }
        List<String> arguments = RuleSyntax.quoted(call.group(2));
        if (arguments.size() != verb.arguments().size()) {
            faults.add(
                    at,
                    "'" + verb.word() + "' takes kcontext and "
                            + verb.arguments().size() + " more, but has " + arguments.size());
            return null;
        }
        return new VerbCall(verb, arguments);
    }
}
