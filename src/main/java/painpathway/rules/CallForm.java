package painpathway.rules;

import java.util.regex.Pattern;

/** What an author most likely did wrong in the {@code then} part of a rule that cannot be read. */
final class CallForm {

    private static final Pattern CALLS = Pattern.compile("\\b(?:" + String.join("|", Verb.words()) + ") *\\(");
    private static final Pattern NO_COMMA = Pattern.compile("(?:kcontext|\"[^\"]*\") *\"[^\"]*\".*");
    private static final String RIGHT =
            "'then' holds one call of a verb and nothing else, such as: suggest( kcontext, \"intervention\" );";

    private CallForm() {}

    /** The problem of a text on one line that is no call of a verb. */
    static String problem(String text) {
        // What is quoted is no call, but its quotes still show where a comma should be.
        String plain = text.replaceAll("\"[^\"]*\"", "\"\"");
        long calls = CALLS.matcher(plain).results().count();
        if (calls > 1) {
            return RIGHT + " Write a rule of its own for each of these " + calls + " verbs.";
        }
        return calls == 1 && CALLS.matcher(plain).lookingAt() ? RIGHT + missing(plain) : RIGHT;
    }

    private static String missing(String call) {
        if (!call.contains(")")) {
            return " The closing bracket is missing.";
        }
        if (NO_COMMA.matcher(call.substring(call.indexOf('(') + 1).strip()).lookingAt()
                || call.matches(".*\"\" *\"\".*")) {
            return " A comma is missing.";
        }
        return call.endsWith(")") ? " The semicolon at the end is missing." : "";
    }
}
