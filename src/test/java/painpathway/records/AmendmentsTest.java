package painpathway.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import painpathway.records.Amendments.Overtaken;
import painpathway.records.Databases.Open;

/** Two who amend one record: nobody's version is passed over, nobody's answer is lost. On H2 in a file and on PostgreSQL. */
class AmendmentsTest extends OnBothDatabases {

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void closingAgainstAVersionThatWasAmendedStops(Open store) {
        String first = closed(store, begun(store, Map.of("q.a", "1"), 1, null), "routine");
        String mine = begun(store, Map.of("q.a", "1"), 1, first);
        String second = closed(store, begun(store, Map.of("q.a", "2"), 1, first), "emergency");
        assertThat(close(store, mine, "routine")).isEmpty();
        assertThat(store.records().versions(first)).extracting(ClosedRecord::id).containsExactly(first, second);
        assertThat(store.drafts().find(mine).orElseThrow().closedAs()).isNull();
        Overtaken overtaken = store.amendments().overtaken(mine).orElseThrow();
        assertThat(overtaken.versions().amended().id()).isEqualTo(first);
        assertThat(overtaken.versions().latest().id()).isEqualTo(second);
        assertThat(store.amendments().overtaken(begun(store, Map.of(), 1, second)))
                .isEmpty();
        assertThat(store.amendments().overtaken(begun(store, Map.of(), 1, null)))
                .isEmpty();
        assertThat(store.amendments().overtaken("nothing")).isEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void ofManyWhoAmendOneVersionAtOnceOneClosesAndTheOthersAreStopped(Open store) throws Exception {
        String first = closed(store, begun(store, Map.of(), 1, null), "routine");
        List<String> drafts = Stream.generate(() -> begun(store, Map.of("q.a", "1"), 1, first))
                .limit(8)
                .toList();
        List<Optional<String>> closed = Together.run(8, n -> close(store, drafts.get(n), "emergency"));
        assertThat(closed.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(store.records().versions(first)).hasSize(2);
        assertThat(drafts.stream().filter(d -> store.amendments().overtaken(d).isPresent()))
                .hasSize(7);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void theDatabaseItselfRefusesTwoVersionsOfOneNumber(Open store) {
        String first = closed(store, begun(store, Map.of(), 1, null), "routine");
        closed(store, begun(store, Map.of(), 1, first), "routine");
        String other = begun(store, Map.of(), 1, first);
        assertThatThrownBy(() -> JdbcClient.create(store.source())
                        .sql("""
                insert into record (id, chain, version, previous, draft, reference, urgency, policy, knowledge, program, closed, closed_by, request, advice)
                values ('x', ?, 2, ?, ?, '', 'routine', '', '', '', current_timestamp, '', '', '')""")
                        .params(first, first, other)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void anEmergencyThatNobodyHandledStaysOnTheWorklistWhateverLaterVersionsSay(Open store) {
        String first = closed(store, begun(store, Map.of("reference", "stays"), 1, null), "urgent");
        String second = closed(store, begun(store, Map.of("reference", "stays"), 1, first), "emergency");
        String third = closed(store, begun(store, Map.of("reference", "stays"), 1, second), "conservative-first");
        String fourth = closed(store, begun(store, Map.of("reference", "stays"), 1, third), "routine");
        for (String kind : List.of("all", "closed", "unhandled")) {
            assertThat(listed(store, search(kind, "stays", "")))
                    .as(kind)
                    .extracting(WorklistLine::id, line -> line.state().superseded())
                    .containsExactly(tuple(second, true), tuple(first, true), tuple(fourth, false));
        }
        store.records().handled(fourth, "AB");
        assertThat(listed(store, search("unhandled", "stays", "")))
                .extracting(WorklistLine::id)
                .containsExactly(second, first);
        store.records().handled(second, "AB");
        assertThat(listed(store, search("unhandled", "stays", "")))
                .extracting(WorklistLine::id)
                .containsExactly(first);
        store.records().handled(first, "AB");
        assertThat(listed(store, search("unhandled", "stays", ""))).isEmpty();
        assertThat(listed(store, search("all", "stays", "")))
                .extracting(WorklistLine::id)
                .containsExactly(fourth);
    }

    /** As they could be made before closing against a superseded version was stopped. */
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void anEmergencyThatWasPassedOverEarlierComesBackToTheWorklist(Open store) {
        String first = closed(store, begun(store, Map.of("reference", "fork"), 1, null), "routine");
        String second = closed(store, begun(store, Map.of("reference", "fork"), 1, first), "emergency");
        String third = closed(store, begun(store, Map.of("reference", "fork"), 1, second), "routine");
        JdbcClient.create(store.source())
                .sql("update record set previous = ? where id = ?")
                .params(first, third)
                .update();
        assertThat(listed(store, search("unhandled", "fork", "")))
                .extracting(WorklistLine::id)
                .containsExactly(second, third);
        String mine = begun(store, Map.of("reference", "fork", "q.new", "1"), 1, second);
        assertThat(close(store, mine, "routine")).isEmpty();
        assertThat(carryOver(store, mine, Set.of())).isTrue();
        String fourth = close(store, mine, "routine").orElseThrow();
        assertThat(store.records().find(fourth).orElseThrow().version()).isEqualTo(4);
        assertThat(store.records().find(fourth).orElseThrow().previous()).isEqualTo(third);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void whatBothSayIsKeptWhenADraftIsCarriedOver(Open store) {
        String first = closed(
                store,
                begun(store, Map.of("q.a", "1", "q.b", "1", "q.gone", "1", "reference", "Bed 7"), 1, null),
                "routine");
        String mine = begun(store, fields(store, first), 1, first);
        save(
                store,
                mine,
                Map.of("q.b", List.of("2"), "q.mine", List.of("x"), "reference", List.of("Bed 8")),
                Set.of(),
                1,
                null);
        String theirs = begun(store, fields(store, first), 1, first);
        save(
                store,
                theirs,
                Map.of("q.a", List.of("urine", "saddle"), "q.theirs", List.of("y")),
                Set.of("q.gone"),
                1,
                null);
        String second = closed(store, theirs, "emergency");
        Overtaken overtaken = store.amendments().overtaken(mine).orElseThrow();
        assertThat(overtaken.both()).isEmpty();
        assertThat(overtaken.own())
                .extracting(FieldDifference::field, FieldDifference::before, FieldDifference::mine)
                .containsExactlyInAnyOrder(
                        tuple("q.b", List.of("1"), List.of("2")),
                        tuple("q.mine", List.of(), List.of("x")),
                        tuple("reference", List.of("Bed 7"), List.of("Bed 8")));
        assertThat(carryOver(store, mine, Set.of())).isTrue();
        Draft carried = store.drafts().find(mine).orElseThrow();
        assertThat(carried.amends()).isEqualTo(second);
        assertThat(carried.reference()).isEqualTo("Bed 8");
        assertThat(carried.fields())
                .isEqualTo(Map.of(
                        "q.a",
                        List.of("urine", "saddle"),
                        "q.b",
                        List.of("2"),
                        "q.mine",
                        List.of("x"),
                        "q.theirs",
                        List.of("y"),
                        "reference",
                        List.of("Bed 8")));
        String third = close(store, mine, "emergency").orElseThrow();
        assertThat(store.records().versions(first)).extracting(ClosedRecord::id).containsExactly(first, second, third);
        assertThat(store.records().find(third).orElseThrow().previous()).isEqualTo(second);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void whatBothChangedIsChosenAndNeverDecidedInSilence(Open store) {
        String first = closed(store, begun(store, Map.of("q.bladder", "none", "q.pain", "3"), 1, null), "routine");
        String mine = begun(store, fields(store, first), 1, first);
        save(
                store,
                mine,
                Map.of("q.bladder", List.of("not-known"), "q.pain", List.of("5"), "q.same", List.of("1")),
                Set.of(),
                1,
                null);
        String theirs = begun(store, fields(store, first), 1, first);
        save(
                store,
                theirs,
                Map.of("q.bladder", List.of("urine"), "q.pain", List.of("9"), "q.same", List.of("1")),
                Set.of(),
                1,
                null);
        String second = closed(store, theirs, "emergency");
        Overtaken overtaken = store.amendments().overtaken(mine).orElseThrow();
        assertThat(overtaken.both())
                .extracting(
                        FieldDifference::field, FieldDifference::before, FieldDifference::mine, FieldDifference::theirs)
                .containsExactlyInAnyOrder(
                        tuple("q.bladder", List.of("none"), List.of("not-known"), List.of("urine")),
                        tuple("q.pain", List.of("3"), List.of("5"), List.of("9")));
        long revision = overtaken.versions().draft().revision();
        Amendments amendments = store.amendments();
        assertThat(amendments.carryOver(mine, revision, second, Set.of("q.pain"), Set.of(), ""))
                .as("one is not decided")
                .isFalse();
        assertThat(amendments.carryOver(mine, revision, second, Set.of("q.pain", "q.bladder"), Set.of("q.bladder"), ""))
                .as("one is decided twice")
                .isFalse();
        assertThat(amendments.carryOver(mine, revision - 1, second, Set.of("q.pain"), Set.of("q.bladder"), ""))
                .as("the draft has changed")
                .isFalse();
        assertThat(amendments.carryOver(mine, revision, first, Set.of("q.pain"), Set.of("q.bladder"), ""))
                .as("not the latest version")
                .isFalse();
        assertThat(store.drafts().find(mine).orElseThrow())
                .isEqualTo(overtaken.versions().draft());
        assertThat(amendments.carryOver(mine, revision, second, Set.of("q.pain"), Set.of("q.bladder"), ""))
                .isTrue();
        assertThat(amendments.carryOver(mine, revision, second, Set.of("q.pain"), Set.of("q.bladder"), ""))
                .as("pressed twice")
                .isFalse();
        assertThat(store.drafts().find(mine).orElseThrow().fields())
                .isEqualTo(Map.of("q.bladder", List.of("urine"), "q.pain", List.of("5"), "q.same", List.of("1")));
        assertThat(store.drafts().since(mine, revision, "my tab").orElseThrow().changes())
                .as("every open page is told")
                .extracting(ConcurrentChange::field, ConcurrentChange::theirs)
                .containsExactly(tuple("q.bladder", List.of("urine")));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void placesThatBothAddedAreTwoPlacesAndAnswersStayWithTheirs(Open store) {
        String first = closed(store, begun(store, Map.of("p0.site", "knee", "p1.site", "hip"), 2, null), "routine");
        String mine = begun(store, fields(store, first), 2, first);
        save(store, mine, Map.of("p1.weeks", List.of("30"), "p2.site", List.of("neck")), Set.of(), 3, null);
        String theirs = begun(store, fields(store, first), 2, first);
        save(store, theirs, Map.of("p2.site", List.of("shoulder")), Set.of(), 3, 0);
        closed(store, theirs, "routine");
        Overtaken overtaken = store.amendments().overtaken(mine).orElseThrow();
        assertThat(overtaken.both()).isEmpty();
        assertThat(overtaken.places()).isEqualTo(3);
        assertThat(overtaken.fields())
                .isEqualTo(Map.of(
                        "p0.site",
                        List.of("hip"),
                        "p0.weeks",
                        List.of("30"),
                        "p1.site",
                        List.of("shoulder"),
                        "p2.site",
                        List.of("neck")));
        assertThat(carryOver(store, mine, Set.of())).isTrue();
        assertThat(store.drafts().find(mine).orElseThrow().fields()).isEqualTo(overtaken.fields());
        // Once more, now that the numbers in the draft are others than those of the record: the neck of one is the neck
        // of the other.
        String second = store.drafts().find(mine).orElseThrow().amends();
        String third = closed(store, mine, "routine");
        String late = begun(store, fields(store, second), 2, second);
        save(store, late, Map.of("p1.weeks", List.of("4")), Set.of(), 2, null);
        assertThat(carryOver(store, late, Set.of())).isTrue();
        assertThat(store.drafts().find(late).orElseThrow().amends()).isEqualTo(third);
        assertThat(store.drafts().find(late).orElseThrow().fields())
                .isEqualTo(Map.of(
                        "p0.site",
                        List.of("hip"),
                        "p0.weeks",
                        List.of("30"),
                        "p1.site",
                        List.of("shoulder"),
                        "p1.weeks",
                        List.of("4"),
                        "p2.site",
                        List.of("neck")));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void aPlaceThatOneRemovedStaysWhereTheOtherAnsweredAboutIt(Open store) {
        String first = closed(
                store,
                begun(store, Map.of("p0.site", "knee", "p1.site", "hip", "p2.site", "neck"), 3, null),
                "routine");
        String mine = begun(store, fields(store, first), 3, first);
        save(store, mine, Map.of("p1.weeks", List.of("30")), Set.of(), 3, 0);
        String theirs = begun(store, fields(store, first), 3, first);
        save(store, theirs, Map.of("p0.weeks", List.of("9")), Set.of(), 3, 1);
        closed(store, theirs, "routine");
        Overtaken overtaken = store.amendments().overtaken(mine).orElseThrow();
        assertThat(overtaken.fields())
                .isEqualTo(Map.of(
                        "p0.site",
                        List.of("knee"),
                        "p0.weeks",
                        List.of("9"),
                        "p1.site",
                        List.of("neck"),
                        "p2.site",
                        List.of("hip"),
                        "p2.weeks",
                        List.of("30")));
        assertThat(overtaken.kept()).containsExactly(0, 2);
        String untouched = begun(store, fields(store, first), 3, first);
        save(store, untouched, Map.of(), Set.of(), 3, 2);
        assertThat(store.amendments().overtaken(untouched).orElseThrow().fields())
                .as("what only one removed is gone")
                .isEqualTo(Map.of("p0.site", List.of("knee"), "p0.weeks", List.of("9")));
    }

    /** Everybody closes, is stopped, carries over and closes again, all at once: each gets a version, and the last one has every answer. */
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void manyWhoAmendOneRecordAtOnceLoseNothing(Open store) throws Exception {
        int people = 6;
        String first = closed(store, begun(store, Map.of("q.shared", "0"), 1, null), "routine");
        List<String> drafts = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            Map<String, String> fields = new LinkedHashMap<>(fields(store, first));
            fields.put("q.own" + person, "x");
            fields.put("q.shared", String.valueOf(person + 1));
            fields.put("p1.site", "place of " + person);
            drafts.add(begun(store, fields, 2, first));
        }
        List<String> closed = Together.run(people, person -> {
            while (true) {
                Optional<String> done = close(store, drafts.get(person), "emergency");
                if (done.isPresent()) {
                    return done.get();
                }
                carryOver(store, drafts.get(person), Set.of("q.shared"));
            }
        });
        List<ClosedRecord> versions = store.records().versions(first);
        assertThat(versions).extracting(ClosedRecord::id).hasSize(1 + people).containsAll(closed);
        for (int i = 1; i < versions.size(); i++) {
            assertThat(versions.get(i).previous()).isEqualTo(versions.get(i - 1).id());
            assertThat(versions.get(i).version()).isEqualTo(i + 1);
        }
        Draft last = store.drafts().find(versions.get(people).draft()).orElseThrow();
        for (int person = 0; person < people; person++) {
            assertThat(last.fields()).containsEntry("q.own" + person, List.of("x"));
            assertThat(last.fields().values()).contains(List.of("place of " + person));
        }
        assertThat(last.places()).isEqualTo(1 + people);
        assertThat(versions).allMatch(v -> v.version() == 1 || v.pressing());
    }

    // ------------------------------------------------------------------ helpers

    private static String begun(Open store, Map<String, String> fields, int places, String amends) {
        return OnBothDatabases.draft(
                store,
                fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
                places,
                amends);
    }

    /** What an amendment of a record begins with. */
    private static Map<String, String> fields(Open store, String record) {
        return store
                .drafts()
                .find(store.records().find(record).orElseThrow().draft())
                .orElseThrow()
                .fields()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().get(0)));
    }

    private static void save(
            Open store, String draft, Map<String, List<String>> fields, Set<String> blank, int places, Integer remove) {
        Set<String> held =
                Stream.concat(fields.keySet().stream(), blank.stream()).collect(Collectors.toSet());
        store.drafts()
                .save(
                        draft,
                        new Edit(
                                store.drafts().find(draft).orElseThrow().revision(),
                                fields,
                                held,
                                held,
                                places,
                                remove == null ? OptionalInt.empty() : OptionalInt.of(remove),
                                new Edit.OpenPage("my tab", "", 0)));
    }

    private static Optional<String> close(Open store, String draft, String urgency) {
        return store.records()
                .close(
                        draft,
                        store.drafts().find(draft).orElseThrow().revision(),
                        new ClosedRecord.Content(urgency, "us", "sha256:1", "1.0.0", "{}", "{}"),
                        "AB");
    }

    private static String closed(Open store, String draft, String urgency) {
        return close(store, draft, urgency).orElseThrow();
    }

    /** Carries over; of what both changed, the draft's own answer stays in these fields and the other is taken in the rest. */
    private static boolean carryOver(Open store, String draft, Set<String> mine) {
        return store.amendments()
                .overtaken(draft)
                .map(o -> store.amendments()
                        .carryOver(
                                draft,
                                o.versions().draft().revision(),
                                o.versions().latest().id(),
                                mine,
                                o.both().stream()
                                        .map(FieldDifference::field)
                                        .filter(f -> !mine.contains(f))
                                        .collect(Collectors.toSet()),
                                ""))
                .orElse(false);
    }
}
