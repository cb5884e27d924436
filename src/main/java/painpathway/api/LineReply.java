package painpathway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Reason;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Truth;

/** One line of a reason: about one answer, or about a finding. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = LineReply.OfFinding.class)
@JsonSubTypes({@JsonSubTypes.Type(LineReply.OfAnswer.class), @JsonSubTypes.Type(LineReply.OfFinding.class)})
sealed interface LineReply {

    /** An answer compared with what is needed; {@code answered} is null where it is not known. */
    record OfAnswer(
            @JsonInclude(Include.NON_NULL) @Nullable String finding,
            @JsonInclude(Include.NON_DEFAULT) boolean ruledOut,
            String text,
            String truth,
            @JsonInclude(Include.NON_DEFAULT) boolean assumed,
            @JsonInclude(Include.NON_EMPTY) List<String> assumptions,
            String question,
            String needs,
            @Nullable Object answered,
            @JsonInclude(Include.NON_NULL) @Nullable String asked,
            @JsonInclude(Include.NON_NULL) @Nullable Gap gap,
            @JsonInclude(Include.NON_EMPTY) List<Input> madeOf,
            CitationReply source)
            implements LineReply {}

    /** A finding, or one of the rules that can each establish it. */
    record OfFinding(
            @JsonInclude(Include.NON_NULL) @Nullable String finding,
            @JsonInclude(Include.NON_DEFAULT) boolean ruledOut,
            String text,
            String truth,
            @JsonInclude(Include.NON_DEFAULT) boolean assumed,
            @JsonInclude(Include.NON_EMPTY) List<String> assumptions,
            CitationReply source,
            @JsonInclude(Include.NON_DEFAULT) boolean anyOf,
            @JsonInclude(Include.NON_EMPTY) List<LineReply> because)
            implements LineReply {}

    /** How far a number is above or below what is needed. */
    @JsonInclude(Include.NON_NULL)
    record Gap(
            @Nullable Number over,
            @JsonProperty("short") @Nullable Number below,
            @Nullable String unit) {

        static Gap of(Reason.Gap gap) {
            Number by = AnswerFormat.number(gap.by());
            return new Gap(gap.over() ? by : null, gap.over() ? null : by, gap.unit());
        }
    }

    /** One of the answers that a derived number is made from. */
    record Input(
            String question,
            @Nullable Object answered,
            @JsonInclude(Include.NON_NULL) @Nullable String asked,
            @JsonInclude(Include.NON_DEFAULT) boolean assumed,
            @JsonInclude(Include.NON_EMPTY) List<String> assumptions) {

        static Input of(Reason.Input input) {
            return new Input(
                    input.question().id(),
                    input.answered(),
                    LineReply.asked(input.due()),
                    input.assumed(),
                    input.assumed() ? List.of(input.question().whenUnknown()) : List.of());
        }
    }

    static List<LineReply> of(List<Reason.Line> lines) {
        return lines.stream().map(LineReply::of).toList();
    }

    private static LineReply of(Reason.Line line) {
        String finding = line.finding() == null ? null : line.finding().id();
        String truth = line.truth().word();
        CitationReply source =
                CitationReply.of(line.rule().citation(), line.rule().evidence());
        if (line instanceof Reason.OfAnswer answer) {
            Reason.Tested tested = answer.tested();
            return new OfAnswer(
                    finding,
                    line.ruledOut(),
                    line.text(),
                    truth,
                    line.assumed(),
                    line.assumptions(),
                    tested.question().id(),
                    tested.needs(),
                    tested.answered(),
                    asked(tested.due()),
                    tested.gap() == null ? null : Gap.of(tested.gap()),
                    tested.inputs().stream().map(Input::of).toList(),
                    source);
        }
        List<LineReply> because = of(line.because());
        boolean anyOf = line instanceof Reason.OfFinding of && of.anyOf() && !because.isEmpty();
        return new OfFinding(
                finding,
                line.ruledOut(),
                line.text(),
                truth,
                line.assumed(),
                line.assumptions(),
                source,
                anyOf,
                because);
    }

    /** Null where the question is asked: only an exception is worth a key. */
    private static @Nullable String asked(Truth due) {
        return switch (due) {
            case MET -> null;
            case NOT_MET -> "not-asked-here";
            case UNKNOWN -> "open";
        };
    }
}
