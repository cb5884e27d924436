package painpathway.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import painpathway.records.Databases.Open;
import painpathway.records.Worklist.Search;

/** Drafts, records and the worklist, on H2 in a file and on PostgreSQL. */
class RecordsTest extends OnBothDatabases {

    private static final ClosedRecord.Content CONTENT = new ClosedRecord.Content(
            "routine",
            "us",
            "sha256:1",
            "1.0.0",
            "{\"answers\": {}}",
            "{\"urgency\":\"routine\", \"name\": \"\u00e9\u20ac\ud83e\uddb4\"}");

    @Test
    void everyMigrationRunsOnceOnBothDatabases() {
        Databases.empty().forEach(address -> {
            try (var source = Databases.source(address)) {
                assertThat(Databases.migrate(source)).containsExactly("1", "2", "3", "4", "5");
                assertThat(Databases.migrate(source)).isEmpty();
            }
        });
    }

    @Test
    void everythingIsThereAfterARestart() {
        Databases.empty().forEach(address -> {
            String draft;
            String record;
            Draft before;
            ClosedRecord closed;
            try (Open store = Databases.open(address)) {
                draft = store.create(Map.of("q.a", List.of("1", "2"), "reference", List.of("Room 4")), 2);
                save(store, draft, 1, Map.of("p1.b", List.of("not-known")), 2);
                before = store.drafts().find(draft).orElseThrow();
                String other = store.create(Map.of(), 1);
                record = store.records().close(other, 0, CONTENT, "AB").orElseThrow();
                closed = store.records().find(record).orElseThrow();
            }
            try (Open store = Databases.open(address)) {
                assertThat(store.drafts().find(draft)).contains(before);
                assertThat(store.records().find(record)).contains(closed);
                assertThat(before.fields())
                        .isEqualTo(Map.of(
                                "q.a",
                                List.of("1", "2"),
                                "reference",
                                List.of("Room 4"),
                                "p1.b",
                                List.of("not-known")));
            }
        });
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void aDraftKeepsWhatWasGivenAndAllThatWasGivenBefore(Open store) {
        String id = store.create(Map.of("reference", List.of("Bed 7")), 1);
        assertThat(id).hasSizeGreaterThanOrEqualTo(22);
        save(store, id, 1, Map.of("q.age", List.of("50")), 1);
        save(store, id, 2, Map.of("q.age", List.of("51")), 1);
        save(store, id, 3, Map.of(), Set.of("q.age"), 1);
        Draft draft = store.drafts().find(id).orElseThrow();
        assertThat(draft.fields()).isEqualTo(Map.of("reference", List.of("Bed 7")));
        assertThat(draft.reference()).isEqualTo("Bed 7");
        assertThat(draft.revision()).isEqualTo(4);
        assertThat(rows(store, id)).containsExactly("1 reference Bed 7", "2 q.age 50", "3 q.age 51", "4 q.age ");
        assertThat(store.drafts().find("nothing")).isEmpty();
        assertThat(store.drafts().save("nothing", edit(0, Map.of(), Set.of(), Set.of(), 1, null, "t", 0)))
                .isEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void aSaveThatChangesNothingIsNoRevision(Open store) {
        String id = store.create(Map.of("q.age", List.of("50")), 1);
        assertThat(save(store, id, 1, Map.of("q.age", List.of("50")), 1).draft().revision())
                .isEqualTo(1);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void aPageThatIsOutOfDateTakesNothingBack(Open store) {
        String id = store.create(Map.of("q.a", List.of("1"), "q.b", List.of("1")), 1);
        Set<String> whole = Set.of("q.a", "q.b", "q.c");
        save(
                store,
                id,
                edit(
                        1,
                        Map.of("q.a", List.of("2"), "q.b", List.of("1"), "q.c", List.of("9")),
                        whole,
                        Set.of(),
                        1,
                        null,
                        "first",
                        0));
        Drafts.Saved second = save(
                store,
                id,
                edit(1, Map.of("q.a", List.of("1"), "q.b", List.of("3")), whole, Set.of(), 1, null, "second", 0));
        assertThat(second.draft().fields())
                .isEqualTo(Map.of("q.a", List.of("2"), "q.b", List.of("3"), "q.c", List.of("9")));
        assertThat(second.changes())
                .extracting(
                        ConcurrentChange::field,
                        ConcurrentChange::before,
                        ConcurrentChange::theirs,
                        ConcurrentChange::stands)
                .containsExactlyInAnyOrder(
                        tuple("q.a", List.of("1"), List.of("2"), true), tuple("q.c", List.of(), List.of("9"), true));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void whereBothChangeAFieldTheLaterWinsAndBothAreTold(Open store) {
        String id = store.create(Map.of("q.a", List.of("1")), 1);
        save(store, id, edit(1, Map.of("q.a", List.of("2")), Set.of("q.a"), Set.of(), 1, null, "first", 0));
        Drafts.Saved second =
                save(store, id, edit(1, Map.of("q.a", List.of("3")), Set.of("q.a"), Set.of(), 1, null, "second", 0));
        assertThat(second.draft().fields()).containsEntry("q.a", List.of("3"));
        assertThat(second.changes()).singleElement().satisfies(t -> {
            assertThat(t.theirs()).containsExactly("2");
            assertThat(t.stands()).isFalse();
        });
        assertThat(store.drafts().since(id, 2, "first").orElseThrow().changes())
                .singleElement()
                .satisfies(t -> {
                    assertThat(t.before()).containsExactly("2");
                    assertThat(t.theirs()).containsExactly("3");
                    assertThat(t.stands()).isTrue();
                });
        assertThat(store.drafts().since(id, 3, "second").orElseThrow().changes())
                .isEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void anAnswerThatIsChangedBackCountsThoughTheReplyInBetweenGotLost(Open store) {
        String id = store.create(Map.of("q.a", List.of("1")), 1);
        save(store, id, edit(1, Map.of("q.a", List.of("2")), Set.of("q.a"), Set.of("q.a"), 1, null, "t", 1));
        assertThat(save(store, id, edit(1, Map.of("q.a", List.of("1")), Set.of("q.a"), Set.of("q.a"), 1, null, "t", 2))
                        .draft()
                        .fields())
                .containsEntry("q.a", List.of("1"));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void aRequestThatWasOvertakenChangesNothing(Open store) {
        String id = store.create(Map.of("q.a", List.of("1")), 1);
        save(store, id, edit(1, Map.of("q.a", List.of("1")), Set.of("q.a"), Set.of("q.a"), 1, null, "t", 2));
        assertThat(save(store, id, edit(1, Map.of("q.a", List.of("2")), Set.of("q.a"), Set.of("q.a"), 1, null, "t", 1))
                        .draft()
                        .fields())
                .containsEntry("q.a", List.of("1"));
        assertThat(save(store, id, edit(1, Map.of("q.a", List.of("2")), Set.of("q.a"), Set.of("q.a"), 1, null, "u", 1))
                        .draft()
                        .fields())
                .containsEntry("q.a", List.of("2"));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void anAnswerStaysWithItsPlaceThoughAnotherIsRemovedMeanwhile(Open store) {
        String id = store.create(
                Map.of("p0.site", List.of("one"), "p1.site", List.of("two"), "p2.site", List.of("three")), 3);
        Drafts.Saved removed = save(store, id, edit(1, Map.of(), Set.of(), Set.of(), 3, 0, "first", 0));
        assertThat(removed.draft().fields()).isEqualTo(Map.of("p0.site", List.of("two"), "p1.site", List.of("three")));
        Drafts.Saved answered = save(
                store,
                id,
                edit(1, Map.of("p2.weeks", List.of("30")), Set.of("p2.weeks"), Set.of(), 3, null, "second", 0));
        assertThat(answered.draft().places()).isEqualTo(2);
        assertThat(answered.draft().fields())
                .isEqualTo(Map.of("p0.site", List.of("two"), "p1.site", List.of("three"), "p1.weeks", List.of("30")));
        assertThat(answered.changes()).extracting(ConcurrentChange::field).containsExactly(Draft.PLACES);
        Drafts.Saved added =
                save(store, id, edit(answered.draft().revision(), Map.of(), Set.of(), Set.of(), 3, null, "second", 0));
        assertThat(added.draft().places()).isEqualTo(3);
        assertThat(added.draft().fields())
                .as("a new place is blank, whatever an earlier one said")
                .doesNotContainKey("p2.site");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void placesDoNotGrowWithoutEndHoweverManyAddOneAtOnce(Open store) {
        String id = store.create(Map.of("p0.site", List.of("knee")), 1);
        for (int i = 0; i < 20; i++) {
            save(
                    store,
                    id,
                    edit(
                            1,
                            Map.of("p2.site", List.of("place " + i)),
                            Set.of("p2.site"),
                            Set.of(),
                            3,
                            null,
                            "tab" + i,
                            0));
        }
        Draft draft = store.drafts().find(id).orElseThrow();
        assertThat(draft.places()).isEqualTo(9);
        assertThat(draft.fields())
                .as("what was added while there was room is there")
                .containsEntry("p0.site", List.of("knee"))
                .containsEntry("p8.site", List.of("place 3"));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void aPlaceIsFoundByAnyNumberAndWhatIsNoNumberIsLeftOut(Open store) {
        String id = store.create(Map.of("p0.site", List.of("knee")), 1);
        JdbcClient jdbc = JdbcClient.create(store.source());
        for (String[] row : List.of(new String[] {"places", "x\n12345\n-1\n0"}, new String[] {"p12345.site", "neck"})) {
            jdbc.sql(
                            "insert into answer_change (draft, revision, field, answer, given, tab, who) values (?, 1, ?, ?, current_timestamp, '', '')")
                    .params(id, row[0], row[1])
                    .update();
        }
        assertThat(store.drafts().find(id).orElseThrow().fields())
                .isEqualTo(Map.of("p0.site", List.of("neck"), "p1.site", List.of("knee")));
        Draft added = save(store, id, 1, Map.of("p2.site", List.of("hip")), 3).draft();
        assertThat(added.fields())
                .isEqualTo(Map.of("p0.site", List.of("neck"), "p1.site", List.of("knee"), "p2.site", List.of("hip")));
        assertThat(rows(store, id)).contains("2 p12346.site hip");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void whatCannotBeStoredAsItIsDoesNoHarm(Open store) {
        String id = store.create(Map.of(), 1);
        String odd = "a\u0000b'; drop table draft; --\nc \u20ac \ud83e\uddb4";
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("q." + "x".repeat(5000), List.of("1"));
        fields.put("q.odd", List.of(odd, ""));
        fields.put("q.long", List.of("y".repeat(100_000)));
        fields.put("reference", List.of("r".repeat(119) + "\ud83e\uddb4", "more"));
        Draft draft = save(store, id, edit(0, fields, fields.keySet(), Set.of(), 1, null, "t", 0))
                .draft();
        assertThat(draft.fields()).containsOnlyKeys("q.odd", "q.long", "reference");
        assertThat(draft.reference())
                .as("as much as fits, and no half character")
                .isEqualTo("r".repeat(119));
        assertThat(draft.fields().get("q.odd")).containsExactly("ab'; drop table draft; -- c \u20ac \ud83e\uddb4");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void manyWhoEditOneDraftAtOnceLoseNothing(Open store) throws Exception {
        String id = store.create(Map.of("q.shared", List.of("0")), 1);
        int people = 8;
        int answers = 15;
        Set<String> whole = new LinkedHashSet<>(Set.of("q.shared"));
        for (int i = 0; i < people * answers; i++) {
            whole.add("q.f" + i);
        }
        List<Long> revisions = Together.run(people, person -> {
            Map<String, List<String>> own = new LinkedHashMap<>(Map.of("q.shared", List.of("0")));
            long last = 0;
            for (int i = 0; i < answers; i++) {
                own.put("q.f" + (person * answers + i), List.of("v" + i));
                own.put("q.shared", List.of(person + "-" + i));
                // Every page stays at the revision it began with: the worst that can happen.
                last = save(store, id, edit(1, own, whole, Set.of(), 1, null, "tab" + person, i + 1))
                        .draft()
                        .revision();
            }
            return last;
        });
        Draft draft = store.drafts().find(id).orElseThrow();
        for (int i = 0; i < people * answers; i++) {
            assertThat(draft.fields()).containsEntry("q.f" + i, List.of("v" + i % answers));
        }
        assertThat(draft.revision())
                .isEqualTo(1 + people * answers)
                .isEqualTo(revisions.stream().max(Long::compare).orElseThrow());
        List<String> shared =
                rows(store, id).stream().filter(r -> r.contains("q.shared")).toList();
        assertThat(shared)
                .as("every answer to the shared question is in the log")
                .hasSize(1 + people * answers);
        assertThat(shared.get(shared.size() - 1))
                .endsWith(draft.fields().get("q.shared").get(0));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void aClosedDraftIsFrozenAndSaysHowManyAnswersCameTooLate(Open store) {
        String id = store.create(Map.of("q.a", List.of("1"), "reference", List.of("Bed 7")), 1);
        assertThat(store.records().close(id, 0, CONTENT, "AB"))
                .as("somebody has changed it meanwhile")
                .isEmpty();
        String record = store.records().close(id, 1, CONTENT, "AB").orElseThrow();
        assertThat(store.records().close(id, 1, CONTENT, "AB")).isEmpty();
        Drafts.Saved late =
                save(store, id, edit(1, Map.of("q.a", List.of("2")), Set.of("q.a"), Set.of(), 1, null, "t", 0));
        assertThat(late.refused()).isEqualTo(1);
        assertThat(late.draft().fields()).containsEntry("q.a", List.of("1"));
        assertThat(late.draft().closedAs()).isEqualTo(record);
        ClosedRecord closed = store.records().find(record).orElseThrow();
        assertThat(closed.request()).isEqualTo(CONTENT.request());
        assertThat(closed.advice()).isEqualTo(CONTENT.advice());
        assertThat(closed.reference()).isEqualTo("Bed 7");
        assertThat(closed.version()).isEqualTo(1);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void ofManyWhoCloseADraftOneDoes(Open store) throws Exception {
        String id = store.create(Map.of(), 1);
        List<Optional<String>> closed = Together.run(6, n -> store.records().close(id, 0, CONTENT, "person " + n));
        assertThat(closed.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void amendmentsAreVersionsBesideARecordThatStaysAsItWas(Open store) {
        String first = closed(store, "amended", "routine", null);
        ClosedRecord before = store.records().find(first).orElseThrow();
        String second = closed(store, "amended", "routine", first);
        String third = closed(store, "amended", "routine", second);
        List<ClosedRecord> versions = store.records().versions(before.chain());
        assertThat(versions).extracting(ClosedRecord::version).containsExactly(1, 2, 3);
        assertThat(versions).extracting(ClosedRecord::id).containsExactly(first, second, third);
        assertThat(versions).extracting(ClosedRecord::previous).containsExactly(null, first, second);
        assertThat(versions).extracting(ClosedRecord::superseded).containsExactly(second, third, null);
        assertThat(store.records().find(first).orElseThrow().advice()).isEqualTo(before.advice());
        assertThat(listed(store, search("closed", "amended", "")))
                .extracting(WorklistLine::id)
                .containsExactly(third);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void aRecordPointsToNoDraftThatIsNotThere(Open store) {
        JdbcClient jdbc = JdbcClient.create(store.source());
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into answer_change (draft, revision, field, answer, given, tab, who) values ('none', 1, 'f', '', current_timestamp, '', '')")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void theWorklistPutsTheOldestEmergencyThatNobodyHandledFirst(Open store) throws Exception {
        String routine = closed(store, "order", "routine", null);
        String emergency = closed(store, "order", "emergency", null);
        String urgent = closed(store, "order", "urgent", null);
        Thread.sleep(5);
        String later = closed(store, "order", "emergency", null);
        String handled = closed(store, "order", "emergency", null);
        store.records().handled(handled, "AB");
        Thread.sleep(5);
        String draft = store.create(Map.of("reference", List.of("the ORDER of things")), 1);
        store.drafts().assessed(store.drafts().find(draft).orElseThrow(), "routine");
        assertThat(ids(store, search("all", "Order", "")))
                .containsExactly(emergency, later, urgent, draft, handled, routine);
        assertThat(ids(store, search("unhandled", "order", ""))).containsExactly(emergency, later, urgent, routine);
        assertThat(ids(store, search("drafts", "order", ""))).containsExactly(draft);
        assertThat(ids(store, search("all", "order", "emergency"))).containsExactly(emergency, later, handled);
        ClosedRecord noted = store.records().find(handled).orElseThrow();
        store.records().handled(handled, "somebody else");
        assertThat(store.records().find(handled)).contains(noted);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void theWorklistIsSearchedByReferenceAndDateAndPaged(Open store) {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(closed(store, "100%_done! " + i, "routine", null));
        }
        closed(store, "1000 done", "routine", null);
        assertThat(ids(store, search("all", "100%_DONE!", ""))).containsExactlyInAnyOrderElementsOf(made);
        List<String> paged = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            Worklist.Found found = store.worklist().find(search("all", "100%_", ""), page, 2);
            assertThat(found.total()).isEqualTo(7);
            found.lines().forEach(e -> paged.add(e.id()));
        }
        assertThat(paged).containsExactlyElementsOf(ids(store, search("all", "100%_", "")));
        Instant closed = store.records().find(made.get(0)).orElseThrow().closed();
        assertThat(ids(store, new Search("all", "100%_", "", closed, LONG_AFTER, false)))
                .contains(made.get(0));
        assertThat(ids(store, new Search("all", "100%_", "", LONG_AGO, closed, false)))
                .doesNotContain(made.get(0));
    }

    // ------------------------------------------------------------------ helpers

    private static String closed(Open store, String reference, String urgency, String amends) {
        String id = draft(store, Map.of("reference", List.of(reference)), 1, amends);
        return store.records()
                .close(id, 1, new ClosedRecord.Content(urgency, "us", "sha256:1", "1.0.0", "{}", "{}"), "")
                .orElseThrow();
    }

    private static List<String> ids(Open store, Search search) {
        return listed(store, search).stream().map(WorklistLine::id).toList();
    }

    private static List<String> rows(Open store, String id) {
        return JdbcClient.create(store.source())
                .sql("select revision, field, answer from answer_change where draft = ? order by revision, field")
                .param(id)
                .query((r, n) -> r.getLong(1) + " " + r.getString(2) + " " + r.getString(3))
                .list();
    }

    private static Edit edit(
            long base,
            Map<String, List<String>> fields,
            Set<String> held,
            Set<String> touched,
            int places,
            Integer remove,
            String tab,
            long turn) {
        return new Edit(
                base,
                fields,
                held,
                touched,
                places,
                remove == null ? OptionalInt.empty() : OptionalInt.of(remove),
                new Edit.OpenPage(tab, "", turn));
    }

    private static Drafts.Saved save(Open store, String id, Edit edit) {
        return store.drafts().save(id, edit).orElseThrow();
    }

    private static Drafts.Saved save(Open store, String id, long base, Map<String, List<String>> fields, int places) {
        return save(store, id, base, fields, fields.keySet(), places);
    }

    private static Drafts.Saved save(
            Open store, String id, long base, Map<String, List<String>> fields, Set<String> held, int places) {
        return save(store, id, edit(base, fields, held, Set.of(), places, null, "tab", 0));
    }
}
