package painpathway.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import painpathway.records.Databases.Open;

/** However often the same form is sent, it begins one draft. */
class NewDraftsTest extends OnBothDatabases {

    private static final Map<String, List<String>> ANSWERS = Map.of("q.age", List.of("50"));

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void ofManyRequestsWithOneTokenOneBeginsADraft(Open store) throws Exception {
        NewDrafts.First first = first(Store.newId());
        List<String> begun = Together.run(6, n -> store.newDrafts().begin(first, false));
        assertThat(Set.copyOf(begun)).hasSize(1);
        assertThat(store.newDrafts().begin(first, false)).isEqualTo(begun.get(0));
        assertThat(store.newDrafts().begin(first(Store.newId()), false)).isNotEqualTo(begun.get(0));
        assertThat(store.newDrafts().begin(first(""), false))
                .as("without a token each is another")
                .isNotEqualTo(store.newDrafts().begin(first(""), false));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void whoeverAmendsARecordInTwoTabsGoesOnWithOneDraft(Open store) throws Exception {
        String record = closed(store);
        NewDrafts.Reason why = new NewDrafts.Reason(record, "AB", "a new answer");
        List<String> mine = Together.run(6, n -> store.newDrafts().amend(why, first(Store.newId()), Map.of()));
        assertThat(Set.copyOf(mine)).hasSize(1);
        String other = store.newDrafts()
                .amend(new NewDrafts.Reason(record, "CD", "a typing error"), first(Store.newId()), Map.of());
        assertThat(other).as("somebody else").isNotEqualTo(mine.get(0));
        assertThat(store.newDrafts().open(record))
                .extracting(NewDrafts.Reason::by)
                .containsExactly("AB", "CD");
        assertThat(store.newDrafts().reason(mine.get(0))).contains(why);
        store.bin().discard(mine.get(0));
        assertThat(store.newDrafts().amend(why, first(Store.newId()), Map.of()))
                .as("after the first was discarded")
                .isNotEqualTo(mine.get(0));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void ofManyClicksOneBeginsAFollowUpAndItsAmendmentFollowsTheSameRecord(Open store) throws Exception {
        String record = closed(store);
        NewDrafts.First first = first(Store.newId());
        List<String> begun = Together.run(6, n -> store.newDrafts().follow(record, first));
        assertThat(Set.copyOf(begun)).hasSize(1);
        Draft draft = store.drafts().find(begun.get(0)).orElseThrow();
        assertThat(draft.follows()).isEqualTo(record);
        String followUp = closed(store, draft.id());
        NewDrafts.Reason why = new NewDrafts.Reason(followUp, "AB", "a new answer");
        String amendment = store.newDrafts().amend(why, first(Store.newId()), Map.of());
        assertThat(store.newDrafts().followed(amendment)).contains(record);
        assertThat(store.newDrafts().followUps(record))
                .as("an amendment that is open is not a follow-up of its own")
                .extracting(NewDrafts.FollowedUp::closedAs)
                .containsExactly(followUp);
        String amended = closed(store, amendment);
        assertThat(store.newDrafts().followUps(record))
                .extracting(NewDrafts.FollowedUp::closedAs)
                .containsExactly(amended);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void answersThatCameTooLateAreAddedToAnAmendmentThatHasBegun(Open store) {
        NewDrafts.Reason why = new NewDrafts.Reason(closed(store), "AB", "a new answer");
        String begun = store.newDrafts().amend(why, first("one"), Map.of());
        Map<String, List<String>> late = Map.of("q.age", List.of("51"), "p1.site", List.of("knee"));
        String again = store.newDrafts().amend(why, new NewDrafts.First("two", ANSWERS, 2), late);
        assertThat(again).isEqualTo(begun);
        Draft draft = store.drafts().find(begun).orElseThrow();
        assertThat(draft.fields()).isEqualTo(late);
        assertThat(draft.places()).isEqualTo(2);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void aSamplePatientIsNotOnTheWorklistUnlessAskedFor(Open store) {
        Map<String, List<String>> named = Map.of("reference", List.of("made up"));
        String sample = store.newDrafts().begin(new NewDrafts.First("", named, 1), true);
        String record = store.records().close(sample, 1, content(), "AB").orElseThrow();
        String amended = store.newDrafts()
                .amend(new NewDrafts.Reason(record, "AB", "why"), new NewDrafts.First("", named, 1), Map.of());
        assertThat(listed(store, search("all", "made up", ""))).isEmpty();
        assertThat(listed(store, new Worklist.Search("all", "made up", "", LONG_AGO, LONG_AFTER, true)))
                .allMatch(line -> line.state().sample())
                .extracting(WorklistLine::id)
                .containsExactlyInAnyOrder(record, amended);
    }

    private static String closed(Open store) {
        return closed(store, store.create(ANSWERS, 1));
    }

    private static String closed(Open store, String draft) {
        return store.records().close(draft, 1, content(), "AB").orElseThrow();
    }

    private static ClosedRecord.Content content() {
        return new ClosedRecord.Content("routine", "us", "sha256:1", "1.0.0", "{}", "{}");
    }

    private static NewDrafts.First first(String token) {
        return new NewDrafts.First(token, ANSWERS, 1);
    }
}
