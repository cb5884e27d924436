package painpathway.questionnaire;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers in words.
 *
 * @param blank    what is said where there is no answer
 * @param notKnown what is said of an answer that is not known
 */
public record AnswerText(String blank, String notKnown) {

    /** An answer in the words of its question: the text of its options, or the number with its unit. */
    public String of(Question question, Answer answer) {
        return of(question, AnswerFormat.texts(question, answer));
    }

    /** The same for a value in use, as {@link Answers#value} gives it. */
    public String ofValue(Question question, Object value) {
        if (value instanceof Number number) {
            return question.amount(number.doubleValue());
        }
        List<?> values = value instanceof List<?> several ? several : List.of(value);
        return of(question, values.stream().map(String::valueOf).toList());
    }

    /** The same for what stands in a form field. What no question or option explains is said as it stands. */
    public String of(@Nullable Question question, List<String> values) {
        return values.isEmpty()
                ? blank
                : values.stream().map(v -> one(question, v)).collect(Collectors.joining("; "));
    }

    private String one(@Nullable Question question, String value) {
        if (value.equals(AnswerFormat.NOT_KNOWN)) {
            return notKnown;
        }
        if (question == null) {
            return value;
        }
        Question.Option option = question.option(value);
        if (option != null) {
            return option.text();
        }
        if (!question.type().isNumber()) {
            return value;
        }
        BigDecimal typed = TypedNumber.read(question, value).number();
        return question.amount(typed == null ? value : typed.toPlainString());
    }
}
