package painpathway.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesFolderTest {

    @TempDir
    Path folder;

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> RulesFolder.at(folder.resolve("none")))
                .isInstanceOf(FaultyKnowledge.class)
                .hasMessageContaining("is not a folder that can be read");
    }

    @Test
    void everyFileThatCannotBeReadIsNamedAtOnce() throws IOException {
        write("laws.yaml", new byte[] {(byte) 0xC3, (byte) 0x28});
        write("advice/b.drl", new byte[] {(byte) 0xFF, (byte) 0xFE});
        write("vignettes/c.yaml", new byte[(4 << 20) + 1]);
        write("picture.png", new byte[] {(byte) 0xFF});
        assertThat(faults())
                .containsExactly(
                        "advice/b.drl: is not UTF-8 text",
                        "laws.yaml: is not UTF-8 text",
                        "vignettes/c.yaml: is larger than 4 MiB");
    }

    @Test
    void laterChangesOnDiskDoNotReachIt() throws IOException {
        write("questionnaire.yaml", "a: 1");
        RulesFolder read = RulesFolder.at(folder);
        write("questionnaire.yaml", "a: 2");
        assertThat(read.text("questionnaire.yaml")).isEqualTo("a: 1");
        assertThat(RulesFolder.at(folder).version()).isNotEqualTo(read.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "\uFEFFa: 1\nb: 2\n", "\uFEFFa: 1\r\nb: 2\r\n"})
    void theVersionIsTheSameWhateverEditorWroteTheFile(String written) throws IOException {
        write("questionnaire.yaml", "a: 1\nb: 2\n");
        write("criteria/a.drl", "a: 1\nb: 2\n");
        RulesFolder plain = RulesFolder.at(folder);
        assertThat(plain.version()).startsWith("sha256:");
        write("questionnaire.yaml", written);
        write("criteria/a.drl", written);
        RulesFolder other = RulesFolder.at(folder);
        assertThat(other.version()).isEqualTo(plain.version());
        assertThat(other.text("criteria/a.drl")).isEqualTo(plain.text("criteria/a.drl"));
        assertThat(plain.with("questionnaire.yaml", written).version()).isEqualTo(plain.version());
        assertThat(RulesFolder.of("x", Map.of("laws.yaml", written)).text("laws.yaml"))
                .isEqualTo("a: 1\nb: 2\n");
    }

    // ------------------------------------------------------------------ what would be lost without a word

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "advice/red-flags.drl.txt   | is not read: it should be called 'advice/red-flags.drl'",
                "advice/red-flags.DRL       | is not read: it should be called 'advice/red-flags.drl'",
                "advice/red-flags.Drl.TXT   | is not read: it should be called 'advice/red-flags.drl'",
                "'advice/red-flags.drl '    | is not read: it should be called 'advice/red-flags.drl'",
                "Advice/red-flags.drl       | is not read: it should be called 'advice/red-flags.drl'",
                "advice/red-flags.drools    | only .drl files belong in advice/",
                "advice/README.md           | only .drl files belong in advice/",
                "criteria/more.yaml         | only .drl files belong in criteria/",
                "vignettes/more.yml         | is not read: it should be called 'vignettes/more.yaml'",
                "vignettes/more.YAML        | is not read: it should be called 'vignettes/more.yaml'",
                "vignettes/more.json        | only .yaml files belong in vignettes/",
                "knowledge/checks.yml       | is not read: it should be called 'knowledge/checks.yaml'",
                "knowledge/Checks.yaml      | is not read: it should be called 'knowledge/checks.yaml'",
                "knowledge/check.yaml       | nothing reads this file; did you mean 'knowledge/checks.yaml'?",
                "knowledge/more/checks.yaml | nothing reads this file; did you mean 'knowledge/checks.yaml'?",
                "laws.yaml.txt              | is not read: it should be called 'laws.yaml'",
                "sample.yaml                | nothing reads this file; did you mean 'samples.yaml'?",
                "more.drl                   | rules stand in one of the folders [criteria, patterns, advice]: nothing would read this file",
                "vignetes/more.yaml         | nothing reads this file; did you mean 'vignettes'?"
            })
    void aFileThatNothingReadsIsAFault(String path, String says) throws IOException {
        write(path, "x");
        assertThat(faults()).containsExactly(path + ": " + says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "advice/facet.drl~",
                "advice/facet.drl.swp",
                "advice/facet.drl.bak",
                "advice/facet.drl.orig",
                "advice/facet.drl.tmp",
                "advice/#facet.drl#",
                "advice/.#facet.drl",
                "advice/._facet.drl",
                "knowledge/Thumbs.db",
                "vignettes/desktop.ini",
                "README.md",
                "pictures/a.png",
                ".DS_Store",
                ".git/refs/heads/fix/facet.drl",
                ".history/advice/facet.drl",
                "advice/.ipynb_checkpoints/facet.drl",
                "__MACOSX/advice/facet.drl",
                "__MACOSX/laws.yaml"
            })
    void whatIsHiddenOrWasLeftBehindIsSkipped(String path) throws IOException {
        write("questionnaire.yaml", "a: 1");
        String version = RulesFolder.at(folder).version();
        write(path, new byte[] {(byte) 0xFF});
        RulesFolder read = RulesFolder.at(folder);
        assertThat(read.paths()).containsExactly("questionnaire.yaml");
        assertThat(read.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "advice/Facet.drl|advice/facet.drl",
                "advice/facet joint.drl|advice/facet  joint.drl",
                "advice/caf\u00E9.drl|advice/cafe\u0301.drl"
            })
    void namesThatOnlyLookDifferentAreRefused(String first, String second) throws IOException {
        write(unescaped(first), "x");
        write(unescaped(second), "x");
        assertThat(faults())
                .singleElement()
                .asString()
                .contains(
                        unescaped(first),
                        unescaped(second),
                        "differ only in capitals, spaces or how a letter is stored");
    }

    // ------------------------------------------------------------------ links

    @Test
    void aFolderBehindALinkIsRead() throws IOException {
        write("real/advice/a.drl", "x");
        Files.createSymbolicLink(folder.resolve("rules"), Path.of("real"));
        assertThat(RulesFolder.at(folder.resolve("rules")).paths()).containsExactly("advice/a.drl");
        assertThat(RulesFolder.at(folder.resolve("rules")).version())
                .isEqualTo(RulesFolder.at(folder.resolve("real")).version());
    }

    @Test
    void aLinkedSubFolderAndALinkedFileAreRead() throws IOException {
        write(".store/advice/a.drl", "x");
        write(".store/all-laws", "y");
        Files.createSymbolicLink(folder.resolve("advice"), Path.of(".store/advice"));
        Files.createSymbolicLink(folder.resolve("laws.yaml"), Path.of(".store/all-laws"));
        assertThat(RulesFolder.at(folder).paths()).containsExactly("advice/a.drl", "laws.yaml");
    }

    /** Kubernetes: the files lie in a hidden folder with a date, ..data leads there, and every name leads through ..data. */
    @Test
    void aConfigMapIsRead() throws IOException {
        write("plain/advice/a.drl", "x");
        write("plain/questionnaire.yaml", "y");
        write("map/..2026_11_21/advice/a.drl", "x");
        write("map/..2026_11_21/questionnaire.yaml", "y");
        Files.createSymbolicLink(folder.resolve("map/..data"), Path.of("..2026_11_21"));
        Files.createSymbolicLink(folder.resolve("map/advice"), Path.of("..data/advice"));
        Files.createSymbolicLink(folder.resolve("map/questionnaire.yaml"), Path.of("..data/questionnaire.yaml"));
        assertThat(RulesFolder.at(folder.resolve("map")).version())
                .isEqualTo(RulesFolder.at(folder.resolve("plain")).version());
    }

    @Test
    void aLinkThatLeavesTheFolderLeadsNowhereOrGoesRoundIsRefused() throws IOException {
        write("outside/a.drl", "x");
        Files.createDirectories(folder.resolve("rules/advice"));
        Files.createSymbolicLink(folder.resolve("rules/advice/out.drl"), Path.of("../../outside/a.drl"));
        Files.createSymbolicLink(folder.resolve("rules/criteria"), folder.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("rules/laws.yaml"), Path.of("nowhere"));
        Files.createSymbolicLink(folder.resolve("rules/patterns"), Path.of("."));
        Files.createSymbolicLink(folder.resolve("rules/round.drl"), Path.of("round.drl"));
        assertThat(faults(folder.resolve("rules")))
                .containsExactly(
                        "advice/out.drl: is a link that leads out of the rules folder: copy what it leads to into the folder",
                        "criteria: is a link that leads out of the rules folder: copy what it leads to into the folder",
                        "laws.yaml: is a link that leads nowhere",
                        "patterns: is a link that leads back to a folder above it",
                        "round.drl: cannot be read");
    }

    @Test
    void theFingerprintIsOfEveryFileAndTheVersionOfTheKnowledgeOnly() {
        RulesFolder plain = RulesFolder.of("x", Map.of("questionnaire.yaml", "a: 1"));
        assertThat(plain.fingerprint())
                .startsWith("sha256:")
                .isEqualTo(RulesFolder.of("y", Map.of("questionnaire.yaml", "a: 1"))
                        .fingerprint());
        for (String path : List.of("vignettes/a.yaml", "laws.yaml", "samples.yaml", "body-chart.yaml")) {
            assertThat(plain.with(path, "x").fingerprint()).as(path).isNotEqualTo(plain.fingerprint());
            assertThat(plain.with(path, "x").version()).as(path).isEqualTo(plain.version());
        }
    }

    @Test
    void patientsAndLawsAreNoPartOfTheVersion() {
        RulesFolder plain = RulesFolder.of("x", Map.of("a.yaml", "a: 1"));
        assertThat(plain.with("vignettes/a.yaml", "x")
                        .with("laws.yaml", "y")
                        .with("samples.yaml", "z")
                        .version())
                .isEqualTo(plain.version());
        assertThat(plain.with("criteria/a.drl", "x").version()).isNotEqualTo(plain.version());
    }

    @Test
    void theNearestIdIsHintedAtOnlyWhereItIsNear() {
        assertThat(DidYouMean.hint("injektion", java.util.List.of("exercise", "injection")))
                .isEqualTo("; did you mean 'injection'?");
        assertThat(DidYouMean.hint("zebra", java.util.List.of("exercise", "injection")))
                .isEmpty();
    }

    private void write(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private List<String> faults() {
        return faults(folder);
    }

    private static List<String> faults(Path folder) {
        return catchThrowableOfType(FaultyKnowledge.class, () -> RulesFolder.at(folder)).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    private static String unescaped(String text) {
        return text.replace("\\u00E9", "\u00E9").replace("\\u0301", "\u0301");
    }
}
