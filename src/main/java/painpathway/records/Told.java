package painpathway.records;

import java.time.Instant;
import java.util.List;

/**
 * A field that another page changed meanwhile.
 *
 * @param field  by its name in the form as it is now
 * @param before what the reader's own page had
 * @param theirs what the other page said
 * @param stands whether that is what holds now; false where the reader's own answer came later
 * @param who    what the other person calls themselves, or an empty text
 */
public record Told(String field, List<String> before, List<String> theirs, boolean stands, String who, Instant at) {
}
