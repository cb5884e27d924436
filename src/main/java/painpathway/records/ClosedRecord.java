package painpathway.records;

import java.time.Instant;

/**
 * A closed intake: frozen with the request that its answers make and the advice on them.
 *
 * @param chain      the first version's id: what all versions have in common
 * @param version    from 1
 * @param previous   the version that this one amends, or null
 * @param superseded the version that amends this one, or null
 * @param draft      the draft it was closed from
 * @param closedBy   what the person who closed it calls themselves, or an empty text
 * @param handled    when somebody said that it is dealt with, or null
 * @param request    JSON as {@code POST /api/advice} takes it
 * @param advice     JSON as it was answered, to the byte
 */
public record ClosedRecord(String id, String chain, int version, String previous, String superseded, String draft, String reference,
                           String urgency, String policy, String knowledge, String program, Instant closed, String closedBy,
                           Instant handled, String handledBy, String request, String advice) {

    /** Whether it is an emergency, or urgent, and nobody has said yet that it is dealt with. Such a version stays on the worklist. */
    public boolean pressing() {
        return handled == null && (urgency.equals("emergency") || urgency.equals("urgent"));
    }

    /** What a record is made of beside its draft. */
    public record Content(String urgency, String policy, String knowledge, String program, String request, String advice) {
    }
}
