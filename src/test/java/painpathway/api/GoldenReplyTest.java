package painpathway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import painpathway.advice.LiveAdvisor;
import painpathway.vignette.SamplePatients;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What clients, stored records and papers see stays the same to the byte while the code behind it is rearranged. The rules
 * are a copy kept beside the replies, so that new knowledge changes nothing here; its version is masked.
 *
 * <p>Most replies are kept as digests: the advice kept here would be 50 MB. A reply that differs is written to
 * {@code target/golden}; to see the difference, let the test of an older commit write there too, with {@code -Dgolden=write}.
 * The same property replaces what is kept, for a reply that changed on purpose.
 */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class GoldenReplyTest {

    private static final Path KEPT = Path.of("src/test/resources/golden");
    private static final Path DIGESTS = KEPT.resolve("digests.txt");
    private static final Path ACTUAL = Path.of("target/golden");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));
    private static final OffsetDateTime CLOSED = OffsetDateTime.parse("2026-01-02T03:04:05Z");
    private static final TimeZone ZONE = TimeZone.getDefault();

    @TempDir
    private static Path folder;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LiveAdvisor live;

    @Autowired
    private JdbcClient jdbc;

    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> replies = new TreeMap<>();

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) throws IOException {
        try (InputStream file = Files.newInputStream(KEPT.resolve("rules.zip"));
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = folder.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (!entry.isDirectory()) {
                    Files.write(path, zip.readAllBytes());
                }
            }
        }
        registry.add("advisor.rules", folder::toString);
    }

    @BeforeAll
    static void sameTimesEverywhere() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterAll
    static void backToTheZoneOfTheMachine() {
        TimeZone.setDefault(ZONE);
    }

    @Test
    void theApiRepliesAsBefore() throws Exception {
        for (String address : List.of("questionnaire", "interventions", "sources", "pathway", "knowledge")) {
            String reply = ok(get("/api/" + address));
            keep(
                    "get " + address,
                    address.equals("knowledge")
                            ? ((ObjectNode) json.readTree(reply))
                                    .without("reload")
                                    .toString()
                            : reply);
        }
        List<Vignette> vignettes = Vignettes.load(live.book());
        assertThat(vignettes).hasSizeGreaterThan(1_500);
        for (int i = 0; i < vignettes.size(); i++) {
            String name = vignettes.get(i).name();
            String request = json.writeValueAsString(
                    new TreeMap<>(Requests.of(vignettes.get(i).assessment())));
            if (i % 10 == 0) {
                keep("advice " + name, ok(send("advice", request)));
            }
            if (i % 30 == 0) {
                keep("advice in full " + name, ok(send("advice?explain=full", request)));
            }
            if (i % 30 == 0) {
                keep("next question " + name, ok(send("next-question", request)));
            }
            if (i % 100 == 0) {
                keep("changes " + name, ok(send("changes", request)));
                keep("pathway " + name, ok(send("pathway", request)));
            }
        }
        for (String request : List.of(
                "",
                "{",
                "[]",
                "{\"pains\": []}",
                "{\"pains\": [{}], \"extra\": 1}",
                "{\"pains\": [{\"pain.site\": 4}]}",
                "{\"answers\": {\"patient.age\": \"old\", \"safety.cancer\": \"maybe\"}, \"pains\": [{\"pain.worse-with\": [\"x\", \"y\"]}], \"policy\": \"mars\"}")) {
            keep(
                    "refused " + request,
                    mvc.perform(send("advice", request))
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8));
        }
        compare("advice", "get", "next", "changes", "pathway", "refused");
    }

    @Test
    void recordsClosedBeforeLookAsBefore() throws Exception {
        List<Vignette> vignettes = Vignettes.load(live.book());
        String previous = null;
        for (int i = 0; i < vignettes.size(); i += 20) {
            String request = json.writeValueAsString(
                    new TreeMap<>(Requests.of(vignettes.get(i).assessment())));
            String id = "%04d".formatted(i);
            if (i / 40 % 6 > 0) {
                continue;
            }
            // Every other record amends the one before.
            previous = i / 20 % 2 == 1 ? previous : null;
            store(id, previous, request, ok(send("advice", request)));
            keep("record " + id, part(ok(get("/records/" + id))));
            keep("record today " + id, part(ok(get("/records/" + id + "/today"))));
            keep("record print " + id, ok(get("/records/" + id + "/print")));
            keep("record sheet " + id, ok(get("/records/" + id + "/patient-sheet")));
            keep("record file " + id, ok(get("/records/" + id + "/file")));
            if (previous != null) {
                keep("record difference " + id, part(ok(get("/records/" + id + "/difference"))));
            }
            previous = id;
        }
        compare("record");
    }

    @Test
    void anIntakeLooksAsBefore() throws Exception {
        for (SamplePatients.Offer sample : SamplePatients.load(live.book()).subList(0, 4)) {
            String name = sample.vignette();
            String draft = URI.create(
                            mvc.perform(post("/intakes").param("sample", name).param("reference", "Bed 7"))
                                    .andReturn()
                                    .getResponse()
                                    .getRedirectedUrl())
                    .getPath();
            Set<String> pages = new LinkedHashSet<>(List.of("", "?at=advice", "/path", "/print", "/patient-sheet"));
            live.book().questionnaire().sections().forEach(s -> pages.add("?at=" + s.id()));
            for (String page : pages) {
                keep(
                        "intake " + name + " " + page,
                        part(ok(get(URI.create(draft + page)))).replace(draft, "/intakes/id"));
            }
        }
        compare("intake");
    }

    private void keep(String name, String reply) {
        String masked = reply.replace(live.book().version(), "VERSION")
                .replaceAll(
                        "20(?!26-01-02)\\d\\d-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:[\\d.]+Z)?|\\b\\d\\d:\\d\\d\\b", "TIME")
                .replaceAll("name=\"tab\" value=\"[^\"]*\"", "TAB");
        assertThat(replies.put(name, masked)).as(name).isNull();
    }

    private void compare(String... kinds) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Map.Entry<String, String> reply : replies.entrySet()) {
            digests.put(reply.getKey(), digest(reply.getValue()));
        }
        Map<String, String> kept = new TreeMap<>();
        if (Files.exists(DIGESTS)) {
            Files.readAllLines(DIGESTS).forEach(line -> kept.put(line.substring(17), line.substring(0, 16)));
        }
        if (WRITE) {
            Files.createDirectories(ACTUAL);
            for (Map.Entry<String, String> reply : replies.entrySet()) {
                Files.writeString(file(reply.getKey()), reply.getValue());
            }
            kept.keySet().removeIf(name -> List.of(kinds).contains(name.split(" ")[0]));
            kept.putAll(digests);
            Files.write(
                    DIGESTS,
                    kept.entrySet().stream()
                            .map(e -> e.getValue() + " " + e.getKey())
                            .toList());
            return;
        }
        kept.keySet().removeIf(name -> !List.of(kinds).contains(name.split(" ")[0]));
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, String> reply : replies.entrySet()) {
            if (!digests.get(reply.getKey()).equals(kept.get(reply.getKey()))) {
                different.add(reply.getKey());
                Files.createDirectories(ACTUAL);
                Files.writeString(file(reply.getKey()), reply.getValue());
            }
        }
        assertThat(different).isEmpty();
        assertThat(digests.keySet()).isEqualTo(kept.keySet());
    }

    private static Path file(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9]+", "-");
        return ACTUAL.resolve(
                plain.substring(0, Math.min(120, plain.length())) + "-" + Integer.toHexString(name.hashCode()));
    }

    private void store(String id, String previous, String request, String advice) {
        String chain = previous == null ? id : previous;
        JsonNode reply = json.readTree(advice);
        jdbc.sql("insert into draft (id, revision, reference, created, changed) values (?, 1, 'Bed 7', ?, ?)")
                .params("d" + id, CLOSED, CLOSED)
                .update();
        jdbc.sql("""
                insert into record (id, chain, version, previous, draft, reference, urgency, policy, knowledge, program, closed, closed_by, request, advice)
                values (?, ?, ?, ?, ?, 'Bed 7', ?, ?, ?, '1.0.0', ?, 'AB', ?, ?)""")
                .params(
                        id,
                        chain,
                        previous == null ? 1 : 2,
                        previous,
                        "d" + id,
                        reply.get("urgency").asString(),
                        json.readTree(request).get("policy").asString(),
                        live.book().version(),
                        CLOSED,
                        request,
                        advice)
                .update();
        if (previous != null) {
            jdbc.sql("update record set superseded = ? where id = ?")
                    .params(id, previous)
                    .update();
        }
    }

    /** The page without its head, which names style sheets and scripts, and without what is new with every page. */
    private static String part(String html) {
        return html.substring(html.indexOf("<body") < 0 ? 0 : html.indexOf("<body"))
                .replaceAll("name=\"token\" value=\"[^\"]*\"", "")
                .replaceAll("(value|max)=\"\\d{4}-\\d\\d-\\d\\dT[^\"]*\"", "");
    }

    private static MockHttpServletRequestBuilder send(String address, String request) {
        return post("/api/" + address).contentType(MediaType.APPLICATION_JSON).content(request);
    }

    private String ok(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(200);
        return text;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
