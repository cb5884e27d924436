package painpathway.counterfactual;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Answer;
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
public record AnswerChange(
        Question question, @Nullable Integer pain, @Nullable Answer from, Answer to, Values values, Kind kind) {

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

        /** What the questionnaire says could change the answer to a question. */
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

        /** Numbers between two bounds. A bound that is null is not needed. */
        record Range(@Nullable Bound low, @Nullable Bound high) implements Values {

            /** The lower bound if it belongs to the range, else null. */
            public @Nullable Double atLeast() {
                return at(low, true);
            }

            /** The lower bound if it does not belong to the range, else null. */
            public @Nullable Double moreThan() {
                return at(low, false);
            }

            /** The upper bound if it belongs to the range, else null. */
            public @Nullable Double atMost() {
                return at(high, true);
            }

            /** The upper bound if it does not belong to the range, else null. */
            public @Nullable Double lessThan() {
                return at(high, false);
            }

            private static @Nullable Double at(@Nullable Bound bound, boolean included) {
                return bound != null && bound.included == included ? (Double) bound.at : null;
            }
        }

        /** One of these options; for a list: this option and no other. */
        record OneOf(List<Option> options) implements Values {}

        /** A list with these options ticked (with {@code anyOf} one is enough) and those not ticked, the others as they are. */
        record Ticks(List<Option> with, List<Option> without, boolean anyOf) implements Values {}
    }

    /** Where a range of numbers begins or ends, and whether that number belongs to it. */
    public record Bound(double at, boolean included) {}

    /** The change as a clause that follows "if". */
    public String text() {
        return new ChangeWords(question).of(values);
    }
}
