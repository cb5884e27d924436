package painpathway.records;

import java.time.Instant;
import java.util.List;

/**
 * A field that another page has changed since.
 *
 * @param field  by its name in the form as it is now
 * @param before what the reader's own page had
 * @param theirs the answer on the other page
 * @param stands whether that answer is the present one; false if the reader's own answer came later
 * @param who    the name or initials given by the other person, or an empty text
 */
public record ConcurrentChange(
        String field, List<String> before, List<String> theirs, boolean stands, String who, Instant at) {}
