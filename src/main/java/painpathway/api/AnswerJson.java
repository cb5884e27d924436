package painpathway.api;

import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AssessmentReader;
import painpathway.questionnaire.Question;

/** Answers and numbers as a client sends them and gets them back. */
final class AnswerJson {

    private AnswerJson() {}

    /** An answer, its options in the order of the question. */
    static Object of(Question question, Answer answer) {
        if (answer instanceof Answer.Amount amount) {
            return number(amount.value());
        }
        if (answer instanceof Answer.Choice choice) {
            return choice.option();
        }
        if (answer instanceof Answer.Choices choices) {
            return question.optionIds().stream()
                    .filter(choices.options()::contains)
                    .toList();
        }
        return AssessmentReader.NOT_KNOWN;
    }

    /** 12, not 12.0. */
    static Number number(double value) {
        if (value == Math.rint(value)) {
            return (long) value;
        }
        return value;
    }

    /** A bound that need not be there. */
    static @Nullable Number bound(@Nullable Double value) {
        return value == null ? null : number(value);
    }
}
