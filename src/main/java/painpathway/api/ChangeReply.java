package painpathway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import painpathway.counterfactual.AnswerChange;
import painpathway.counterfactual.CounterfactualResult.Loss;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Question;

/**
 * One answer that would have to be different.
 *
 * @param pain    null for a question about the patient
 * @param from    null where the question is blank
 * @param to      one answer that would do
 * @param values  every answer that would do
 * @param becomes only where the change loses a candidate: the verdict then
 */
record ChangeReply(
        String question,
        @Nullable Integer pain,
        String text,
        String kind,
        @Nullable Object from,
        @Nullable Object to,
        Values values,
        @JsonInclude(Include.NON_ABSENT) Optional<String> becomes) {

    /** The answers that would do. */
    sealed interface Values {

        static Values of(AnswerChange change) {
            if (change.values() instanceof AnswerChange.Values.Range range) {
                return new Range(
                        AnswerFormat.bound(range.atLeast()),
                        AnswerFormat.bound(range.moreThan()),
                        AnswerFormat.bound(range.atMost()),
                        AnswerFormat.bound(range.lessThan()),
                        change.question().unit());
            }
            if (change.values() instanceof AnswerChange.Values.OneOf oneOf) {
                return new OneOf(ids(oneOf.options()));
            }
            AnswerChange.Values.Ticks ticks = (AnswerChange.Values.Ticks) change.values();
            return ticks.anyOf()
                    ? new AnyTicked(ids(ticks.with()), ids(ticks.without()))
                    : new Ticked(ids(ticks.with()), ids(ticks.without()));
        }

        private static List<String> ids(List<Question.Option> options) {
            return options.stream().map(Question.Option::id).toList();
        }
    }

    /** A number between these bounds. */
    @JsonInclude(Include.NON_NULL)
    record Range(
            @Nullable Number atLeast,
            @Nullable Number moreThan,
            @Nullable Number atMost,
            @Nullable Number lessThan,
            @Nullable String unit)
            implements Values {}

    /** One of these options. */
    record OneOf(List<String> oneOf) implements Values {}

    /** A list with all of some options and none of others. */
    record Ticked(@JsonProperty("with") List<String> all, List<String> without) implements Values {}

    /** A list with at least one of some options and none of others. */
    record AnyTicked(List<String> withAnyOf, List<String> without) implements Values {}

    static List<ChangeReply> of(List<AnswerChange> changes) {
        return changes.stream().map(c -> of(c, Optional.empty())).toList();
    }

    static ChangeReply of(Loss loss) {
        return of(loss.change(), Optional.of(loss.becomes().word()));
    }

    private static ChangeReply of(AnswerChange change, Optional<String> becomes) {
        Question question = change.question();
        return new ChangeReply(
                question.id(),
                change.pain(),
                "if " + change.text(),
                change.kind().word(),
                change.from() == null ? null : AnswerFormat.plain(question, change.from()),
                change.to() == null ? null : AnswerFormat.plain(question, change.to()),
                Values.of(change),
                becomes);
    }
}
