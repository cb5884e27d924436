package painpathway.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import painpathway.records.Databases.Open;

/** Finding a reference again however it is written, and who did what about a record. */
class WorklistTest extends OnBothDatabases {

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void aReferenceIsFoundInAnyCaseWithAnyAccentsAndInAnyScript(Open store) {
        Map<String, List<String>> found = Map.ofEntries(
                Map.entry("Zo\u00eb M\u00fcller", List.of("zoe", "ZOE\u0308 MU\u0308LLER", "mu\u0308ller", "muller")),
                Map.entry("Stra\u00dfe 7", List.of("STRASSE", "stra\u00dfe")),
                Map.entry("\u0130zmir", List.of("izmir", "IZMIR")),
                Map.entry("\u039f\u03b4\u03cc\u03c2", List.of("\u039f\u0394\u039f\u03a3", "\u03bf\u03b4\u03bf\u03c2")),
                Map.entry("\uff2b\uff0d\uff11\uff10", List.of("K", "\uff4b\uff0d\uff11")),
                Map.entry("\uae40\ubbfc\uc900", List.of("\uae40\ubbfc", "\u1100\u1175\u11b7\u1106\u1175\u11ab")),
                Map.entry("\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f", List.of("\u0645\u062d\u0645\u062f")),
                Map.entry("\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd", List.of("\u05e9\u05dc\u05d5\u05dd")),
                Map.entry(
                        "\u0930\u093e\u092e \u0938\u093f\u0902\u0939",
                        List.of("\u0930\u093e\u092e", "\u0938\u093f\u0902\u0939")),
                Map.entry(
                        "\ud83e\uddb4 \ud83d\udc69\u200d\u2695\ufe0f",
                        List.of("\ud83e\uddb4", "\ud83d\udc69\u200d\u2695")));
        found.forEach((reference, searches) -> {
            String id = store.create(Map.of("reference", List.of(reference)), 1);
            for (String search : searches) {
                assertThat(listed(store, search("all", search, "")))
                        .as("%s by %s", reference, search)
                        .anyMatch(
                                line -> line.id().equals(id) && line.reference().equals(reference));
            }
            assertThat(listed(store, search("all", searches.get(0) + "x", "")))
                    .extracting(WorklistLine::id)
                    .doesNotContain(id);
        });
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void aReferenceFromBeforeIsFoundTheSameWay(Open store) {
        String id = store.create(Map.of("reference", List.of("B\u00e9atrice")), 1);
        JdbcClient.create(store.source())
                .sql("update draft set folded = null where id = ?")
                .param(id)
                .update();
        assertThat(listed(store, search("all", "beatrice", "")))
                .extracting(WorklistLine::id)
                .containsExactly(id);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void everythingDoneAboutARecordIsLoggedAndHandledCanBeTakenBack(Open store) {
        String draft = store.create(Map.of("reference", List.of("logged")), 1);
        String record = store.records()
                .close(draft, 1, new ClosedRecord.Content("emergency", "us", "sha256:1", "1", "{}", "{}"), "CL")
                .orElseThrow();
        store.log().told(record, LONG_AGO, "the hospital", "bed 3 is free", "AB");
        store.records().handled(record, "AB");
        store.records().handled(record, "CD");
        assertThat(listed(store, search("all", "logged", "")))
                .singleElement()
                .satisfies(line -> assertThat(line.state().who()).isEqualTo("CL"))
                .satisfies(line -> assertThat(line.done().who()).isEqualTo("AB"));
        store.records().reopen(record, "EF");
        store.records().reopen(record, "GH");
        assertThat(listed(store, search("unhandled", "logged", ""))).hasSize(1);
        assertThat(store.log().of(record))
                .extracting(e -> e.kind().word() + " " + e.whom() + " " + e.who())
                .containsExactly("told the hospital AB", "handled  AB", "reopened  EF");
        assertThat(store.log().of(record).get(0).at()).isEqualTo(LONG_AGO);
    }
}
