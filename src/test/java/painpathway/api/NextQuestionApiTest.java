package painpathway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import painpathway.ShippedRules;
import painpathway.questionnaire.Question;
import painpathway.vignette.Vignette;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The next question over HTTP: the fields of the contract, the same refusals as for an advice, and a whole intake. */
@ApiTest
class NextQuestionApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvc mvc;

    @Test
    void aReplyHasExactlyTheFieldsOfTheContract() throws Exception {
        JsonNode step = next(Requests.BARE);
        assertThat(fields(step)).containsExactly("complete", "question", "why", "atMost", "skipped");
        assertThat(step.get("complete").asBoolean()).isFalse();
        assertThat(fields(step.get("question")))
                .containsExactly("id", "pain", "text", "type", "unit", "min", "max", "options", "safety");
        assertThat(step.get("atMost").asInt())
                .isBetween(1, ShippedRules.BOOK.questionnaire().asked().size());
        assertThat(step.get("why")).isNotEmpty();
        for (JsonNode why : step.get("why")) {
            assertThat(fields(why)).containsExactly("intervention", "pain", "now", "can-become");
        }
        assertThat(step.get("skipped")).isNotEmpty();
        for (JsonNode skipped : step.get("skipped")) {
            assertThat(fields(skipped)).containsExactly("id", "pain", "because");
            assertThat(skipped.get("because")).isNotEmpty();
        }
    }

    @Test
    void aQuestionCarriesWhatItTakesToAskIt() throws Exception {
        Map<String, JsonNode> asked = new LinkedHashMap<>();
        intake(ShippedRules.VIGNETTES.get(0), asked);
        for (Map.Entry<String, JsonNode> one : asked.entrySet()) {
            Question question = ShippedRules.BOOK.questionnaire().question(one.getKey());
            JsonNode json = one.getValue();
            assertThat(json.get("text").asString()).isEqualTo(question.text());
            assertThat(json.get("type").asString()).isEqualTo(question.type().word());
            assertThat(json.get("safety").asBoolean()).isEqualTo(question.safety());
            assertThat(json.get("pain").isNull()).isEqualTo(!question.perPain());
            assertThat(StreamSupport.stream(json.get("options").spliterator(), false)
                            .map(o -> o.get("id").asString())
                            .toList())
                    .isEqualTo(question.optionIds());
            assertThat(json.get("unit").isNull()).isEqualTo(!question.type().isNumber());
            if (question.type().isNumber()) {
                assertThat(json.get("min").asDouble()).isEqualTo(question.min());
                assertThat(json.get("max").asDouble()).isEqualTo(question.max());
            }
        }
        assertThat(asked.values())
                .anyMatch(q -> q.get("type").asString().equals("integer"))
                .anyMatch(q -> q.get("type").asString().equals("choices"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"pains\": []}",
                "{\"answers\": {}, \"pains\": [{}]}",
                "{\"pains\": [{\"pain.site\": \"knee\"}]}",
                "{\"pains\": null}"
            })
    void anIntakeMayBeginWithNothing(String body) throws Exception {
        JsonNode step = next(body);
        assertThat(step.get("complete").asBoolean()).isFalse();
        assertThat(step.get("question").get("id").asString()).isEqualTo("patient.age");
    }

    @Test
    void everyStepOfAnIntakeIsAnsweredUntilItIsComplete() throws Exception {
        JsonNode end = intake(ShippedRules.VIGNETTES.get(0), new LinkedHashMap<>());
        assertThat(end.get("question").isNull()).isTrue();
        assertThat(end.get("why")).isEmpty();
        assertThat(end.get("atMost").asInt()).isZero();
        assertThat(end.get("skipped")).isNotEmpty();
    }

    @Test
    void anyAnswersEndAnIntakeWithinItsFirstBound() throws Exception {
        Random random = new Random(20_261_122);
        for (int i = 0; i < 8; i++) {
            Map<String, Object> answers = new LinkedHashMap<>();
            Map<String, Object> pain = new LinkedHashMap<>();
            JsonNode step = next(body(answers, pain));
            int bound = step.get("atMost").asInt();
            for (int asked = 0; !step.get("complete").asBoolean(); asked++) {
                assertThat(asked).as("questions asked").isLessThan(bound);
                JsonNode question = step.get("question");
                (question.get("pain").isNull() ? answers : pain)
                        .put(question.get("id").asString(), any(question, random));
                step = next(body(answers, pain));
            }
        }
    }

    private static Object any(JsonNode question, Random random) {
        if (random.nextInt(5) == 0) {
            return "not-known";
        }
        if (question.get("options").isEmpty()) {
            int least = question.get("min").asInt();
            return least + random.nextInt(question.get("max").asInt() - least + 1);
        }
        String option = question.get("options")
                .get(random.nextInt(question.get("options").size()))
                .get("id")
                .asString();
        return question.get("type").asString().equals("choices") ? List.of(option) : option;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"policy\": \"mars\"}|policy|unknown policy",
                "{\"answers\": {\"patient.height\": 180}}|patient.height|unknown question",
                "{\"pains\": [{\"pain.site\": \"ear\"}]}|pain.site|unknown option",
                "{\"answers\": {\"patient.age\": 400}}|patient.age|out of range",
                "{\"pains\": [{}, {}, {}, {}]}|pains|more than three painful places"
            })
    void faultsAreRefusedAsForAnAdvice(String body, String question, String problem) throws Exception {
        MockHttpServletResponse response = post(body, MediaType.APPLICATION_JSON);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        JsonNode error =
                JSON.readTree(response.getContentAsByteArray()).get("errors").get(0);
        assertThat(error.get("question").asString()).isEqualTo(question);
        assertThat(error.get("problem").asString()).startsWith(problem);
    }

    @Test
    void otherMethodsAndMediaTypesAreRefused() throws Exception {
        assertThat(mvc.perform(get("/api/next-question"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(405);
        assertThat(post("{}", MediaType.TEXT_PLAIN).getStatus()).isEqualTo(415);
        assertThat(post("not json", MediaType.APPLICATION_JSON).getStatus()).isEqualTo(400);
        assertThat(post("{\"policy\": \"" + "x".repeat(JsonRequest.LARGEST_BODY) + "\"}", MediaType.APPLICATION_JSON)
                        .getStatus())
                .isEqualTo(413);
    }

    /** Answers from a vignette over HTTP; the questions asked go into {@code asked}, the last reply is returned. */
    private JsonNode intake(Vignette vignette, Map<String, JsonNode> asked) throws Exception {
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, Object> pain = new LinkedHashMap<>();
        JsonNode step = next(body(answers, pain));
        while (!step.get("complete").asBoolean()) {
            String id = step.get("question").get("id").asString();
            assertThat(asked.put(id, step.get("question")))
                    .as("asked twice: " + id)
                    .isNull();
            boolean ofPain = !step.get("question").get("pain").isNull();
            Object answer = Requests.value((ofPain
                            ? vignette.assessment().pains().get(0)
                            : vignette.assessment().patient())
                    .get(id));
            (ofPain ? pain : answers).put(id, answer);
            step = next(body(answers, pain));
        }
        return step;
    }

    private static String body(Map<String, Object> answers, Map<String, Object> pain) {
        return JSON.writeValueAsString(Map.of("answers", answers, "pains", List.of(pain)));
    }

    private JsonNode next(String body) throws Exception {
        MockHttpServletResponse response = post(body, MediaType.APPLICATION_JSON);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return JSON.readTree(response.getContentAsByteArray());
    }

    private MockHttpServletResponse post(String body, MediaType type) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/api/next-question")
                        .contentType(type)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private static List<String> fields(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }
}
