package painpathway.calculator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import painpathway.questionnaire.FieldName;

/** What was entered into one calculator: the fields of a draft that begin with its name. */
public record Entered(String calculator, Map<String, List<String>> fields) {

    public static final String WHAT = "what";
    public static final String DOSE = "dose";
    public static final String TIMES = "times";
    public static final int MOST_ROWS = 9;

    private static final Pattern NAME = Pattern.compile("sum\\.([a-z0-9-]{1,40})\\.([1-9])\\.(what|dose|times)");

    /** The name of a field; rows count from 1. */
    public String field(int row, String part) {
        return "q.sum." + calculator + "." + row + "." + part;
    }

    /** What stands in a field, or an empty text. */
    public String text(int row, String part) {
        List<String> values = fields.getOrDefault(field(row, part), List.of());
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }

    /** Whether nothing stands in a row. */
    boolean blank(int row) {
        return text(row, WHAT).isEmpty()
                && text(row, DOSE).isEmpty()
                && text(row, TIMES).isEmpty();
    }

    /** The calculator that a field belongs to; empty for any other field. */
    public static Optional<String> calculatorOf(String field) {
        return FieldName.of(field)
                .filter(name -> name.place() == null)
                .map(name -> NAME.matcher(name.question()))
                .filter(Matcher::matches)
                .map(name -> name.group(1));
    }
}
