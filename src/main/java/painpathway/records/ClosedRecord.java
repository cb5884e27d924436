package painpathway.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A closed intake, frozen with its answers as a request and the advice on them.
 *
 * @param chain      the id of the first version, which all versions share
 * @param version    from 1
 * @param previous   the version that this one amends, or null
 * @param superseded the version that amends this one, or null
 * @param draft      the draft it was closed from
 * @param closedBy   the name or initials given by the person who closed it, or an empty text
 * @param handled    when somebody marked it as dealt with, or null
 * @param request    JSON as {@code POST /api/advice} takes it
 * @param advice     the reply in JSON, byte for byte
 */
public record ClosedRecord(
        String id,
        String chain,
        int version,
        @Nullable String previous,
        @Nullable String superseded,
        String draft,
        String reference,
        String urgency,
        String policy,
        String knowledge,
        String program,
        Instant closed,
        String closedBy,
        @Nullable Instant handled,
        @Nullable String handledBy,
        String request,
        String advice) {

    /** Whether it is an emergency, or urgent, and nobody has said yet that it is dealt with. Such a version stays on the worklist. */
    public boolean pressing() {
        return handled == null && urgent();
    }

    /** Whether it is an emergency, or urgent, dealt with or not. */
    public boolean urgent() {
        return urgency.equals("emergency") || urgency.equals("urgent");
    }

    /** What a record is made of beside its draft. */
    public record Content(
            String urgency, String policy, String knowledge, String program, String request, String advice) {}
}
