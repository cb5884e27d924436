package painpathway.vignette;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The expected advice of a vignette. Whatever it leaves out is not checked.
 *
 * @param urgency  of the whole advice; null if none is expected
 * @param entries  what is expected of the entries of the advice, by the key of an entry: {@code "1/<intervention>"} means the second place, a
 *                 key without a number the first
 * @param redFlags the red flags that must be raised, with their urgency
 * @param lists    what is expected of the advice as a whole
 */
public record Expectation(
        @Nullable String urgency,
        Map<EntryExpectation, Map<String, List<String>>> entries,
        Map<String, String> redFlags,
        Map<Listed, List<String>> lists) {

    /** What a vignette can expect of the whole advice, as a list of ids. */
    public enum Listed {
        ABSENT_RED_FLAGS("absent-red-flags"),
        OBSTACLES("obstacles"),
        IGNORED("ignored"),
        FIRES("fires"),
        DOES_NOT_FIRE("does-not-fire");

        private final String key;

        Listed(String key) {
            this.key = key;
        }

        /** The key of a vignette. */
        String key() {
            return key;
        }
    }

    /** Nothing is expected. */
    static final Expectation NOTHING = new Expectation(null, Map.of(), Map.of(), Map.of());

    /** The ids expected in one part of each entry, by the key of the entry. */
    public Map<String, List<String>> of(EntryExpectation part) {
        return entries.getOrDefault(part, Map.of());
    }

    /** The ids expected in one list of the advice. */
    public List<String> of(Listed list) {
        return lists.getOrDefault(list, List.of());
    }
}
