package painpathway.questionnaire;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A unit as people write it after a number.
 *
 * @param words its spellings, as {@link #word} gives them
 */
public record WrittenUnit(List<String> words) {

    /** A unit word as it is compared: whatever its case, width and spaces, and without the full stop of an abbreviation. */
    static String word(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain = plain.replaceAll("\\s+", " ").strip();
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
