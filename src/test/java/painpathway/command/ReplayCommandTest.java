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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import painpathway.Application;
import painpathway.ShippedRules;
import painpathway.api.ApiTest;
import painpathway.api.Requests;
import painpathway.vignette.Vignette;
import tools.jackson.databind.json.JsonMapper;

/** Replies of the running program, saved with their requests and given to {@code replay}. */
@ApiTest
class ReplayCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvc mvc;

    @TempDir
    private Path saved;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    // ------------------------------------------------------------------ the same knowledge

    @Test
    void withTheSameKnowledgeEveryReplyOfTheServerComesOutByteForByte() throws Exception {
        int count = 0;
        for (int i = 0; i < ShippedRules.VIGNETTES.size(); i += 25) {
            save("v" + i + ".json", ShippedRules.VIGNETTES.get(i), "");
            count++;
        }
        save("full.json", ShippedRules.VIGNETTES.get(3), "?explain=full");
        assertThat(replay(saved.toString())).as(out()).isZero();
        assertThat(out())
                .contains(count + 1 + " the same, 0 different")
                .contains(ShippedRules.BOOK.version())
                .doesNotContain("different  ");
    }

    @Test
    void anotherStartOfTheProgramWritesTheSameBytes() throws Exception {
        // Unordered maps differ from one start of Java to the next: only another one shows that there are none.
        for (int i = 0; i < 3; i++) {
            save("v" + i + ".json", ShippedRules.VIGNETTES.get(i * 200), "");
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        "replay",
                        saved.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("3 the same, 0 different");
    }

    @Test
    void aReplySavedPrettyIsTheSame() throws Exception {
        Path file = save("a.json", ShippedRules.VIGNETTES.get(0), "");
        Files.writeString(file, JSON.readTree(Files.readString(file)).toPrettyString());
        assertThat(replay(file.toString())).as(out()).isZero();
    }

    @Test
    void oneChangedWordIsShown() throws Exception {
        Path file = save("a.json", ShippedRules.VIGNETTES.get(0), "");
        String text = Files.readString(file);
        assertThat(text).contains("\"urgency\":\"routine\",\"redFlags\"");
        Files.writeString(
                file, text.replace("\"urgency\":\"routine\",\"redFlags\"", "\"urgency\":\"urgent\",\"redFlags\""));
        assertThat(replay(file.toString())).isEqualTo(1);
        assertThat(out())
                .contains("different  " + file)
                .contains("  /urgency  then \"urgent\"  now \"routine\"")
                .contains("0 the same, 1 different");
    }

    // ------------------------------------------------------------------ other knowledge

    @Test
    void aMovedThresholdIsShownWhereItMatters(@TempDir Path rules) throws Exception {
        copy(Path.of("rules"), rules);
        Path criteria = rules.resolve("criteria/pain.drl");
        String text = Files.readString(criteria);
        assertThat(text).contains("number( \"pain.weeks\" ) >= 12 )");
        Files.writeString(
                criteria, text.replace("number( \"pain.weeks\" ) >= 12 )", "number( \"pain.weeks\" ) >= 40 )"));
        Vignette lasting = ShippedRules.VIGNETTES.stream()
                .filter(v -> ShippedRules.PLAIN
                                .advise(v.assessment())
                                .urgency()
                                .word()
                                .equals("routine")
                        && Requests.value(v.assessment().pains().get(0).get("pain.weeks"))
                                .equals(30L))
                .findFirst()
                .orElseThrow();
        save("lasting.json", lasting, "");
        assertThat(replay(saved.toString(), "--rules", rules.toString())).isEqualTo(1);
        assertThat(out())
                .containsPattern("/interventions/\\d+ \\([a-z-]+\\)/verdict  then \"candidate\"  now \"not-indicated\"")
                .contains("0 the same, 1 different");
        // What was advised is told before why.
        assertThat(out().lines().toList().get(1))
                .containsPattern("^  /(urgency|interventions/\\d+ \\([a-z-]+\\)/(verdict|underlying))  then ");
    }

    @Test
    void anotherVersionWithTheSameAdviceIsCalledSo(@TempDir Path rules) throws Exception {
        copy(Path.of("rules"), rules);
        Path criteria = rules.resolve("criteria/pain.drl");
        Files.writeString(criteria, Files.readString(criteria) + "\n// A remark.\n");
        save("a.json", ShippedRules.VIGNETTES.get(0), "");
        assertThat(replay(saved.toString(), "--rules", rules.toString())).isEqualTo(1);
        assertThat(out())
                .contains("the same advice from another version")
                .contains("/knowledge/version  then \"" + ShippedRules.BOOK.version() + "\"")
                .doesNotContain("/verdict");
    }

    @Test
    void answersThatAreRefusedNowAreNamed() throws Exception {
        Path file = save("a.json", ShippedRules.VIGNETTES.get(0), "");
        Files.writeString(file, Files.readString(file).replaceFirst("\"patient.age\":\\d+", "\"patient.height\":180"));
        assertThat(replay(file.toString())).isEqualTo(1);
        assertThat(out()).contains("these answers are now refused").contains("patient.height: unknown question");
    }

    // ------------------------------------------------------------------ what cannot be replayed

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"request\": {},|is not JSON at line 1",
                "[]|should be an object with 'request' and 'reply'",
                "{\"request\": {}}|should be an object with 'request' and 'reply'",
                "{\"request\": 1, \"reply\": {}}|should be an object with 'request' and 'reply'",
                "{\"request\": {}, \"reply\": {\"urgency\": \"routine\"}}|'reply' has no 'knowledge'",
                "{\"request\": {}, \"request\": {}, \"reply\": {}}|is not JSON at line 1"
            })
    void aMalformedFileIsRefusedWithItsName(String text, String why) throws IOException {
        Path file = Files.writeString(saved.resolve("bad.json"), text);
        assertThat(replay(file.toString())).isEqualTo(2);
        assertThat(err()).contains(file + ": " + why).doesNotContain("Exception");
    }

    @Test
    void badUsageIsExplained() {
        for (List<String> arguments : List.of(
                List.<String>of(),
                List.of("--rules"),
                List.of("a", "b"),
                List.of("--wrong"),
                List.of(saved.toString()),
                List.of(saved.resolve("missing.json").toString()))) {
            assertThat(replay(arguments.toArray(String[]::new)))
                    .as(arguments.toString())
                    .isEqualTo(2);
            assertThat(err()).contains("Run 'advisor replay --help'");
        }
    }

    @Test
    void aFaultyRulesFolderIsRefusedWithItsFaults(@TempDir Path rules) throws Exception {
        save("a.json", ShippedRules.VIGNETTES.get(0), "");
        assertThat(replay(saved.toString(), "--rules", rules.toString())).isEqualTo(2);
        assertThat(err()).contains("questionnaire.yaml");
    }

    // ------------------------------------------------------------------

    /** What the server says to this patient, saved byte for byte. */
    private Path save(String name, Vignette vignette, String query) throws Exception {
        String request = JSON.writeValueAsString(Requests.of(vignette.assessment()));
        byte[] reply = mvc.perform(MockMvcRequestBuilders.post("/api/advice" + query)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(request))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return Files.writeString(
                saved.resolve(name),
                "{\"request\":" + request + ",\"reply\":" + new String(reply, StandardCharsets.UTF_8) + "}");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private int replay(String... arguments) {
        out.reset();
        err.reset();
        List<String> line = new ArrayList<>(List.of("replay"));
        line.addAll(List.of(arguments));
        return CommandLines.run(
                new PrintWriter(out, true, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                line.toArray(String[]::new));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
