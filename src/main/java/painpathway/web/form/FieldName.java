package painpathway.web.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a form field that holds an answer: {@code q.<question>} is about the patient, {@code p0.<question>} about the first
 * painful place. Nothing else takes such a name apart.
 *
 * @param place    the painful place from 0, or null
 * @param question an id, of a question or of nothing that is known
 */
public record FieldName(Integer place, String question) {

    // A name that was cut or cleaned would be another name: such ones are none.
    private static final Pattern NAME = Pattern.compile("(?:q|p(0|[1-9]\\d{0,3}))\\.([^\\p{Cntrl}\\p{Cs}]{1,105})");

    /** The parts of a name; null where it cannot be one of an answer. */
    public static FieldName of(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? new FieldName(parts.group(1) == null ? null : Integer.valueOf(parts.group(1)), parts.group(2))
                : null;
    }
}
