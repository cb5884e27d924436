package painpathway.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pages on paper of closed records. Like the records themselves they are never changed. */
@Component
public class Papers {

    private final Store store;
    private final JdbcClient jdbc;

    Papers(Store store) {
        this.store = store;
        this.jdbc = store.jdbc();
    }

    /** Keeps the pages of a record: kind to markup. Where it has some already, those stay. */
    public void keep(String record, Map<String, String> pages) {
        store.change(() -> {
            // The lock on the record puts two who print it first one after the other.
            jdbc.sql("select id from record where id = ? for update").param(record).query(String.class).single();
            List<String> kept = jdbc.sql("select kind from record_paper where record = ?").param(record).query(String.class).list();
            pages.forEach((kind, html) -> {
                if (!kept.contains(kind)) {
                    jdbc.sql("insert into record_paper (record, kind, html) values (?, ?, ?)").params(record, kind, html).update();
                }
            });
            return null;
        });
    }

    /** The page of this kind that was frozen with a record. */
    public Optional<String> find(String record, String kind) {
        return jdbc.sql("select html from record_paper where record = ? and kind = ?").params(record, kind).query(String.class).optional();
    }
}
