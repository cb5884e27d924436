package painpathway.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import painpathway.records.Databases.Open;
import painpathway.records.Worklist.Search;

/** Tests that run on a store of each kind: H2 in a file and PostgreSQL. */
abstract class OnBothDatabases {

    static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
    static final Instant LONG_AFTER = Instant.parse("2999-01-01T00:00:00Z");

    private static List<Open> stores;

    @BeforeAll
    static void open() {
        stores = Databases.empty().map(Databases::open).toList();
    }

    @AfterAll
    static void close() {
        stores.forEach(Open::close);
    }

    static Stream<Open> stores() {
        return stores.stream();
    }

    /** A new draft; {@code amends} is the record that it will be a new version of, or null. */
    static String draft(Open store, Map<String, List<String>> fields, int places, String amends) {
        if (amends == null) {
            return store.create(fields, places);
        }
        // A name for each, because whoever amends a record already gets the same draft again.
        NewDrafts.Reason why = new NewDrafts.Reason(amends, "AB " + Store.newId(), "a test");
        return store.newDrafts().amend(why, new NewDrafts.First("", fields, places), Map.of());
    }

    static Search search(String kind, String reference, String urgency) {
        return new Search(kind, reference, urgency, LONG_AGO, LONG_AFTER, false);
    }

    static List<WorklistLine> listed(Open store, Search search) {
        return store.worklist().find(search, 0, 100).lines();
    }
}
