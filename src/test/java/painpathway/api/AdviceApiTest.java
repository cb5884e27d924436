package painpathway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.advice.LiveAdvisor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON contract, field by field, on the shipped rules. */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class AdviceApiTest {

    private static final Set<String> INTERVENTIONS = Set.of(
            "facet-joint-injection",
            "radiofrequency-ablation",
            "epidural-steroid-injection",
            "cervical-epidural-steroid-injection",
            "percutaneous-laser-disc-decompression",
            "endoscopic-spine-procedure",
            "discography",
            "peripheral-nerve-block",
            "spinal-cord-stimulation",
            "sympathetic-nerve-block",
            "intrathecal-drug-delivery",
            "percutaneous-spine-fusion",
            "kyphoplasty",
            "vertebroplasty",
            "image-guided-arthritis-treatment",
            "conservative-care",
            "multidisciplinary-care");
    private static final Set<String> RED_FLAGS = Set.of(
            "cauda-equina",
            "metastatic-cord-compression",
            "spinal-cancer",
            "spinal-infection",
            "fracture",
            "cervical-myelopathy",
            "motor-deficit",
            "vascular",
            "visceral",
            "inflammatory-back-pain",
            "peripheral-arterial-disease",
            "post-procedure-complication",
            "joint-infection",
            "serious-illness",
            "deep-vein-thrombosis",
            "bleeding",
            "nerve-weakness",
            "dangerous-headache");
    private static final Set<String> STANCES = Set.of(
            "facet-injection",
            "radiofrequency-ablation",
            "epidural-central-stenosis",
            "epidural-chronic-radicular",
            "epidural-early-radicular",
            "cement",
            "nerve-block-neuropathic",
            "knee-arthritis",
            "spine-fusion",
            "block-threshold");
    private static final Set<String> VERDICTS = Set.of(
            "candidate",
            "conditional",
            "provisional",
            "needs-information",
            "not-indicated",
            "contraindicated",
            "withheld");
    private static final Set<String> EVIDENCE = Set.of("seen", "summary", "unverified", "ours");
    private static final Set<String> TRUTHS = Set.of("met", "not-met", "unknown");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LiveAdvisor live;

    // ------------------------------------------------------------------ the reply

    @Test
    void aReplyHasExactlyTheFieldsOfTheContract() throws Exception {
        JsonNode advice = advice(Requests.candidate());
        assertThat(fields(advice))
                .containsExactly(
                        "urgency",
                        "redFlags",
                        "interventions",
                        "questions",
                        "obstacles",
                        "ignored",
                        "statement",
                        "knowledge");
        assertThat(advice.get("statement").asString()).isNotBlank();
        assertThat(fields(advice.get("knowledge"))).containsExactly("version", "policy", "program");
        assertThat(advice.get("knowledge").get("version").asString()).matches("sha256:[0-9a-f]{64}");
        assertThat(advice.get("knowledge").get("policy").asString()).isEqualTo("us");
        assertThat(advice.get("knowledge").get("program").asString()).isEqualTo("1.0.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyInterventionStandsThereForEveryPlaceEveryTime(int places) throws Exception {
        String[] pains = Stream.of(Requests.LASTING, "\"pain.site\": \"knee\"", "")
                .limit(places)
                .toArray(String[]::new);
        for (String answers :
                List.of("", Requests.CALM, "\"safety.bladder-bowel-saddle\": [\"urine\"]", "\"patient.age\": 4")) {
            JsonNode interventions = advice(Requests.of(answers, pains)).get("interventions");
            assertThat(interventions).hasSize(17 * places);
            for (int place = 0; place < places; place++) {
                int pain = place;
                assertThat(stream(interventions)
                                .filter(i -> i.get("pain").asInt() == pain)
                                .map(i -> i.get("id").asString()))
                        .containsExactlyInAnyOrderElementsOf(INTERVENTIONS);
            }
        }
    }

    @Test
    void everyEntryHasItsFieldsAndOnlyWordsOfTheContract() throws Exception {
        for (String request : List.of(
                Requests.BARE,
                Requests.candidate(),
                Requests.of(
                        Requests.CALM.replace("\"safety.trauma\": \"none\"", "\"safety.trauma\": \"major\""),
                        Requests.LASTING))) {
            for (JsonNode entry : advice(request).get("interventions")) {
                assertThat(fields(entry))
                        .filteredOn(f -> !f.equals("withheldBy"))
                        .containsExactly(
                                "id",
                                "name",
                                "pain",
                                "verdict",
                                "underlying",
                                "purposes",
                                "reasons",
                                "conditions",
                                "riskNotes",
                                "notes",
                                "stances");
                assertThat(entry.get("verdict").asString()).isIn(VERDICTS);
                assertThat(entry.get("underlying").asString()).isIn(VERDICTS).isNotEqualTo("withheld");
                boolean withheld = entry.get("verdict").asString().equals("withheld");
                assertThat(entry.has("withheldBy")).isEqualTo(withheld);
                assertThat(withheld || entry.get("verdict").equals(entry.get("underlying")))
                        .isTrue();
                assertThat(texts(entry.get("purposes"))).isNotEmpty().isSubsetOf("diagnostic", "therapeutic");
                entry.get("reasons").forEach(AdviceApiTest::isReason);
                Stream.concat(stream(entry.get("riskNotes")), stream(entry.get("notes")))
                        .forEach(note -> {
                            assertThat(fields(note)).contains("id", "kind", "text", "byAnalogy", "source");
                            isSource(note.get("source"));
                        });
                assertThat(stream(entry.get("riskNotes")).map(n -> n.get("kind").asString()))
                        .isSubsetOf("risk", "rare-complication", "generic-risk", "gap");
                entry.get("conditions").forEach(c -> {
                    assertThat(fields(c)).contains("id", "text", "source");
                    isSource(c.get("source"));
                });
                entry.get("stances").forEach(s -> {
                    assertThat(s.get("id").asString()).isIn(STANCES);
                    assertThat(s.get("sides").size()).isGreaterThan(1);
                });
            }
        }
    }

    @Test
    void whatIsAssumedIsToldInTheFlagAndInItsLines() throws Exception {
        String request = Requests.of(
                Requests.CALM.replace(
                        "\"safety.bladder-bowel-saddle\": [\"none\"]", "\"safety.bladder-bowel-saddle\": [\"urine\"]"),
                Requests.LASTING);
        JsonNode flag = advice(request).get("redFlags").get(0);
        assertThat(flag.get("id").asString()).isEqualTo("cauda-equina");
        assertThat(flag.get("assumed").asBoolean()).isTrue();
        assertThat(texts(flag.get("assumptions"))).containsExactly("Start not known, so treated as within 14 days");
        JsonNode line = stream(flag.get("reasons"))
                .flatMap(r -> stream(r.get("because")))
                .filter(l -> l.has("assumed"))
                .findFirst()
                .orElseThrow();
        assertThat(texts(line.get("assumptions"))).containsExactly("Start not known, so treated as within 14 days");

        String answered = request.replace(
                "\"safety.cord-signs\"", "\"safety.bladder-bowel-onset\": \"within-14-days\", \"safety.cord-signs\"");
        assertThat(advice(answered).get("redFlags").get(0).get("id").asString()).isEqualTo("cauda-equina");
        assertThat(advice(answered).get("redFlags").toString()).doesNotContain("\"assumed\"", "\"assumptions\"");
    }

    @Test
    void whatIsNotAskedHereIsNotAssumed() throws Exception {
        String all = mvc.perform(post("/api/advice?explain=full")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(Requests.candidate()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(all).contains("\"asked\":\"not-asked-here\"").doesNotContain("\"assumed\"");
    }

    private static void isReason(JsonNode reason) {
        assertThat(fields(reason)).contains("rule", "text", "truth", "source", "because");
        assertThat(reason.get("truth").asString()).isIn(TRUTHS);
        isSource(reason.get("source"));
        reason.get("because").forEach(AdviceApiTest::isLine);
    }

    private static void isLine(JsonNode line) {
        assertThat(fields(line)).contains("text", "truth", "source");
        assertThat(line.get("truth").asString()).isIn(TRUTHS);
        if (line.has("question")) {
            assertThat(fields(line)).contains("needs", "answered");
        }
        if (line.has("because")) {
            line.get("because").forEach(AdviceApiTest::isLine);
        }
    }

    private static void isSource(JsonNode source) {
        assertThat(fields(source)).contains("id", "document", "section", "evidence");
        assertThat(source.get("evidence").asString()).isIn(EVIDENCE);
    }

    @Test
    void whyACandidateIsOneGoesDownToTheAnswers() throws Exception {
        JsonNode entry = entry(advice(Requests.candidate()), "facet-joint-injection");
        assertThat(entry.get("verdict").asString()).isEqualTo("candidate");
        JsonNode line = stream(entry.get("reasons").get(0).get("because"))
                .filter(l -> l.path("finding").asString("").equals("pain-12-weeks"))
                .findFirst()
                .orElseThrow();
        assertThat(line.get("question").asString()).isEqualTo("pain.weeks");
        assertThat(line.get("needs").asString()).isEqualTo(">= 12");
        assertThat(line.get("answered").asInt()).isEqualTo(30);
        assertThat(line.get("truth").asString()).isEqualTo("met");
    }

    @Test
    void aNoteFromADocumentCarriesItsFact() throws Exception {
        assertThat(stream(entry(advice(Requests.BARE), "facet-joint-injection").get("riskNotes"))
                        .map(n -> n.get("id").asString()))
                .anyMatch(id -> id.startsWith("F-"));
    }

    static Stream<Arguments> urgencies() {
        return Stream.of(
                Arguments.of(
                        "emergency",
                        Requests.of(
                                Requests.CALM.replace(
                                        "\"safety.bladder-bowel-saddle\": [\"none\"]",
                                        "\"safety.bladder-bowel-saddle\": [\"urine\"]"),
                                Requests.LASTING)),
                Arguments.of(
                        "urgent",
                        Requests.of(
                                Requests.CALM
                                        .replace("\"safety.cancer\": \"never\"", "\"safety.cancer\": \"past\"")
                                        .replace("\"safety.weight-loss\": \"no\"", "\"safety.weight-loss\": \"yes\""),
                                Requests.LASTING)),
                Arguments.of("insufficient-information", Requests.BARE),
                Arguments.of(
                        "insufficient-information",
                        Requests.of(
                                Requests.CALM.replace(
                                        "\"safety.weight-loss\": \"no\"", "\"safety.weight-loss\": \"not-known\""),
                                Requests.LASTING)),
                Arguments.of("routine", Requests.candidate()),
                Arguments.of(
                        "conservative-first",
                        Requests.of(
                                Requests.CALM,
                                Requests.LASTING
                                        .replace("30", "2")
                                        .replace(": 6", ": 2")
                                        .replace(": 8", ": 3"))));
    }

    @ParameterizedTest
    @MethodSource("urgencies")
    void thereIsOneUrgency(String urgency, String request) throws Exception {
        assertThat(advice(request).get("urgency").asString()).isEqualTo(urgency);
    }

    @Test
    void aRedFlagSaysWhatToDoAndWithholdsEveryProcedure() throws Exception {
        JsonNode advice = advice(Requests.of(
                Requests.CALM.replace(
                        "\"safety.bladder-bowel-saddle\": [\"none\"]", "\"safety.bladder-bowel-saddle\": [\"urine\"]"),
                Requests.LASTING));
        JsonNode flag = advice.get("redFlags").get(0);
        assertThat(fields(flag)).contains("id", "urgency", "name", "action", "reasons", "source");
        assertThat(flag.get("id").asString()).isEqualTo("cauda-equina");
        assertThat(flag.get("urgency").asString()).isEqualTo("emergency");
        assertThat(flag.get("reasons").size()).isPositive();
        assertThat(stream(advice.get("interventions")).map(i -> i.get("verdict").asString()))
                .containsOnly("withheld");
        assertThat(entry(advice, "facet-joint-injection").get("underlying").asString())
                .isEqualTo("candidate");
        assertThat(texts(entry(advice, "facet-joint-injection").get("withheldBy")))
                .contains("cauda-equina");
        assertThat(entry(advice, "facet-joint-injection").get("riskNotes").size())
                .isPositive();
    }

    @Test
    void blankSafetyQuestionsComeFirstAndAreAnObstacle() throws Exception {
        JsonNode advice = advice(Requests.BARE);
        List<Boolean> safety = stream(advice.get("questions"))
                .map(q -> q.get("safety").asBoolean())
                .toList();
        assertThat(safety.get(0)).isTrue();
        assertThat(safety).isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
        assertThat(advice.get("obstacles").get(0).get("questions").size()).isPositive();
        advice.get("questions").forEach(q -> assertThat(fields(q)).contains("id", "pain", "text", "decides"));
        advice.get("obstacles").forEach(o -> assertThat(fields(o)).contains("id", "text", "action"));
    }

    @Test
    void anAnswerThatWasNotAskedForIsNamed() throws Exception {
        JsonNode ignored = advice(
                        Requests.of(Requests.CALM, "\"pain.site\": \"low-back\", \"pain.limb-signs-seen\": [\"none\"]"))
                .get("ignored");
        assertThat(stream(ignored)
                        .map(i -> i.get("question").asString() + " "
                                + i.get("pain").asString("-")))
                .contains("pain.limb-signs-seen 0");
    }

    @Test
    void theSameRequestGetsTheSameReplyToTheByte() throws Exception {
        assertThat(send(Requests.candidate()).getContentAsString())
                .isEqualTo(send(Requests.candidate()).getContentAsString());
    }

    @Test
    void thePolicyIsTheOneAskedFor() throws Exception {
        assertThat(advice("{\"policy\": \"uk\", \"pains\": [{}]}")
                        .get("knowledge")
                        .get("policy")
                        .asString())
                .isEqualTo("uk");
    }

    // ------------------------------------------------------------------ what is refused

    @Test
    void everyFaultIsToldAtOnce() throws Exception {
        JsonNode problem = problem(send("""
                {"policy": "eu", "extra": 1,
                 "answers": {"patient.age": 121, "patient.agee": 5, "safety.trauma": "non", "safety.fever-or-ill": "none", "pain.site": "knee"},
                 "pains": [{"pain.site": 3, "pain.weeks": "thirty", "pain.worse-with": []}, {}, {}, {}]}"""), 400);
        assertThat(stream(problem.get("errors"))
                        .map(e -> e.get("question").asString() + ": "
                                + e.get("problem").asString()))
                .containsExactlyInAnyOrder(
                        "extra: unknown key",
                        "policy: unknown policy",
                        "patient.age: out of range",
                        "patient.agee: unknown question; did you mean 'patient.age'?",
                        "safety.trauma: unknown option; did you mean 'none'?",
                        "safety.fever-or-ill: wrong type: a list of options is expected",
                        "pain.site: asked for each painful place: it belongs in pains",
                        "pains: more than three painful places");
        problem.get("errors")
                .forEach(e -> assertThat(fields(e)).containsExactly("question", "pain", "value", "problem", "allowed"));
    }

    static Stream<Arguments> bodiesThatAreNoRequest() {
        return Stream.of(
                Arguments.of("", "the body is not valid JSON"),
                Arguments.of("nonsense", "the body is not valid JSON"),
                Arguments.of("{\"pains\": [{}]", "the body is not valid JSON"),
                Arguments.of("{\"pains\": [{}]} {}", "the body is not valid JSON"),
                Arguments.of("[]", "the body should be a JSON object"),
                Arguments.of("null", "the body should be a JSON object"),
                Arguments.of("1", "the body should be a JSON object"),
                Arguments.of("{\"pains\": [{}], \"pains\": [{}]}", "a key is given twice"),
                Arguments.of("{\"pains\": [{\"pain.weeks\": 1, \"pain.weeks\": 2}]}", "a key is given twice"),
                Arguments.of("{\"pains\": [{\"pain.weeks\": NaN}]}", "the body is not valid JSON"),
                Arguments.of("{\"answers\": {}}", "no painful place"),
                Arguments.of("{\"pains\": []}", "no painful place"));
    }

    @ParameterizedTest
    @MethodSource("bodiesThatAreNoRequest")
    void aBodyThatIsNoRequestIsRefused(String body, String says) throws Exception {
        assertThat(problem(send(body), 400).get("errors").get(0).get("problem").asString())
                .contains(says);
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws Exception {
        String padding = " ".repeat(JsonRequest.LARGEST_BODY - Requests.BARE.length());
        assertThat(send(Requests.BARE + padding).getStatus()).isEqualTo(200);
        problem(send(Requests.BARE + padding + " "), 413);
    }

    @Test
    void whatIsRefusedBeforeAnAnswerIsReadIsAProblemToo() throws Exception {
        problem(
                mvc.perform(post("/api/advice")
                                .contentType(MediaType.TEXT_PLAIN)
                                .content(Requests.BARE))
                        .andReturn()
                        .getResponse(),
                415);
        problem(
                mvc.perform(post("/api/advice").content(Requests.BARE))
                        .andReturn()
                        .getResponse(),
                415);
        problem(
                mvc.perform(post("/api/advice")
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .content("a=b"))
                        .andReturn()
                        .getResponse(),
                415);
        problem(
                mvc.perform(post("/api/advice")
                                .contentType(MediaType.APPLICATION_JSON)
                                .accept(MediaType.TEXT_HTML)
                                .content(Requests.BARE))
                        .andReturn()
                        .getResponse(),
                406);
        MockHttpServletResponse wrongMethod =
                mvc.perform(get("/api/advice")).andReturn().getResponse();
        problem(wrongMethod, 405);
        assertThat(wrongMethod.getHeader("Allow")).isEqualTo("POST");
        problem(mvc.perform(delete("/api/knowledge")).andReturn().getResponse(), 405);
        problem(mvc.perform(get("/api/nothing")).andReturn().getResponse(), 404);
        problem(
                mvc.perform(post("/api/nothing")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(Requests.BARE))
                        .andReturn()
                        .getResponse(),
                404);
        problem(
                mvc.perform(get("/api/nothing").accept(MediaType.TEXT_HTML))
                        .andReturn()
                        .getResponse(),
                404);
    }

    @Test
    void noAnswerOfAPatientReachesTheLog(CapturedOutput log) throws Exception {
        send(Requests.of(
                "\"patient.age\": 5817423, \"safety.trauma\": \"fell-off-a-horse\", \"mrs-example\": \"born-1961\"",
                "\"pain.site\": [\"left-ear\"]"));
        send("{\"answers\": {\"patient.age\": fell-off-a-horse");
        send(Requests.candidate().replace("58", "57"));
        send("{\"fell-off-a-horse\": 5817423, \"fell-off-a-horse\": 5817423}");
        mvc.perform(post("/api/advice?mrs-example=born-1961")
                .contentType(MediaType.TEXT_PLAIN)
                .content("fell-off-a-horse"));
        mvc.perform(get("/api/advice?answer=fell-off-a-horse"));
        assertThat(log.getAll())
                .doesNotContain(
                        "5817423",
                        "fell-off-a-horse",
                        "mrs-example",
                        "born-1961",
                        "left-ear",
                        "bending-back",
                        "patient.age\"");
    }

    // ------------------------------------------------------------------ what can be looked up

    @Test
    void theInterventionsAreTheSeventeenOfTheContract() throws Exception {
        JsonNode interventions = lookUp("/api/interventions");
        assertThat(stream(interventions).map(i -> i.get("id").asString()))
                .containsExactlyInAnyOrderElementsOf(INTERVENTIONS);
        interventions.forEach(
                i -> assertThat(fields(i)).contains("id", "name", "purposes", "tags", "is", "can", "cannot", "source"));
    }

    @Test
    void theRedFlagsAndStancesAreThoseOfTheContract() {
        assertThat(live.book().catalogue().redFlags()).map(f -> f.id()).containsExactlyInAnyOrderElementsOf(RED_FLAGS);
        assertThat(live.book().catalogue().stances()).map(s -> s.id()).containsExactlyInAnyOrderElementsOf(STANCES);
    }

    @Test
    void aByteOrderMarkBeforeTheBodyChangesNothing() throws Exception {
        assertThat(advice("\uFEFF" + Requests.BARE)).isEqualTo(advice(Requests.BARE));
        assertThat(send("\uFEFF\uFEFF" + Requests.BARE).getStatus()).isEqualTo(400);
    }

    @Test
    void theKnowledgeSaysWhatItIsMadeOf() throws Exception {
        JsonNode knowledge = lookUp("/api/knowledge");
        assertThat(knowledge.get("version"))
                .isEqualTo(advice(Requests.BARE).get("knowledge").get("version"));
        assertThat(stream(knowledge.get("policies")).map(p -> p.get("id").asString()))
                .containsExactlyInAnyOrder("us", "uk");
        assertThat(knowledge.get("defaultPolicy").asString()).isEqualTo("us");
        JsonNode counts = knowledge.get("counts");
        Map.of("facts", 161, "interventions", 17, "procedures", 15, "redFlags", 18, "stances", 10)
                .forEach((what, count) ->
                        assertThat(counts.get(what).asInt()).as(what).isEqualTo(count));
        assertThat(counts.get("rules").asInt()).isGreaterThan(100);
        assertThat(knowledge.get("reload").toString()).isEqualTo("{\"state\":\"none\"}");
    }

    @Test
    void theQuestionnaireSaysWhatEveryAnswerMayBe() throws Exception {
        JsonNode questionnaire = lookUp("/api/questionnaire");
        List<JsonNode> questions = new ArrayList<>();
        questionnaire.get("sections").forEach(s -> s.get("questions").forEach(questions::add));
        assertThat(questions)
                .hasSize(lookUp("/api/knowledge").get("counts").get("questions").asInt());
        assertThat(questions).allSatisfy(q -> {
            assertThat(fields(q)).contains("id", "text", "type", "per", "safety");
            if (Set.of("integer", "decimal").contains(q.get("type").asString())) {
                assertThat(fields(q)).contains("unit", "min", "max");
            } else {
                assertThat(q.get("options").size()).isGreaterThan(1);
            }
        });
        assertThat(questions)
                .map(q -> q.get("id").asString())
                .contains(
                        "patient.age",
                        "safety.trauma",
                        "health.allergies",
                        "medicine.blood-thinner",
                        "pain.site",
                        "pain.side",
                        "pain.weeks",
                        "pain.average",
                        "pain.worse-with");
    }

    @Test
    void theSourcesSayHowWellTheyWereRead() throws Exception {
        JsonNode sources = lookUp("/api/sources");
        assertThat(stream(sources).filter(s -> s.get("kind").asString().equals("document")))
                .hasSize(5);
        sources.forEach(s -> assertThat(s.get("status").asString()).isIn(EVIDENCE));
    }

    @Test
    void theSourcesNameTheirSections() throws Exception {
        JsonNode sources = lookUp("/api/sources");
        sources.forEach(s ->
                assertThat(stream(s.get("sections"))).as(s.get("id").asString()).isNotEmpty());
        assertThat(stream(sources)
                        .filter(s -> s.get("id").asString().equals("neck-pain"))
                        .flatMap(s -> stream(s.get("sections")))
                        .map(JsonNode::asString))
                .contains("Causes of Neck Pain", "Interventional Pain Medicine Techniques");
    }

    // ------------------------------------------------------------------ sending and reading

    private MockHttpServletResponse send(String body) throws Exception {
        return mvc.perform(post("/api/advice")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private JsonNode advice(String body) throws Exception {
        MockHttpServletResponse response = send(body);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/json");
        return read(response);
    }

    private JsonNode lookUp(String path) throws Exception {
        MockHttpServletResponse response = mvc.perform(get(path)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return read(response);
    }

    private static JsonNode problem(MockHttpServletResponse response, int status) throws Exception {
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        JsonNode problem = read(response);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(response.getContentAsString()).doesNotContain("Exception", "at painpathway", "at org.");
        return problem;
    }

    private static JsonNode read(MockHttpServletResponse response) throws Exception {
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }

    private static JsonNode entry(JsonNode advice, String intervention) {
        return stream(advice.get("interventions"))
                .filter(i -> i.get("id").asString().equals(intervention))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> fields(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(t -> texts.add(t.asString()));
        return texts;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes.stream();
    }
}
