package painpathway.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A draft or a record in the worklist.
 *
 * @param draft the draft that a record was closed from; a draft itself
 * @param at    when a draft was changed last, or a record closed
 * @param who   the initials of the person who did that, or an empty text
 * @param state what it is, and whether it still counts
 * @param done  who has dealt with it, and when; null where nobody has
 */
public record WorklistLine(
        String id,
        String draft,
        String reference,
        @Nullable String urgency,
        Instant at,
        State state,
        @Nullable Done done) {

    /** {@code version} is 0 for a draft; {@code superseded} where a later version amends it. */
    public record State(int version, boolean superseded, boolean binned, boolean sample, String who) {}

    /** Who dealt with a record, and when. */
    public record Done(Instant at, String who) {}

    static WorklistLine of(ResultSet r, int number) throws SQLException {
        Instant handled = Records.instant(r, "handled");
        String who = r.getString("who");
        String by = r.getString("handled_by");
        return new WorklistLine(
                r.getString("id"),
                r.getString("draft"),
                r.getString("reference"),
                r.getString("urgency"),
                r.getObject("moment", OffsetDateTime.class).toInstant(),
                new State(
                        r.getInt("version"),
                        r.getString("superseded") != null,
                        r.getObject("discarded") != null,
                        r.getBoolean("sample"),
                        who == null ? "" : who),
                handled == null ? null : new Done(handled, by == null ? "" : by));
    }
}
