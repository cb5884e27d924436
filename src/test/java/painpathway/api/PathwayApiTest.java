package painpathway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Full explanations, changes and the pathway over HTTP, on the shipped rules. */
@ApiTest
class PathwayApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EIGHT_WEEKS = Requests.candidate().replace("\"pain.weeks\": 30", "\"pain.weeks\": 8");

    @Autowired
    private MockMvc mvc;

    @Test
    void theFullFormAddsEveryRuleAndChangesNothingElse() throws Exception {
        JsonNode shortForm = ok(post("/api/advice"), EIGHT_WEEKS);
        JsonNode full = ok(post("/api/advice?explain=full"), EIGHT_WEEKS);
        assertThat(ok(post("/api/advice?explain=short"), EIGHT_WEEKS)).isEqualTo(shortForm);
        Map<String, Object> without = JSON.convertValue(full, new TypeReference<Map<String, Object>>() {});
        List<?> entries = (List<?>) without.get("interventions");
        entries.forEach(e ->
                assertThat((List<?>) ((Map<?, ?>) e).remove("explanation")).isNotEmpty());
        assertThat(JSON.valueToTree(without).toString()).isEqualTo(shortForm.toString());
    }

    @Test
    void aNumberThatFallsShortSaysByHowMuch() throws Exception {
        for (String path : List.of("/api/advice", "/api/advice?explain=full")) {
            JsonNode entry = entry(ok(post(path), EIGHT_WEEKS), "facet-joint-injection");
            assertThat(entry.get("verdict").asString()).isEqualTo("not-indicated");
            JsonNode nearest = entry.get("reasons").get(0);
            JsonNode line = stream(nearest.get("because"))
                    .filter(l -> l.path("finding").asString("").equals("pain-12-weeks"))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.get("needs").asString()).isEqualTo(">= 12");
            assertThat(line.get("answered").asInt()).isEqualTo(8);
            assertThat(line.get("gap").toString()).isEqualTo("{\"short\":4,\"unit\":\"weeks\"}");
        }
    }

    @Test
    void everyRuleOfTheFullFormGoesDownToAnswersWithItsSource() throws Exception {
        int answers = 0;
        for (JsonNode entry :
                ok(post("/api/advice?explain=full"), Requests.BARE).get("interventions")) {
            for (JsonNode rule : entry.get("explanation")) {
                assertThat(rule.get("source").get("id").asString()).isNotBlank();
                assertThat(rule.get("because").size()).isPositive();
                answers += rule.get("because").findParents("needs").size();
            }
        }
        assertThat(answers).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "everything", "FULL"})
    void anotherFormIsRefused(String explain) throws Exception {
        refused(mvc.perform(post("/api/advice")
                        .queryParam("explain", explain)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(Requests.BARE))
                .andReturn()
                .getResponse());
    }

    @Test
    void doingWhatChangesSayMakesTheTarget() throws Exception {
        int tried = 0;
        for (String request : List.of(
                EIGHT_WEEKS, Requests.BARE, Requests.of(Requests.CALM, Requests.LASTING, "\"pain.site\": \"knee\""))) {
            for (JsonNode entry : ok(post("/api/changes"), request).get("interventions")) {
                assertThat(entry.propertyNames())
                        .containsExactly(
                                "id", "name", "pain", "underlying", "target", "found", "sets", "blockedBy", "losses");
                for (JsonNode set : entry.get("sets")) {
                    assertThat(set.get("text").asString()).startsWith("if ");
                    JsonNode advice = ok(post("/api/advice"), changed(request, set.get("changes")));
                    JsonNode after = stream(advice.get("interventions"))
                            .filter(i -> i.get("id").equals(entry.get("id"))
                                    && i.get("pain").equals(entry.get("pain")))
                            .findFirst()
                            .orElseThrow();
                    assertThat(after.get("underlying")).isEqualTo(entry.get("target"));
                    tried++;
                }
                if (entry.get("target").isNull()
                        && !entry.get("underlying").asString().equals("candidate")) {
                    assertThat(entry.get("blockedBy").size()).isPositive();
                    assertThat(entry.get("sets").size()).isZero();
                }
            }
        }
        assertThat(tried).isGreaterThan(15);
    }

    /** The request with every change made. */
    private static String changed(String request, JsonNode changes) {
        Map<String, Object> body = JSON.readValue(request, new TypeReference<Map<String, Object>>() {});
        @SuppressWarnings("unchecked")
        Map<String, Object> answers = new LinkedHashMap<>((Map<String, Object>) body.getOrDefault("answers", Map.of()));
        List<Map<String, Object>> pains = new ArrayList<>();
        ((List<?>) body.get("pains"))
                .forEach(p -> pains.add(JSON.convertValue(p, new TypeReference<Map<String, Object>>() {})));
        for (JsonNode change : changes) {
            Object to = JSON.convertValue(change.get("to"), Object.class);
            (change.get("pain").isNull()
                            ? answers
                            : pains.get(change.get("pain").asInt()))
                    .put(change.get("question").asString(), to);
        }
        return JSON.writeValueAsString(Map.of("answers", answers, "pains", pains));
    }

    @Test
    void fourMoreWeeksAreToldInTheWordsOfTheQuestion() throws Exception {
        JsonNode entry = entry(ok(post("/api/changes"), EIGHT_WEEKS), "facet-joint-injection");
        assertThat(entry.get("target").asString()).isEqualTo("candidate");
        assertThat(entry.get("found").asInt()).isEqualTo(1);
        JsonNode change = entry.get("sets").get(0).get("changes").get(0);
        assertThat(entry.get("sets").get(0).get("text").asString())
                .isEqualTo("if the answer to “How many weeks has this episode of pain lasted?” were at least 12 weeks");
        assertThat(change.get("question").asString()).isEqualTo("pain.weeks");
        assertThat(change.get("kind").asString()).isEqualTo("with-time");
        assertThat(change.get("from").asInt()).isEqualTo(8);
        assertThat(change.get("to").asInt()).isEqualTo(12);
        assertThat(change.get("values").toString()).isEqualTo("{\"atLeast\":12,\"unit\":\"weeks\"}");
    }

    @Test
    void aCandidateNamesTheAnswersItRestsOn() throws Exception {
        JsonNode losses = entry(ok(post("/api/changes"), Requests.candidate()), "facet-joint-injection")
                .get("losses");
        JsonNode weeks = stream(losses)
                .filter(l -> l.get("question").asString().equals("pain.weeks"))
                .findFirst()
                .orElseThrow();
        assertThat(weeks.get("values").get("atMost").asInt()).isEqualTo(11);
        assertThat(weeks.get("becomes").asString()).isEqualTo("not-indicated");
    }

    @Test
    void thePathwayIsData() throws Exception {
        JsonNode us = ok(get("/api/pathway"), null);
        assertThat(us.get("policy").asString()).isEqualTo("us");
        assertThat(us.get("nodes").size()).isEqualTo(17);
        List<String> edges = stream(us.get("edges"))
                .map(e -> e.get("from").asString() + " > " + e.get("to").asString())
                .toList();
        assertThat(edges)
                .contains(
                        "conservative-care > facet-joint-injection",
                        "facet-joint-injection > facet-joint-injection",
                        "facet-joint-injection > radiofrequency-ablation")
                .doesNotHaveDuplicates();
        us.get("edges").forEach(e -> assertThat(e.get("rules").size()).isPositive());
        assertThat(ok(get("/api/pathway?policy=uk"), null)).isNotEqualTo(us);
        refused(mvc.perform(get("/api/pathway?policy=fr")).andReturn().getResponse());
    }

    @Test
    void onePatientsPlaceOnThePathway() throws Exception {
        JsonNode patient = ok(post("/api/pathway"), Requests.candidate());
        JsonNode care = entry(patient, "conservative-care");
        assertThat(care.get("done").asBoolean()).isTrue();
        assertThat(stream(care.get("results")).map(r -> r.get("question").asString()))
                .contains("care.physiotherapy-weeks", "care.physiotherapy-result");
        JsonNode facet = entry(patient, "facet-joint-injection");
        assertThat(facet.get("done").asBoolean()).isFalse();
        assertThat(facet.get("state").asString()).isEqualTo("open");
        assertThat(facet.get("nextSteps").size()).isZero();
        JsonNode heat = entry(patient, "radiofrequency-ablation");
        assertThat(heat.get("state").asString()).isEqualTo("closed");
        assertThat(heat.get("why").size()).isPositive();
        assertThat(stream(heat.get("nextSteps")).map(s -> s.get("question").asString()))
                .startsWith("prior.procedures")
                .contains("prior.facet-block-1-relief");
        JsonNode knee = entry(patient, "image-guided-arthritis-treatment");
        assertThat(knee.get("nextSteps").size()).isZero();
        assertThat(knee.get("blockedBy").size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/changes", "/api/pathway"})
    void requestsAreReadAsStrictlyAsForAnAdvice(String path) throws Exception {
        for (String bad : List.of(
                "",
                "[]",
                "{\"pains\": []}",
                "{\"pains\": [{}], \"pains\": [{}]}",
                "{\"pains\": [{\"pain.site\": \"tail\"}]}",
                "{\"policy\": \"fr\", \"pains\": [{}]}",
                "{\"pains\": [{}], \"explain\": \"full\"}")) {
            refused(mvc.perform(
                            post(path).contentType(MediaType.APPLICATION_JSON).content(bad))
                    .andReturn()
                    .getResponse());
        }
    }

    private JsonNode ok(MockHttpServletRequestBuilder request, String body) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        body == null
                                ? request
                                : request.contentType(MediaType.APPLICATION_JSON)
                                        .content(body))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return JSON.readTree(response.getContentAsByteArray());
    }

    private static void refused(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(JSON.readTree(response.getContentAsByteArray()).get("errors").size())
                .isPositive();
    }

    private static JsonNode entry(JsonNode advice, String id) {
        return stream(advice.get("interventions"))
                .filter(i -> i.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
