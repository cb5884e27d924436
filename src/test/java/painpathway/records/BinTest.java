package painpathway.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import painpathway.records.Databases.Open;

/** Drafts that were discarded: taken back in time, or removed with all their answers. */
class BinTest extends OnBothDatabases {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void aDiscardedDraftIsOnlyInTheBinAndCanBeTakenBack(Open store) {
        String id = store.create(Map.of("reference", List.of("thrown away")), 1);
        store.bin().discard(id);
        assertThat(store.bin().until(id)).isPresent();
        assertThat(listed(store, search("all", "thrown", ""))).isEmpty();
        assertThat(store.drafts().latest(100)).extracting(Draft::id).doesNotContain(id);
        assertThat(listed(store, search("bin", "thrown", "")))
                .extracting(WorklistLine::id)
                .containsExactly(id);
        store.bin().takeBack(id);
        assertThat(store.bin().until(id)).isEmpty();
        assertThat(listed(store, search("bin", "thrown", ""))).isEmpty();
        assertThat(listed(store, search("drafts", "thrown", "")))
                .extracting(WorklistLine::id)
                .containsExactly(id);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void anAnswerTakesItOutOfTheBinAndASaveWithoutOneDoesNot(Open store) {
        String id = store.create(Map.of("q.age", List.of("50")), 1);
        store.bin().discard(id);
        store.drafts().save(id, answer("50"));
        assertThat(store.bin().until(id)).isPresent();
        store.drafts().save(id, answer("51"));
        assertThat(store.bin().until(id)).isEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void afterThirtyDaysItIsGoneWithItsAnswersAndNothingElseIs(Open store) {
        String gone = store.create(Map.of("q.age", List.of("50")), 1);
        store.drafts().save(gone, answer("52"));
        String kept = store.create(Map.of("q.age", List.of("50")), 1);
        String closed = store.create(Map.of("q.age", List.of("50")), 1);
        store.bin().discard(gone);
        store.bin().discard(closed);
        store.records()
                .close(closed, 1, new ClosedRecord.Content("routine", "us", "sha256:1", "1.0.0", "{}", "{}"), "AB")
                .orElseThrow();
        store.bin().emptyAt(Store.now().plus(Bin.KEPT).minus(SECOND.multipliedBy(60)));
        assertThat(store.drafts().find(gone)).isPresent();
        store.bin().emptyAt(Store.now().plus(Bin.KEPT).plus(SECOND));
        assertThat(store.drafts().find(gone)).isEmpty();
        assertThat(rows(store, "answer_change", gone)).isZero();
        assertThat(rows(store, "draft_tab", gone)).isZero();
        assertThat(store.drafts().find(kept)).isPresent();
        assertThat(store.drafts().find(closed)).as("a record needs it").isPresent();
    }

    private static int rows(Open store, String table, String draft) {
        return JdbcClient.create(store.source())
                .sql("select count(*) from " + table + " where draft = ?")
                .param(draft)
                .query(Integer.class)
                .single();
    }

    private static Edit answer(String age) {
        return new Edit(
                1,
                Map.of("q.age", List.of(age)),
                Set.of("q.age"),
                Set.of("q.age"),
                1,
                OptionalInt.empty(),
                new Edit.OpenPage("tab", "AB", age.hashCode()));
    }
}
