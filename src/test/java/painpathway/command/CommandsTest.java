package painpathway.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import painpathway.audit.SmallFolder;
import painpathway.folder.RulesFolder;
import tools.jackson.databind.json.JsonMapper;

/** The commands as they are typed: their exit codes and what they print. */
class CommandsTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void anAuditInWhichAllHoldsEndsWith0() throws IOException {
        write(folder, new SmallFolder());
        assertThat(audit("--rules", folder.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "All checks passed.",
                        "yes Drools and the rule book agree.  [sampled, 1000 patients for each policy]",
                        "10^3.2 different sets of answers for one painful place",
                        "Their red flags are not part of the proof.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anAuditWithACounterexampleEndsWith1AndCarriesARequest() throws IOException {
        write(
                folder,
                new SmallFolder().replace("knowledge/red-flags.yaml", "withholds: [procedure]", "withholds: [care]"));
        assertThat(audit("--rules", folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "NO  A red flag withholds what it must",
                        "        Danger? Yes  (q.danger)",
                        "\nOne check failed.");
        out.reset();
        assertThat(audit("--json", "--rules", folder.toString())).isEqualTo(1);
        Map<?, ?> json = JsonMapper.shared().readValue(out.toString(), Map.class);
        assertThat(json.get("holds")).isEqualTo(false);
        Map<?, ?> check = (Map<?, ?>) ((List<?>) json.get("checks"))
                .stream()
                        .filter(c -> ((Map<?, ?>) c).get("check").equals("flags-withhold"))
                        .findFirst()
                        .orElseThrow();
        assertThat(((Map<?, ?>) ((List<?>) check.get("found")).get(0))
                        .get("request")
                        .toString())
                .isEqualTo("{policy=one, answers={q.danger=yes}, pains=[{}]}");
    }

    @Test
    void aRefusedFolderAndAWrongCommandEndWith2() throws IOException {
        assertThat(audit("--rules", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is not a folder that can be read").doesNotContain("Exception");
        err.reset();
        assertThat(audit("--ruels", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown options: '--ruels', 'x'", "Run 'advisor audit --help'");
        err.reset();
        write(folder, new SmallFolder().file("laws.yaml", "laws: [{id: a, says: \"A.\", unread: q.plaice}]\n"));
        assertThat(audit("--rules", folder.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("laws.yaml:1: the question 'q.plaice' does not exist; did you mean 'q.place'?"
                        + System.lineSeparator());
    }

    @Test
    void aFolderInsideTheOneThatWasMeantIsToldInOneLine() throws IOException {
        write(folder, new SmallFolder());
        Path advice = folder.resolve("advice");
        assertThat(audit("--rules", advice.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(advice + ": this is not a rules folder: it has no questionnaire.yaml; did you mean '"
                        + folder + "'?" + System.lineSeparator());
    }

    /** An audit that never looked at them said "All of it holds". */
    @Test
    void anAuditReadsVignettesAndSamplesToo() throws IOException {
        write(folder, new SmallFolder());
        Path vignettes = folder.resolve("vignettes/all.yaml");
        Files.writeString(vignettes, Files.readString(vignettes).replace("expect:", "expects:"));
        Files.writeString(
                folder.resolve("samples.yaml"),
                "samples: [{titel: T, text: T, vignette: \"Old and of kind a: needle\"}]\n");
        assertThat(audit("--rules", folder.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "key 'expects' is not known here; did you mean 'expect'?",
                        "key 'titel' is not known here; did you mean 'title'?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void comparingFolders() throws IOException {
        Path a = Files.createDirectory(folder.resolve("a"));
        Path b = Files.createDirectory(folder.resolve("b"));
        write(a, new SmallFolder());
        write(b, new SmallFolder());
        assertThat(compare(a.toString(), b.toString())).isZero();
        assertThat(out.toString())
                .startsWith("From '" + a + "' to '" + b + "'")
                .contains("No patient gets a different verdict or urgency");
        out.reset();
        write(b, new SmallFolder().criterion("old: number( \"q.age\" ) >= 11"));
        assertThat(compare(a.toString(), b.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "- q.age >= 10",
                        "+ q.age >= 11",
                        "needle (one): candidate -> not-indicated",
                        "Age? 10 years  (q.age)");
        out.reset();
        assertThat(compare(a.toString(), b.toString(), "--json")).isEqualTo(1);
        assertThat((List<?>)
                        JsonMapper.shared().readValue(out.toString(), Map.class).get("shifts"))
                .isNotEmpty();
    }

    @Test
    void comparingTakesTwo() {
        for (String[] wrong : new String[][] {{}, {"one"}, {"one", "two", "three"}}) {
            err.reset();
            assertThat(compare(wrong)).isEqualTo(2);
            assertThat(err.toString()).startsWith("compare takes two rules folders, first the one before");
        }
        err.reset();
        assertThat(compare("--policies", "us")).isEqualTo(2);
        assertThat(err.toString()).startsWith("compare --policies takes two policies");
    }

    @Test
    void comparingPolicies() throws IOException {
        write(folder, new SmallFolder().rule("needle-01@one: met old, met kind-a -> suggest needle"));
        assertThat(compare("--policies", "one", "two", "--rules", folder.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("From 'one' to 'two'", "needle (one -> two): candidate -> not-indicated");
        assertThat(compare("--policies", "one", "three", "--rules", folder.toString()))
                .isEqualTo(2);
        assertThat(compare("--policies", "one")).isEqualTo(2);
        assertThat(compare("one")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no policy 'three'.", "Run 'advisor compare --help'");
    }

    @Test
    void checkingAFolderSaysWhatItTriedAndWhatIsWrongWithItsFileAndLine() throws IOException {
        write(folder, new SmallFolder());
        assertThat(run("check", "--rules", folder.toString())).isZero();
        assertThat(out.toString()).contains("Rules", "Vignettes", "Laws, tried on drawn patients", "Everything works.");
        out.reset();
        Path vignettes = folder.resolve("vignettes/all.yaml");
        Files.writeString(
                vignettes, Files.readString(vignettes).replace("needle: candidate", "needle: contraindicated"));
        assertThat(run("check", "--rules", folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("vignettes/all.yaml:\\d+: the vignette .* fails")
                .containsPattern("(?m)^Vignettes +0 of 1 .* wrong$")
                .containsPattern("(?m)^Rules shown by vignettes +\\d of 14 .* see the notes$")
                .contains("One problem found.");
        out.reset();
        Files.writeString(vignettes, "vignettes: [{name: ");
        assertThat(run("check", "--rules", folder.toString())).isEqualTo(2);
        assertThat(out.toString())
                .contains("vignettes/all.yaml:", "Until the folder can be read, nothing else is tried.")
                .containsPattern("(?m)^Rules +-  .* wrong$");
    }

    @Test
    void watchingNeedsAFolderThatCanChange() {
        assertThat(run("check", "--watch")).isEqualTo(2);
        assertThat(err.toString()).contains("--watch needs --rules: the shipped rules never change.");
    }

    @Test
    void everyCommandHasHelpAndAVersion() {
        for (String command : List.of("audit", "check", "compare", "replay")) {
            out.reset();
            assertThat(run(command, "--help")).isZero();
            assertThat(out.toString()).contains("Usage: advisor " + command, "Exit codes:", "  0   ", "  2   ");
            out.reset();
            assertThat(run(command, "--version")).isZero();
            assertThat(out.toString()).startsWith("Pain Pathway Advisor 1.");
        }
        out.reset();
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("audit", "check", "compare", "replay", "generate-completion");
        out.reset();
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete ").contains("--watch");
    }

    @Test
    void onlySettingsStartAServer() {
        assertThat(CommandLines.startServer()).isTrue();
        assertThat(CommandLines.startServer("--server.port=0", "--debug")).isTrue();
        for (String refused : List.of("audti", "--rules", "--rules=x", "-x")) {
            assertThat(CommandLines.startServer("--server.port=0", refused))
                    .as(refused)
                    .isFalse();
            assertThat(run(refused)).as(refused).isEqualTo(2);
        }
        assertThat(err.toString()).contains("audti", "Did you mean", "--rules", "Run 'advisor --help'");
    }

    /** A server that was meant to run on a folder of one's own ran on the shipped rules. */
    @Test
    void aMisspeltSettingStartsNoServer() {
        for (String name : List.of("advisor.rulez", "advisor.rule", "Advisor.rules", "advisro.rules")) {
            err.reset();
            String setting = "--" + name + "=my-rules";
            assertThat(CommandLines.startServer("--server.port=0", setting))
                    .as(name)
                    .isFalse();
            assertThat(run("--server.port=0", setting)).as(name).isEqualTo(2);
            assertThat(err.toString())
                    .isEqualTo("There is no setting '" + name + "'; did you mean 'advisor.rules'?"
                            + System.lineSeparator());
        }
        err.reset();
        assertThat(run("--advisor.color=red")).isEqualTo(2);
        assertThat(err.toString()).startsWith("There is no setting 'advisor.color'");
        assertThat(CommandLines.startServer("--advisor.rules=my-rules", "--spring.datasource.url=jdbc:h2:mem:a"))
                .isTrue();
    }

    private int audit(String... arguments) {
        return run("audit", arguments);
    }

    private int compare(String... arguments) {
        return run("compare", arguments);
    }

    private int run(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(arguments));
        return CommandLines.run(
                new PrintWriter(out, true, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                line.toArray(String[]::new));
    }

    private static void write(Path to, SmallFolder folder) throws IOException {
        RulesFolder rules = folder.folder();
        for (String path : List.of("questionnaire.yaml", "laws.yaml")) {
            if (rules.text(path) != null) {
                Files.writeString(to.resolve(path), rules.text(path));
            }
        }
        for (String sub : List.of("knowledge", "criteria", "patterns", "advice", "vignettes")) {
            for (Map.Entry<String, String> file : rules.below(sub).entrySet()) {
                Files.createDirectories(to.resolve(file.getKey()).getParent());
                Files.writeString(to.resolve(file.getKey()), file.getValue());
            }
        }
    }
}
