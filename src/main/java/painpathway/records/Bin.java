package painpathway.records;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Discarded drafts. They can be taken back for 30 days; after that they are gone with all their answers. */
@Component
public class Bin {

    /** How long a draft stays here. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final Store store;
    private final JdbcClient jdbc;

    Bin(Store store) {
        this.store = store;
        this.jdbc = store.jdbc();
    }

    /** Puts a draft into the bin; one that was closed stays where it is. An answer given to it later takes it out again. */
    public void discard(String draft) {
        store.run(() -> jdbc.sql(
                        "update draft set discarded = ? where id = ? and discarded is null and closed_as is null")
                .params(Store.now(), draft)
                .update());
    }

    /** Takes a draft out of the bin again. */
    public void takeBack(String draft) {
        store.run(() -> jdbc.sql("update draft set discarded = null where id = ?")
                .param(draft)
                .update());
    }

    /** When a draft in the bin will be gone; empty for one that is not there. */
    public Optional<Instant> until(String draft) {
        return jdbc.sql("select discarded from draft where id = ? and discarded is not null and closed_as is null")
                .param(draft)
                .query(OffsetDateTime.class)
                .optional()
                .map(since -> since.toInstant().plus(KEPT));
    }

    /** Removes what has been here for too long. Runs at the start, and whenever somebody reads the worklist. */
    @EventListener(ApplicationReadyEvent.class)
    public void empty() {
        emptyAt(Store.now());
    }

    void emptyAt(OffsetDateTime now) {
        String old = "select id from draft where discarded < ? and closed_as is null";
        if (ids(old, now).isEmpty()) {
            return;
        }
        store.run(() -> {
            // The lock makes an answer that comes in at the same moment either save the draft or come too late.
            for (String id : ids(old + " for update", now)) {
                for (String table : List.of("draft_tab where draft", "answer_change where draft", "draft where id")) {
                    jdbc.sql("delete from " + table + " = ?").param(id).update();
                }
            }
        });
    }

    private List<String> ids(String sql, OffsetDateTime now) {
        return jdbc.sql(sql).param(now.minus(KEPT)).query(String.class).list();
    }
}
