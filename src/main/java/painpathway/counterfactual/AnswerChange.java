package painpathway.counterfactual;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Question.Option;

/**
 * One answer that would have to be different.
 *
 * @param pain   the painful place from 0; null for a question about the patient
 * @param from   what was answered; null if the question is blank
 * @param to     one answer that would do
 * @param values every answer that would do if the rest stays as it is
 * @param kind   what could change the answer
 */
public record AnswerChange(Question question, Integer pain, Answer from, Answer to, Values values, Kind kind) {

    /** What could change it, in this order if nothing else decides which step comes first. */
    public enum Kind {
        /** The question is open and only has to be answered. */
        MISSING("missing"),
        WITH_CARE("with-care"),
        BY_TEST("by-test"),
        WITH_TIME("with-time"),
        /** Nothing changes it, unless the answer was wrong. Such a change is never offered. */
        NEVER(Question.NEVER);

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word of the JSON contract. */
        public String word() {
            return word;
        }

        public static Kind of(Question question) {
            for (Kind kind : values()) {
                if (kind.word.equals(question.canChange())) {
                    return kind;
                }
            }
            return NEVER;
        }
    }

    /** The answers that would do. */
    public sealed interface Values {

        /** Numbers; a bound that is null is not needed. There is at most one lower and one upper bound. */
        record Range(Double atLeast, Double moreThan, Double atMost, Double lessThan) implements Values {}

        /** One of these options; for a list: this option and no other. */
        record OneOf(List<Option> options) implements Values {}

        /** A list with these options ticked (with {@code anyOf} one is enough) and those not ticked, the others as they are. */
        record Ticks(List<Option> with, List<Option> without, boolean anyOf) implements Values {}
    }

    /** The change as a clause that follows "if". */
    public String text() {
        String verb = values instanceof Values.Ticks ? " " : " were ";
        return "the answer to \u201c" + question.text() + "\u201d" + verb + words();
    }

    private String words() {
        if (values instanceof Values.Range range) {
            return words(range);
        }
        if (values instanceof Values.OneOf oneOf) {
            return quoted(oneOf.options(), " or ");
        }
        Values.Ticks ticks = (Values.Ticks) values;
        String with =
                ticks.with().isEmpty() ? "" : "included " + quoted(ticks.with(), ticks.anyOf() ? " or " : " and ");
        String without = ticks.without().isEmpty() ? "" : "did not include " + quoted(ticks.without(), " or ");
        return with + (with.isEmpty() || without.isEmpty() ? "" : " and ") + without;
    }

    private String words(Values.Range range) {
        if (range.atLeast() != null && range.atLeast().equals(range.atMost())) {
            return amount(range.atLeast());
        }
        if (range.atLeast() != null && range.atMost() != null) {
            return number(range.atLeast()) + " to " + amount(range.atMost());
        }
        String high = range.atMost() != null
                ? "at most " + amount(range.atMost())
                : range.lessThan() != null ? "less than " + amount(range.lessThan()) : "";
        Function<Double, String> lower = high.isEmpty() ? this::amount : AnswerChange::number;
        String low = range.atLeast() != null
                ? "at least " + lower.apply(range.atLeast())
                : range.moreThan() != null ? "more than " + lower.apply(range.moreThan()) : "";
        return low.isEmpty() && high.isEmpty()
                ? "any number" + (question.unit() == null ? "" : " of " + question.unit())
                : low + (low.isEmpty() || high.isEmpty() ? "" : " and ") + high;
    }

    /** The unit stands once, beside the last number. */
    private String amount(double value) {
        return question.amount(value);
    }

    private static String number(double value) {
        return AnswerFormat.text(value);
    }

    private static String quoted(List<Option> options, String between) {
        return options.stream().map(o -> "\u201c" + o.text() + "\u201d").collect(Collectors.joining(between));
    }
}
