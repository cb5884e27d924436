package painpathway.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer can be.
 *
 * @param range   of a number; null where it is none, or a derived one, which has no bounds
 * @param options of a choice; empty for a number
 */
public record AnswerKind(Question.Type type, @Nullable Range range, List<Question.Option> options) {

    /** A number of which nothing is known. */
    static final AnswerKind ANY_NUMBER = new AnswerKind(Question.Type.DECIMAL, null, List.of());

    /**
     * The bounds of a number.
     *
     * @param unit null where it has none
     * @param min  the least number allowed; null where nobody types the number because it is derived
     * @param max  the greatest number allowed; null likewise
     * @param written what can be typed after the number
     * @param ends what the least and the greatest number mean, in words; empty where nobody has to be told
     */
    public record Range(
            @Nullable Unit unit,
            @Nullable Double min,
            @Nullable Double max,
            WrittenUnits written,
            List<String> ends) {

        /** Of a derived number, which nobody types. */
        static Range unbounded(@Nullable Unit unit) {
            return new Range(unit, null, null, WrittenUnits.NONE, List.of());
        }
    }
}
