package painpathway.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The closed records. None of them ever changes: an amendment is a new version beside it. */
@Component
public class Records {

    private final Store store;
    private final JdbcClient jdbc;
    private final RecordLog log;

    Records(Store store, RecordLog log) {
        this.store = store;
        this.log = log;
        this.jdbc = store.jdbc();
    }

    /**
     * Closes a draft and freezes its content. Empty where the draft is no longer at that revision: then somebody has changed
     * or closed it, and the content is not what it holds. Empty too where it amends a version that is not the latest one any
     * more: see {@link Amendments}.
     */
    public Optional<String> close(String draft, long revision, ClosedRecord.Content content, String by) {
        return store.change(() -> {
            Optional<OpenDraft> open = jdbc.sql(
                            "select id, reference, amends from draft where id = ? and revision = ? and closed_as is null for update")
                    .params(draft, revision)
                    .query(Records::openDraft)
                    .optional();
            String id = Store.newId();
            if (open.isEmpty() || !insert(id, open.get(), content, by)) {
                return Optional.empty();
            }
            jdbc.sql("update draft set closed_as = ?, changed = ? where id = ?")
                    .params(id, Store.now(), draft)
                    .update();
            return Optional.of(id);
        });
    }

    private record OpenDraft(
            String id, String reference, @Nullable String amends) {}

    /** Makes the record; false where it amends a version that is not the latest one any more. */
    private boolean insert(String id, OpenDraft draft, ClosedRecord.Content content, String by) {
        ClosedRecord amended = draft.amends == null ? null : find(draft.amends).orElseThrow();
        String chain = amended == null ? id : amended.chain();
        // The lock on the first version puts amendments of the same record one after the other.
        jdbc.sql("select id from record where id = ? for update")
                .param(chain)
                .query(String.class)
                .optional();
        if (amended != null && !latest(chain).id().equals(amended.id())) {
            return false;
        }
        // Counted from the version that it amends: were the lock ever missed, the database would refuse the same number
        // twice.
        int version = amended == null ? 1 : amended.version() + 1;
        jdbc.sql("""
                insert into record (id, chain, version, previous, draft, reference, urgency, policy, knowledge, program, closed, closed_by, request, advice)
                values (:id, :chain, :version, :previous, :draft, :reference, :urgency, :policy, :knowledge, :program, :closed, :by, :request, :advice)""")
                .param("id", id)
                .param("chain", chain)
                .param("version", version)
                .param("previous", draft.amends)
                .param("draft", draft.id)
                .param("reference", draft.reference)
                .param("urgency", content.urgency())
                .param("policy", content.policy())
                .param("knowledge", content.knowledge())
                .param("program", content.program())
                .param("closed", Store.now())
                .param("by", by)
                .param("request", content.request())
                .param("advice", content.advice())
                .update();
        jdbc.sql("update record set superseded = ? where chain = ? and id <> ? and superseded is null")
                .params(id, chain, id)
                .update();
        return true;
    }

    /** The closed record with this id, whichever version it is. */
    public Optional<ClosedRecord> find(String id) {
        return jdbc.sql("select * from record where id = ?")
                .param(id)
                .query(Records::record)
                .optional();
    }

    /** All versions of a record, the first one first. */
    public List<ClosedRecord> versions(String chain) {
        return jdbc.sql("select * from record where chain = ? order by version")
                .param(chain)
                .query(Records::record)
                .list();
    }

    /** The latest version of a record. */
    ClosedRecord latest(String chain) {
        return jdbc.sql("select * from record where chain = ? order by version desc limit 1")
                .param(chain)
                .query(Records::record)
                .single();
    }

    /** Notes that a record has been dealt with, and by whom; the first person to say so is kept. */
    public void handled(String id, String by) {
        OffsetDateTime now = Store.now();
        store.run(() -> log(
                jdbc.sql("update record set handled = ?, handled_by = ? where id = ? and handled is null")
                        .params(now, by, id)
                        .update(),
                id,
                entry(RecordLog.Kind.HANDLED, by, now)));
    }

    /** Takes back that a record has been dealt with. */
    public void reopen(String id, String by) {
        store.run(() -> log(
                jdbc.sql("update record set handled = null, handled_by = null where id = ? and handled is not null")
                        .param(id)
                        .update(),
                id,
                entry(RecordLog.Kind.REOPENED, by, Store.now())));
    }

    private void log(int changed, String id, RecordLog.Entry entry) {
        if (changed > 0) {
            log.add(id, entry);
        }
    }

    private static RecordLog.Entry entry(RecordLog.Kind kind, String by, OffsetDateTime now) {
        return new RecordLog.Entry(kind, now.toInstant(), "", "", by, now.toInstant());
    }

    private static OpenDraft openDraft(ResultSet r, int number) throws SQLException {
        return new OpenDraft(r.getString("id"), r.getString("reference"), r.getString("amends"));
    }

    private static ClosedRecord record(ResultSet r, int number) throws SQLException {
        return new ClosedRecord(
                r.getString("id"),
                r.getString("chain"),
                r.getInt("version"),
                r.getString("previous"),
                r.getString("superseded"),
                r.getString("draft"),
                r.getString("reference"),
                r.getString("urgency"),
                r.getString("policy"),
                r.getString("knowledge"),
                r.getString("program"),
                r.getObject("closed", OffsetDateTime.class).toInstant(),
                r.getString("closed_by"),
                instant(r, "handled"),
                r.getString("handled_by"),
                r.getString("request"),
                r.getString("advice"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
