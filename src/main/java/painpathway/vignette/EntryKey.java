package painpathway.vignette;

import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Assessment;

/**
 * An id with the number of a place before it, as in {@code 1/<id>}; without a number it means the first place.
 *
 * @param written the number as written; null if there is none
 */
record EntryKey(@Nullable String written, String id) {

    static EntryKey of(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? new EntryKey(null, key) : new EntryKey(key.substring(0, slash), key.substring(slash + 1));
    }

    /** Whether the number, if there is one, is that of a place that a vignette can have. */
    boolean isPlace() {
        return written == null || written.matches("\\d") && Integer.parseInt(written) < Assessment.MOST_ADVISED;
    }

    /** The place, from 0. */
    int place() {
        return written == null ? 0 : Integer.parseInt(written);
    }
}
