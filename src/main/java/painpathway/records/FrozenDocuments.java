package painpathway.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The printed pages of closed records. Like the records themselves they never change. */
@Component
public class FrozenDocuments {

    private final Store store;
    private final JdbcClient jdbc;

    FrozenDocuments(Store store) {
        this.store = store;
        this.jdbc = store.jdbc();
    }

    /** Keeps the pages of a record, from kind to markup. Pages that it already has stay. */
    public void keep(String record, Map<String, String> pages) {
        store.run(() -> {
            // The lock on the record makes two people who print it first wait for each other.
            jdbc.sql("select id from record where id = ? for update")
                    .param(record)
                    .query(String.class)
                    .single();
            List<String> kept = jdbc.sql("select kind from record_paper where record = ?")
                    .param(record)
                    .query(String.class)
                    .list();
            pages.forEach((kind, html) -> {
                if (!kept.contains(kind)) {
                    jdbc.sql("insert into record_paper (record, kind, html) values (?, ?, ?)")
                            .params(record, kind, html)
                            .update();
                }
            });
        });
    }

    /** The page of this kind frozen with a record. */
    public Optional<String> find(String record, String kind) {
        return jdbc.sql("select html from record_paper where record = ? and kind = ?")
                .params(record, kind)
                .query(String.class)
                .optional();
    }
}
