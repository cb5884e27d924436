package painpathway.counterfactual;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import painpathway.counterfactual.AnswerChange.Bound;
import painpathway.counterfactual.AnswerChange.Values;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Question.Option;

/** Says in words which answers to a question would do. */
record ChangeWords(Question question) {

    /** A clause that follows "if". */
    String of(Values values) {
        String verb = values instanceof Values.Ticks ? " " : " were ";
        return "the answer to \u201c" + question.text() + "\u201d" + verb + words(values);
    }

    private String words(Values values) {
        if (values instanceof Values.Range range) {
            return range(range.low(), range.high());
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

    /** The unit is said once, beside the last number. */
    private String range(@Nullable Bound low, @Nullable Bound high) {
        if (low == null) {
            return high == null ? "any number" + (question.unit() == null ? "" : " of " + question.unit()) : high(high);
        }
        if (high == null) {
            return low(low, question::amount);
        }
        if (low.included() && high.included()) {
            return low.at() == high.at()
                    ? question.amount(low.at())
                    : AnswerFormat.text(low.at()) + " to " + question.amount(high.at());
        }
        return low(low, AnswerFormat::text) + " and " + high(high);
    }

    private static String low(Bound bound, DoubleFunction<String> number) {
        return (bound.included() ? "at least " : "more than ") + number.apply(bound.at());
    }

    private String high(Bound bound) {
        return (bound.included() ? "at most " : "less than ") + question.amount(bound.at());
    }

    private static String quoted(List<Option> options, String between) {
        return options.stream().map(o -> "\u201c" + o.text() + "\u201d").collect(Collectors.joining(between));
    }
}
