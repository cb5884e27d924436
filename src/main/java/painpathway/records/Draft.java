package painpathway.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An intake that is being answered, as it stands at one revision.
 *
 * @param revision grows by one with every save that changes something
 * @param amends   the record that it will be a new version of, or null
 * @param closedAs the record that it has become, or null: then nothing changes in it any more
 * @param places   how many painful places it has
 * @param fields   form field to what stands in it, blank fields left out; {@code p1.} begins those of the second painful place
 */
public record Draft(String id, long revision, String reference, String urgency, Instant created, Instant changed, String amends,
                    String closedAs, int places, Map<String, List<String>> fields) {

    /** The field that holds what the clinic calls the patient. */
    public static final String REFERENCE = "reference";
    /** The field that holds the painful places in their order, each by a number of its own. */
    public static final String PLACES = "places";
}
