package painpathway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import painpathway.ShippedRules;
import painpathway.advice.Advisor;
import painpathway.folder.Fault;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;

/** What a folder has to pass before anybody is advised by it, beside what its rules have to. */
class AcceptanceTest {

    private static final String VIGNETTES = "vignettes/all.yaml";

    @Test
    void theShippedRulesPass() {
        assertThatCode(() -> Acceptance.check(ShippedRules.ADVISOR)).doesNotThrowAnyException();
    }

    @Test
    void theSmallFolderPasses() {
        assertThat(check(new SmallFolder())).isEmpty();
    }

    // ------------------------------------------------------------------ read whole

    static Stream<Arguments> expectations() {
        return Stream.of(
                Arguments.of(
                        "red-flags: {alram: urgent}", "the red flag 'alram' does not exist; did you mean 'alarm'?"),
                Arguments.of(
                        "red-flags: {alarm: urgend}", "the urgency 'urgend' does not exist; did you mean 'urgent'?"),
                Arguments.of("absent-red-flags: [alram]", "the red flag 'alram' does not exist; did you mean 'alarm'?"),
                Arguments.of("obstacles: [blnk]", "the obstacle 'blnk' does not exist; did you mean 'blank'?"),
                Arguments.of("notes: {needle: [raed]}", "the note 'raed' does not exist; did you mean 'read'?"),
                Arguments.of(
                        "absent-notes: {needle: [raed]}",
                        "the note or fact 'raed' does not exist; did you mean 'read'?"),
                Arguments.of("stances: {needle: [veiw]}", "the stance 'veiw' does not exist; did you mean 'view'?"),
                Arguments.of("conditions: {needle: [aks]}", "the check 'aks' does not exist; did you mean 'ask'?"),
                Arguments.of(
                        "reasons: {needle: [nedle-01]}",
                        "the rule or finding 'nedle-01' does not exist; did you mean 'needle-01'?"),
                Arguments.of(
                        "fires: [needle-10]",
                        "the rule or finding 'needle-10' does not exist; did you mean 'needle-01'?"),
                Arguments.of("does-not-fire: [odl]", "the rule or finding 'odl' does not exist; did you mean 'old'?"),
                Arguments.of("ignored: [q.mroe]", "the question 'q.mroe' does not exist; did you mean 'q.more'?"),
                Arguments.of("urgency: rutine", "the urgency 'rutine' does not exist; did you mean 'routine'?"),
                Arguments.of(
                        "verdicts: {needle: candidat}",
                        "the verdict 'candidat' does not exist; did you mean 'candidate'?"),
                Arguments.of(
                        "verdicts: {nedle: candidate}",
                        "the intervention 'nedle' does not exist; did you mean 'needle'?"),
                Arguments.of(
                        "verdicts: {1/needle: candidate}",
                        "'1/needle': there is no place '1'; places are counted from 0"),
                Arguments.of(
                        "verdicts: {x/needle: candidate}",
                        "'x/needle': there is no place 'x'; places are counted from 0"),
                Arguments.of("verdicts: {99999999999/needle: candidate}", "there is no place '99999999999'"),
                Arguments.of("underlying: {needle: withheld}", "the underlying verdict 'withheld' does not exist"),
                Arguments.of(
                        "verdict: {needle: candidate}",
                        "'verdict' is not something to expect; known are [absent-notes, "),
                Arguments.of("verdict: {needle: candidate}", "; did you mean 'verdicts'?"));
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void aNameThatAVignetteExpectsHasToExist(String expects, String says) {
        SmallFolder folder = new SmallFolder().file(VIGNETTES, """
                vignettes:
                  - id: a
                    name: "A"
                    answers: {q.age: 15}
                    pains: [{q.place: here}]
                    expect:
                      %s
                """.formatted(expects));
        assertThat(read(folder))
                .singleElement()
                .asString()
                .startsWith(VIGNETTES + ":7: ")
                .contains(says);
    }

    @Test
    void anAnswerThatAVignetteCannotGiveIsToldWithItsLine() {
        SmallFolder folder = new SmallFolder().file(VIGNETTES, """
                vignettes:
                  - id: a
                    name: "A"
                    answers: {q.age: 15, q.list: none}
                    pains: [{q.place: here}]
                    expect: {urgency: routine}
                """);
        assertThat(read(folder))
                .singleElement()
                .asString()
                .startsWith(VIGNETTES + ":2: q.list: ")
                .contains("a list of options is expected (none)");
    }

    @Test
    void everyVignetteHasAnIdOfItsOwn() {
        SmallFolder folder = new SmallFolder().file(VIGNETTES, """
                vignettes:
                  - {id: a, name: "A", answers: {q.age: 15}, pains: [{q.place: here}], expect: {urgency: routine}}
                  - {name: "B", answers: {q.age: 15}, pains: [{q.place: here}], expect: {urgency: routine}}
                  - {id: a, name: "C", answers: {q.age: 15}, pains: [{q.place: here}], expect: {urgency: routine}}
                  - {id: "A b", name: "D", answers: {q.age: 15}, pains: [{q.place: here}], expect: {urgency: routine}}
                """);
        assertThat(read(folder))
                .containsExactly(
                        VIGNETTES + ":3: 'id' is missing",
                        VIGNETTES + ":4: the id 'a' is already given to the vignette in vignettes/all.yaml:2",
                        VIGNETTES
                                + ":5: the id 'A b' should be small letters, digits and hyphens: it is part of an address");
    }

    @Test
    void everyThingWrongInTheOtherFilesIsToldAtOnce() {
        SmallFolder folder =
                new SmallFolder().file(VIGNETTES, """
                vignettes:
                  - id: a
                    name: "A"
                    answers: {q.age: 15}
                    pains: [{q.place: here}]
                    expects: {urgency: routine}
                  - id: b
                    name: "B"
                    like: "A"
                    change: {x/q.place: there, 3/q.place: there, 0/q.age: 3, q.danger: "no"}
                    expect: {urgency: routine}
                  - id: b-2
                    name: "b "
                    answers: {q.age: 15}
                    pains: [{q.place: here}]
                    expect: {urgency: routine}
                """).file("samples.yaml", """
                samples:
                  - {title: T, text: T, vignete: "A"}
                  - {title: T, text: T, vignette: "Aa"}
                """).file("laws.yaml", """
                laws:
                  - {id: a, says: "A.", when: [{met: odl}], urgency: [urgent]}
                  - {id: A, says: "A.", when: [{met: old}], urgency: [urgent]}
                """);
        assertThat(read(folder))
                .satisfiesExactly(
                        f -> assertThat(f)
                                .isEqualTo(
                                        "laws.yaml:2: the criterion or pattern 'odl' does not exist; did you mean 'old'?"),
                        f -> assertThat(f)
                                .isEqualTo(
                                        "laws.yaml:3: 'A' and 'a' (laws.yaml:2) differ only in capitals, spaces or how a letter is stored"),
                        f -> assertThat(f).isEqualTo("samples.yaml:2: 'vignette' is missing"),
                        f -> assertThat(f)
                                .isEqualTo("samples.yaml:2: key 'vignete' is not known here; did you mean 'vignette'?"),
                        f -> assertThat(f)
                                .isEqualTo("samples.yaml:3: the vignette 'Aa' does not exist; did you mean 'A'?"),
                        f -> assertThat(f)
                                .isEqualTo(VIGNETTES
                                        + ":3: 'expect' is missing: a vignette that expects nothing tests nothing"),
                        f -> assertThat(f)
                                .isEqualTo(VIGNETTES + ":6: key 'expects' is not known here; did you mean 'expect'?"),
                        f -> assertThat(f)
                                .isEqualTo(
                                        VIGNETTES
                                                + ":8: two vignettes have nearly the same name: 'B' and 'b ' (vignettes/all.yaml:12) differ only in capitals, spaces or how a letter is stored"),
                        f -> assertThat(f)
                                .startsWith(VIGNETTES
                                        + ":10: '0/q.age' should be a question, or the number of a place (0 to 2)"),
                        f -> assertThat(f)
                                .startsWith(VIGNETTES
                                        + ":10: '3/q.place' should be a question, or the number of a place (0 to 2)"),
                        f -> assertThat(f)
                                .startsWith(VIGNETTES
                                        + ":10: 'x/q.place' should be a question, or the number of a place (0 to 2)"));
    }

    @Test
    void aFileOfVignettesThatDoesNotParseIsToldWithoutTheSamplesItWouldHave() {
        SmallFolder folder = new SmallFolder()
                .file(VIGNETTES, "vignettes: [\n")
                .file("samples.yaml", "samples:\n  - {title: T, text: T, vignette: \"A\"}\n");
        assertThat(read(folder))
                .singleElement()
                .asString()
                .startsWith(VIGNETTES + ":")
                .contains("is not YAML");
    }

    @Test
    void aFileWithoutALawOrAVignetteIsAsGoodAsNone() {
        assertThat(read(new SmallFolder().file("laws.yaml", "laws: []\n").file(VIGNETTES, "vignettes: []\n")))
                .containsExactly(
                        "laws.yaml: has no law: a folder with red flags needs laws to be tried on",
                        "vignettes/: has no vignette: a folder with red flags needs vignettes to be tried on");
    }

    // ------------------------------------------------------------------ tried

    @Test
    void aVignetteThatDoesNotComeOutIsTold() {
        assertThat(check(new SmallFolder().criterion("old: number( \"q.age\" ) >= 16")))
                .singleElement()
                .asString()
                .startsWith(VIGNETTES + ":2: the vignette \"Old and of kind a: needle\" fails: ")
                .contains("verdict of needle should be candidate but is not-indicated");
    }

    @Test
    void whatAVignetteExpectedIsToldInPlainWords() {
        SmallFolder folder = new SmallFolder();
        String advice = folder.folder()
                .text("advice/all.drl")
                .replace("@id(\"needle-01\")", "@id(\"needle-01\") @formerly(\"needle-40\")");
        String vignettes = folder.folder()
                .text(VIGNETTES)
                .replace(
                        "{urgency: routine, verdicts: {needle: candidate}}",
                        "{urgency: urgent, conditions: {needle: [ask]}, does-not-fire: [needle-40]}");
        RuleBook book =
                RuleBook.load(folder.folder().with("advice/all.drl", advice).with(VIGNETTES, vignettes));
        assertThat(faults(() -> Acceptance.check(new Advisor(new PlainEvaluator(book), ""))))
                .singleElement()
                .asString()
                .endsWith("urgency should be urgent but is routine (no red flags; no obstacles; no open questions); "
                        + "conditions of needle should include ask but there are none; "
                        + "needle-40 (now needle-01) should not fire");
    }

    @Test
    void aLawThatAVignetteBreaksIsTold() {
        SmallFolder folder = new SmallFolder().file("laws.yaml", """
                laws:
                  - {id: none, says: "Nobody of kind a gets a needle.", when: [{question: q.kind, any-of: [a]}], never: [candidate], of: [needle]}
                """);
        assertThat(check(folder))
                .singleElement()
                .asString()
                .startsWith("laws.yaml:2: the law 'none' fails: Nobody of kind a gets a needle. Not so for ")
                .endsWith(" of 2001 patients tried, such as the vignette \"Old and of kind a: needle\".");
    }

    @Test
    void aLawThatOnlyDrawnPatientsBreakIsTold() {
        SmallFolder folder = new SmallFolder().file("laws.yaml", """
                laws:
                  - {id: none, says: "Danger lets everybody have a needle.", when: [{question: q.danger, any-of: ["yes"]}], never: [withheld], of: [needle]}
                """);
        assertThat(check(folder))
                .singleElement()
                .asString()
                .startsWith("laws.yaml:2: the law 'none' fails: ")
                .endsWith("(`audit` shows the smallest such patient).");
    }

    /** What has too many combinations to be proved about can still be tried. */
    @Test
    void aFolderThatNothingCanBeProvedOfIsTriedToo() {
        RulesFolder folder = painpathway.SmallFolder.good();
        assertThat(faults(() -> Acceptance.check(new Advisor(new PlainEvaluator(RuleBook.load(folder)), ""))))
                .isEmpty();
        RulesFolder unlawful = folder.with("laws.yaml", """
                laws:
                  - {id: severe, says: "Severe pain is urgent.", when: [{question: pain.mean, at-least: 7}], flag: nerve-loss}
                """);
        assertThat(faults(() -> Acceptance.check(new Advisor(new PlainEvaluator(RuleBook.load(unlawful)), ""))))
                .singleElement()
                .asString()
                .contains("the law 'severe' fails");
    }

    /** The worst that was seen: the file with the red flags had another ending, and a possible cauda equina came out as routine. */
    @Test
    void theShippedRulesWithoutTheirRedFlagsAreRefused() {
        RulesFolder shipped = RulesFolder.shipped();
        Map<String, String> files = new TreeMap<>();
        shipped.paths().stream()
                .filter(p -> !p.equals("advice/red-flags.drl"))
                .forEach(p -> files.put(p, shipped.text(p)));
        FaultyKnowledge refused =
                catchThrowableOfType(FaultyKnowledge.class, () -> RuleBook.load(RulesFolder.of("rules", files)));
        assertThat(refused.faults()).extracting(Fault::problem).contains("no rule raises the red flag 'cauda-equina'");
    }

    private static List<String> read(SmallFolder folder) {
        return faults(() -> Acceptance.read(folder.book()));
    }

    private static List<String> check(SmallFolder folder) {
        return faults(() -> Acceptance.check(new Advisor(new PlainEvaluator(folder.book()), "")));
    }

    private static List<String> faults(Runnable run) {
        try {
            run.run();
            return List.of();
        } catch (FaultyKnowledge refused) {
            return refused.faults().stream().map(Fault::toString).toList();
        }
    }
}
