package painpathway.questionnaire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two parts of a field name in forms and drafts: {@code q.<question>} is about the patient, {@code p0.<question>} about the
 * first painful place. A name may be well formed and still name no question; where it does name one, {@link Item#parse} says which.
 *
 * @param place    the painful place from 0; null in a name about the patient
 * @param question an id, of a question or of nothing that is known
 */
public record FieldName(@Nullable Integer place, String question) {

    // Control characters and half surrogate pairs are cleaned away before anything is stored, and a cleaned or
    // shortened
    // name would be a different name. So such names are refused.
    private static final Pattern NAME = Pattern.compile("(?:q|p(0|[1-9]\\d{0,3}))\\.([^\\p{Cntrl}\\p{Cs}]{1,105})");

    /** The parts of a name; empty if no answer can have this name. */
    public static Optional<FieldName> of(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? Optional.of(
                        new FieldName(parts.group(1) == null ? null : Integer.valueOf(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    /** The painful place in a name; null if it has none. */
    public static @Nullable Integer place(String name) {
        Optional<FieldName> parts = of(name);
        return parts.isEmpty() ? null : parts.get().place;
    }

    /** The question that a name has in it, whether it is asked there or not; null if there is none. */
    public static @Nullable Question question(String name, Questionnaire questionnaire) {
        Optional<FieldName> parts = of(name);
        return parts.isEmpty() ? null : questionnaire.question(parts.get().question);
    }
}
