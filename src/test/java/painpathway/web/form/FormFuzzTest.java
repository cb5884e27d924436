package painpathway.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import painpathway.advice.LiveAdvisor;
import painpathway.questionnaire.FieldName;
import painpathway.questionnaire.Question;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.vignette.SamplePatients;
import painpathway.web.Visitor;
import painpathway.web.intake.StartController;

/** Whatever a form sends: afterwards the draft, its papers and every list answer, and what cannot be used is kept and shown as such. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class FormFuzzTest {

    private static final long SEED = 20_261_126;
    private static final List<String> ODD = List.of(
            "",
            " ",
            "x",
            "3O",
            "-1",
            "1e9",
            "1,000",
            "58",
            "999999999",
            "9999999999999999999",
            "not-known",
            "none",
            "0",
            "\u0000",
            "\uFFFE\uFFFF",
            "\ud800",
            "\udc00x",
            "\u202Eabc",
            "\u0085\u2028",
            "a\r\nb",
            "<script>alert(1)</script>",
            "'; drop table draft; --",
            "${7*7}",
            "#{x}",
            "{0}",
            "]]>",
            "&lt;&#0;",
            "%00",
            "\ud83e\uddb4".repeat(60),
            "y".repeat(5_000),
            "\u05d0\u0301\u0e01\u4e2d");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LiveAdvisor live;

    @Autowired
    private Drafts drafts;

    @Autowired
    private DataSource database;

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p3.pain.site=neck&p0.pain.weeks=x",
                "p9.pain.site=neck",
                "p10.pain.site=neck&p1.pain.site=knee",
                "p2.pain.site=neck",
                "p99999999999.pain.site=neck",
                "p01.pain.site=knee&p1.pain.site=neck",
                "p9.\u0001=x",
                "p0.=x",
                "p.=x",
                "q.=x",
                "q.\u0001=x",
                "places=9&remove=8",
                "places=-1&remove=-1",
                "q.pain.site=neck&p0.patient.age=5",
                "q.pain.spread-below-knee=x",
                "policy=\uFFFE&policy=zz",
                "clear=places",
                "clear=places-of-record",
                "touched=places&places=2",
                "q.patient.age=158&q.no-such-question=1&p1.no-such-question=1&p1.pain.weeks=x"
            })
    void aNameThatCannotBeHarmsNothing(String form) throws Exception {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (String part : form.split("&")) {
            fields.add(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        String draft = begun(fields);
        answers(List.of(draft, "/"), form);
        send(post(draft).params(fields).param("revision", "1"), form);
        answers(draft, form);
    }

    @Test
    void twoWhoAddASixthPlaceLoseNothingAndAreTold() throws Exception {
        String draft = begun(form(
                "p0.pain.site",
                "knee",
                "p1.pain.site",
                "hip",
                "p2.pain.site",
                "abdomen",
                "p3.pain.site",
                "chest-wall",
                "p4.pain.site",
                "low-back",
                "places",
                "5"));
        send(
                post(draft)
                        .params(form(
                                "revision",
                                "1",
                                "tab",
                                "a",
                                "places",
                                "6",
                                "p5.pain.site",
                                "neck",
                                "p5.pain.weeks",
                                "30")),
                "first");
        send(
                post(draft)
                        .params(form(
                                "revision",
                                "1",
                                "tab",
                                "b",
                                "places",
                                "6",
                                "p5.pain.site",
                                "shoulder",
                                "p5.pain.weeks",
                                "3O")),
                "second");
        answers(draft, "both");
        String page = page(draft);
        assertThat(page)
                .contains("Place 6: Neck")
                .contains("Too many painful places")
                .contains("Place 7: Shoulder")
                .contains("<b>3O weeks</b>");
        assertThat(page(draft + "/print")).contains("Place 7: Shoulder").contains("3O weeks");
        MockHttpServletResponse stopped = send(
                post(draft + "/close")
                        .param("who", "AB")
                        .param("asked", "true")
                        .param("revision", "3")
                        .param("tab", "b"),
                "close");
        assertThat(stopped.getRedirectedUrl())
                .as("nothing is closed that leaves out a place")
                .startsWith(draft);
        send(post(draft).params(form("revision", "3", "remove", "6")), "remove");
        assertThat(page(draft)).contains("Place 6: Neck").doesNotContain("Too many painful places");
        assertThat(send(
                                post(draft + "/close")
                                        .param("who", "AB")
                                        .param("asked", "true")
                                        .param("revision", "4"),
                                "close")
                        .getRedirectedUrl())
                .startsWith("/records/");
    }

    @Test
    void whatIsNoQuestionIsKeptShownAndCanBeTakenBack() throws Exception {
        String draft = begun(form("q.patient.shoe-size", "42", "q.pain.site", "neck", "p0.pain.site", "knee"));
        assertThat(page(draft + "?at=advice"))
                .contains("An answer came in for a question that is not on this page: patient.shoe-size")
                .contains("<b>42</b>");
        assertThat(page(draft + "/print")).contains("patient.shoe-size").contains("42");
        assertThat(send(
                                post(draft + "/close")
                                        .param("who", "AB")
                                        .param("asked", "true")
                                        .param("revision", "1"),
                                "close")
                        .getRedirectedUrl())
                .startsWith(draft);
        send(post(draft).params(form("revision", "1", "clear", "q.patient.shoe-size")), "clear");
        send(post(draft).params(form("revision", "1", "clear", "q.pain.site")), "clear");
        assertThat(page(draft + "?at=advice")).doesNotContain("An answer came in for a question");
        assertThat(send(
                                post(draft + "/close")
                                        .param("who", "AB")
                                        .param("asked", "true")
                                        .param("revision", "3"),
                                "close")
                        .getRedirectedUrl())
                .startsWith("/records/");
    }

    @Test
    void aReferenceIsOneLineHoweverOftenItIsSent() throws Exception {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (int i = 0; i < 100; i++) {
            fields.add("reference", "r".repeat(80));
            fields.add("policy", "us");
        }
        String draft = begun(fields);
        assertThat(drafts.find(Visitor.id(draft)).orElseThrow().reference()).isEqualTo("r".repeat(80));
        answers(draft, "references");
    }

    @Test
    void thousandsOfUnknownAnswersMakeNoPageOfThousands() throws Exception {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (int i = 0; i < 3_000; i++) {
            fields.add("q.unknown-" + i, "v".repeat(80));
        }
        String draft = begun(fields);
        answers(draft, "thousands");
        assertThat(page(draft + "?at=advice")).contains("2970 more like these").hasSizeLessThan(2_000_000);
    }

    /** As an earlier version of the program, or somebody with a database client, may have left them. */
    @Test
    void rowsThatNoFormCouldHaveWrittenAreReadAsFarAsTheyCanBe() throws Exception {
        JdbcClient jdbc = JdbcClient.create(database);
        List<String[]> rows = List.of(
                new String[] {"places", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\nx\n99999999999"},
                new String[] {"places", "x"},
                new String[] {"places", "7"},
                new String[] {"places", "0\n0\n0"},
                new String[] {"p12.pain.site", "neck"},
                new String[] {"p99999999999.pain.site", "neck"},
                new String[] {"", "x"},
                new String[] {"q", "x"},
                new String[] {"p0.", "x"},
                new String[] {"q.\u0007", "x"},
                new String[] {"policy", "\n"},
                new String[] {"policy", "gone"},
                new String[] {"places-of-record", "x"},
                new String[] {"q.patient.age", "\n\n5\n6"},
                new String[] {"p0.pain.site", "neck\nknee"});
        for (String[] row : rows) {
            String draft = begun(form("p0.pain.weeks", "x", "p1.pain.site", "knee"));
            jdbc.sql(
                            "insert into answer_change (draft, revision, field, answer, given, tab, who) values (?, 2, ?, ?, current_timestamp, '', '')")
                    .params(Visitor.id(draft), row[0], row[1])
                    .update();
            jdbc.sql("update draft set revision = 2 where id = ?")
                    .params(Visitor.id(draft))
                    .update();
            answers(List.of(draft, "/"), row[0] + "=" + row[1]);
            send(
                    post(draft)
                            .params(form("revision", "2", "p0.pain.site", "hip", "places", "3"))
                            .param("whole", "true"),
                    row[0]);
            answers(draft, row[0] + "=" + row[1]);
        }
    }

    @Test
    void aDraftThatCannotBeReadAtAllIsStillALineOfTheList() {
        Map<String, List<String>> broken = new AbstractMap<>() {
            @Override
            public Set<Entry<String, List<String>>> entrySet() {
                throw new IllegalStateException("cannot be read");
            }
        };
        Draft draft = new Draft("id", 1, "Bed 7", null, Instant.now(), Instant.now(), null, null, null, 1, broken);
        assertThat(StartController.begun(draft, live.book())).satisfies(line -> {
            assertThat(line.id()).isEqualTo("id");
            assertThat(line.reference()).isEqualTo("Bed 7");
            assertThat(line.readable()).isFalse();
        });
    }

    @Test
    void whateverFormsAreSentEveryPageAnswers() throws Exception {
        for (int i = 0; i < 40; i++) {
            MultiValueMap<String, String> first = random();
            String sent = i + ": " + first;
            MockHttpServletResponse response = send(post("/intakes").params(first), sent);
            if (response.getStatus() != 302) {
                assertThat(response.getStatus()).as(sent).isEqualTo(404);
                continue;
            }
            String draft = Visitor.path(response.getRedirectedUrl());
            for (int more = random.nextInt(6); more > 0; more--) {
                MultiValueMap<String, String> next = random();
                sent += "\n" + next;
                MockHttpServletRequestBuilder save = post(draft).params(next);
                send(random.nextInt(3) == 0 ? save.header("HX-Request", "true") : save, sent);
            }
            answers(draft, sent);
            if (i % 10 == 0) {
                // What takes long.
                answers(List.of(draft + "?lead=one", draft + "/path", draft + "/patient-sheet.pdf"), sent);
            }
            MultiValueMap<String, String> query = random();
            send(
                    get(UriComponentsBuilder.fromPath(draft)
                            .queryParams(encoded(query))
                            .build(true)
                            .toUri()),
                    sent + "\n" + query);
            send(get(draft + "/meanwhile").params(query), sent + "\n" + query);
            send(get(draft + "/why").params(query).param("field", name()), sent + "\n" + query);
            send(get("/").params(query), sent + "\n" + query);
            send(get("/records").params(query), sent + "\n" + query);
        }
    }

    // ------------------------------------------------------------------ what is sent

    private MultiValueMap<String, String> random() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int i = random.nextInt(25); i >= 0; i--) {
            String name = name();
            for (int values = random.nextInt(12) == 0 ? 150 : 1; values > 0; values--) {
                form.add(name, value(name));
            }
        }
        for (String control : List.of(
                "places",
                "remove",
                "clear",
                "touched",
                "revision",
                "tab",
                "who",
                "turn",
                "whole",
                "at",
                "ask",
                "lead",
                "since",
                "late",
                "page")) {
            if (random.nextInt(3) == 0) {
                form.add(
                        control,
                        random.nextBoolean()
                                ? String.valueOf(random.nextInt(12))
                                : random.nextInt(3) == 0 ? odd() : name());
            }
        }
        if (random.nextInt(20) == 0) {
            form.add(
                    "sample",
                    random.nextBoolean()
                            ? odd()
                            : SamplePatients.load(live.book()).get(0).vignette());
        }
        return form;
    }

    private String name() {
        List<Question> questions = live.book().questionnaire().questions();
        String id = questions.get(random.nextInt(questions.size())).id();
        return switch (random.nextInt(12)) {
            // Many places make a page long; now and then is enough for one of them.
            case 0 -> "p" + random.nextInt(random.nextInt(4) == 0 ? 15 : 2) + "." + id;
            case 1 -> "p" + odd() + "." + id;
            case 2 -> "q." + odd();
            case 3 -> "p" + random.nextInt(2) + "." + odd();
            case 4 -> odd();
            case 5 -> random.nextBoolean() ? "policy" : "reference";
            case 6 -> "places-of-record";
            case 7, 8 -> "q." + id;
            default -> "p" + random.nextInt(2) + "." + id;
        };
    }

    private String value(String name) {
        Question question = FieldName.question(name, live.book().questionnaire());
        if (question == null || random.nextInt(3) == 0) {
            return odd();
        }
        return question.options().isEmpty()
                ? String.valueOf(random.nextInt(200))
                : question.optionIds().get(random.nextInt(question.options().size()));
    }

    private String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private static MultiValueMap<String, String> encoded(MultiValueMap<String, String> query) {
        MultiValueMap<String, String> encoded = new LinkedMultiValueMap<>();
        query.forEach((name, values) -> values.forEach(v -> encoded.add(
                UriUtils.encode(name, StandardCharsets.UTF_8), UriUtils.encode(v, StandardCharsets.UTF_8))));
        return encoded;
    }

    private static MultiValueMap<String, String> form(String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return form;
    }

    // ------------------------------------------------------------------ what is answered

    private String begun(MultiValueMap<String, String> fields) throws Exception {
        return Visitor.path(
                send(post("/intakes").params(fields), fields.toString()).getRedirectedUrl());
    }

    /** The draft's pages and the lists that it stands in. */
    private void answers(String draft, String sent) throws Exception {
        answers(List.of(draft, draft + "/print", draft + "/handover.pdf", "/", "/records"), sent);
    }

    private void answers(List<String> addresses, String sent) throws Exception {
        for (String address : addresses) {
            assertThat(send(get(URI.create(address)), sent).getStatus())
                    .as("%s after %s", address, sent)
                    .isEqualTo(200);
        }
    }

    private String page(String address) throws Exception {
        return HtmlUtils.htmlUnescape(new Visitor(mvc).page(address));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String sent) {
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            assertThat(response.getStatus()).as(sent).isLessThan(500);
            return response;
        } catch (Exception e) {
            throw new AssertionError("after " + sent, e);
        }
    }
}
