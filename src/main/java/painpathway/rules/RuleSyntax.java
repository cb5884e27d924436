package painpathway.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few forms that a line of a rule can have. */
final class RuleSyntax {

    /** A test of one question: an accessor, the question, and a comparison. */
    static final Pattern TEST = Pattern.compile("(number|choice|choices|count) *\\( *\"([^\"\\\\]*)\" *\\) *(.*)");

    static final Pattern COMPARISON = Pattern.compile("(>=|>|<=|<) *(-?(?:0|[1-9]\\d{0,8})(?:\\.\\d{1,6})?)");

    /** A line about one finding: met or ruled out, and its id. */
    static final Pattern FINDING = Pattern.compile("(met|ruledOut) *\\( *\"([^\"\\\\]*)\" *\\)");

    private static final Pattern COUNT = Pattern.compile(">= *([1-9]\\d{0,2})");
    private static final Pattern EQUALS = Pattern.compile("== *\"([^\"\\\\]*)\"");
    private static final Pattern IN = Pattern.compile("in *\\( *(\"[^\"\\\\]*\"(?: *, *\"[^\"\\\\]*\")*) *\\)");
    private static final Pattern CONTAINS = Pattern.compile("contains +\"([^\"\\\\]*)\"");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");

    private RuleSyntax() {}

    /** Whether a line may stand in a rule of this stage. */
    static boolean allows(Stage stage, String line) {
        if (stage != Stage.CRITERIA) {
            return FINDING.matcher(line).matches();
        }
        Matcher test = TEST.matcher(line);
        if (!test.matches()) {
            return false;
        }
        String rest = test.group(3);
        return switch (test.group(1)) {
            case "number" -> COMPARISON.matcher(rest).matches();
            case "count" -> COUNT.matcher(rest).matches();
            case "choice" -> EQUALS.matcher(rest).matches() || IN.matcher(rest).matches();
            default -> CONTAINS.matcher(rest).matches();
        };
    }

    /** Matches a line that {@link #allows} has let through. */
    static Matcher matched(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException(text);
        }
        return matcher;
    }

    /** The quoted words of a text, in their order. */
    static List<String> quoted(String text) {
        Matcher matcher = QUOTED.matcher(text);
        List<String> words = new ArrayList<>();
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }

    /** The text on one line, with single spaces. */
    static String flat(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
