package painpathway.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An intake that is being answered, as it is at one revision.
 *
 * @param urgency  the word of the JSON contract; null until it has been advised on once
 * @param revision grows by one with every save that changes something
 * @param amends   the record that it will be a new version of, or null
 * @param follows  the record that it follows up, or null
 * @param closedAs the record that it has become, after which nothing in it changes any more; or null
 * @param places   how many painful places it has
 * @param fields   the value of each form field, without blank ones; those of the second painful place begin with {@code p1.}
 */
public record Draft(
        String id,
        long revision,
        String reference,
        @Nullable String urgency,
        Instant created,
        Instant changed,
        @Nullable String amends,
        @Nullable String follows,
        @Nullable String closedAs,
        int places,
        Map<String, List<String>> fields) {

    /** The field for the clinic's own reference. */
    public static final String REFERENCE = "reference";
    /** The field for the painful places in their order, each with its own number. */
    public static final String PLACES = "places";
}
