package painpathway.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done about closed records. Entries are only added, and none is changed. */
@Component
public class RecordLog {

    private final Store store;
    private final JdbcClient jdbc;

    RecordLog(Store store) {
        this.store = store;
        this.jdbc = store.jdbc();
    }

    /** What an entry is about: somebody was told, it was handled, or that was taken back. */
    public enum Kind {
        TOLD,
        HANDLED,
        REOPENED;

        /** As messages name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One entry.
     *
     * @param at      when it was done
     * @param whom    who was told, or an empty text
     * @param who     the initials of the person who did it
     * @param written when it was entered
     */
    public record Entry(Kind kind, Instant at, String whom, String note, String who, Instant written) {}

    /** Notes that somebody was told about a record. */
    public void told(String record, Instant at, String whom, String note, String who) {
        store.run(() -> add(
                record, new Entry(Kind.TOLD, at, whom, note, who, Store.now().toInstant())));
    }

    /** All entries about a record, in the order in which things were done. */
    public List<Entry> of(String record) {
        return jdbc.sql("select * from record_log where record = ? order by moment, written, id")
                .param(record)
                .query(RecordLog::entry)
                .list();
    }

    /** Part of a change that somebody else makes. */
    void add(String record, Entry entry) {
        jdbc.sql(
                        "insert into record_log (id, record, kind, moment, whom, note, who, written) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Store.newId(),
                        record,
                        entry.kind.name(),
                        entry.at.atOffset(ZoneOffset.UTC),
                        entry.whom,
                        entry.note,
                        entry.who,
                        entry.written.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                Kind.valueOf(row.getString("kind")),
                row.getObject("moment", OffsetDateTime.class).toInstant(),
                row.getString("whom"),
                row.getString("note"),
                row.getString("who"),
                row.getObject("written", OffsetDateTime.class).toInstant());
    }
}
