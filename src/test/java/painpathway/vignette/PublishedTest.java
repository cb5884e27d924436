package painpathway.vignette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.ShippedRules;
import painpathway.audit.SmallFolder;
import painpathway.folder.FaultyKnowledge;
import painpathway.knowledge.Source;
import painpathway.rules.RuleBook;
import painpathway.vignette.Published.Agreement;
import painpathway.vignette.Published.Entered;

/** Patients whom others have published. */
class PublishedTest {

    private static final String FILE = "vignettes/all.yaml";

    private static final String GOOD = """
            vignettes:
              - id: p-1
                name: "Published"
                answers: {q.age: 15, q.kind: a}
                pains: [{q.place: here}]
                published:
                  source: "report, abstract"
                  entered: text-only
                  clinicians: "They waited."
                  advisor: disagrees
                  note: "The advice does not wait."
                expect: {fires: [needle-01]}
              - id: p-2
                name: "More is known"
                like: "Published"
                change: {q.danger: "no"}
                published: {entered: routine-answers, advisor: partly, note: "Nearly."}
                expect: {fires: [needle-01]}
              - id: p-3
                name: "Made up"
                like: "Published"
                change: {q.age: 5}
                expect: {fires: [rest-02]}
            """;

    private static RuleBook folder(String vignettes) {
        return RuleBook.load(new SmallFolder()
                .file("knowledge/sources.yaml", """
                        sources:
                          - {id: s, kind: ours, title: S, status: ours, reviewed: "2026-11-21", sections: [all]}
                          - {id: report, kind: case-report, title: R, status: seen, reviewed: "2026-11-21", sections: [abstract]}
                        """)
                .file(FILE, vignettes)
                .folder());
    }

    @Test
    void theSamePatientWithMoreAnswersKeepsSourceAndWhatWasDone() {
        RuleBook book = folder(GOOD);
        assertThat(book.warnings()).noneMatch(w -> w.toString().contains("report"));
        List<Vignette> vignettes = Vignettes.load(book);
        Published alone = Objects.requireNonNull(vignettes.get(0).published());
        Published more = Objects.requireNonNull(vignettes.get(1).published());
        assertThat(alone.entered()).isEqualTo(Entered.TEXT_ONLY);
        assertThat(alone.advisor()).isEqualTo(Agreement.DISAGREES);
        assertThat(more)
                .isEqualTo(new Published(
                        alone.citation(), Entered.ROUTINE_ANSWERS, "They waited.", Agreement.PARTLY, "Nearly."));
        assertThat(vignettes.get(2).published()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "report, abstract|repport, abstract|7|the case report 'repport' does not exist; did you mean 'report'?",
                "report, abstract|s, all|7|the case report 's' does not exist",
                "report, abstract|report, abstrakt|7|in 'report' the section 'abstrakt' does not exist; did you mean 'abstract'?",
                "entered: text-only|entered: text|8|'entered' is 'text' but should be one of",
                "advisor: disagrees|advisors: disagrees|10|key 'advisors' is not known here; did you mean 'advisor'?",
                "note: \"The|notes: \"The|11|key 'notes' is not known here; did you mean 'note'?",
                "clinicians: \"They waited.\"|clinicians: \"\"|9|'clinicians' is missing",
                ", note: \"Nearly.\"||17|'note' is missing"
            })
    void whatIsWrongIsRefusedWithItsLine(String old, String by, int line, String says) {
        assertThat(GOOD).contains(old);
        RuleBook book = folder(GOOD.replace(old, by == null ? "" : by));
        FaultyKnowledge refused = catchThrowableOfType(FaultyKnowledge.class, () -> Vignettes.load(book));
        assertThat(refused.faults())
                .anyMatch(f -> f.toString().startsWith(FILE + ":" + line + ": ")
                        && f.problem().contains(says));
    }

    @Test
    void noRuleMayRestOnACaseReport() {
        FaultyKnowledge refused = catchThrowableOfType(
                FaultyKnowledge.class,
                () -> RuleBook.load(
                        new SmallFolder().file("knowledge/sources.yaml", """
                                sources:
                                  - {id: s, kind: case-report, title: S, status: seen, reviewed: "2026-11-21", sections: [all]}
                                """).folder()));
        assertThat(refused.faults())
                .extracting(f -> f.problem())
                .contains("'s' is a case report, which only vignettes may cite");
    }

    @Test
    void theTwelveShippedOnesAreEnteredFromTheTextAloneAndWithRoutineAnswers() {
        Map<Source, List<Published>> bySource = ShippedRules.VIGNETTES.stream()
                .map(Vignette::published)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(p -> p.citation().source()));
        assertThat(bySource).hasSize(12);
        assertThat(bySource.values())
                .allSatisfy(entered -> assertThat(entered)
                        .extracting(Published::entered)
                        .contains(Entered.TEXT_ONLY, Entered.ROUTINE_ANSWERS));
        assertThat(bySource.keySet())
                .allSatisfy(s -> assertThat(s.via()).as(s.id()).isNotBlank());
    }
}
