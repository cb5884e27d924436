package painpathway.questionnaire;

import org.jspecify.annotations.Nullable;

/**
 * How the answer to a question can become another one.
 *
 * @param by       {@code with-time}, {@code with-care}, {@code by-test} or {@code never}; null where not said
 * @param onlyMore a number that can only grow, or a list on which nothing is taken back: weeks go by, what was done stays done
 * @param resultOf the intervention whose result this answer is, or null
 */
public record Change(
        @Nullable String by, boolean onlyMore, @Nullable String resultOf) {

    /** Of a question about which nothing is said. */
    static final Change UNSAID = new Change(null, false, null);
}
