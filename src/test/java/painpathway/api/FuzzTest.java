package painpathway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.advice.LiveAdvisor;
import painpathway.questionnaire.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent, the reply is an advice or a list of faults, never a fault of ours; and the next patient is not touched by it. */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class FuzzTest {

    private static final long SEED = 20_261_121;
    private static final String LONG = "Z".repeat(5_000);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LiveAdvisor live;

    private final Random random = new Random(SEED);
    private List<Question> questions;

    @BeforeEach
    void readQuestions() {
        questions = live.book().questionnaire().questions();
    }

    @ParameterizedTest
    @CsvSource({"/api/advice, 2000", "/api/next-question, 750", "/api/changes, 100", "/api/pathway, 100"})
    void whateverIsSentIsAnsweredOrRefused(String path, int requests, CapturedOutput log) throws Exception {
        String right = send(path, bytes(Requests.candidate())).getContentAsString();
        int refused = 0;
        for (int i = 0; i < requests; i++) {
            byte[] body = body(i);
            MockHttpServletResponse response = send(path, body);
            String what = path + " request " + i + ": "
                    + new String(body, 0, Math.min(body.length, 2_000), StandardCharsets.ISO_8859_1);
            assertThat(response.getStatus()).as(what).isIn(200, 400, 413);
            if (response.getStatus() != 200) {
                refused++;
                assertThat(response.getContentAsString())
                        .as(what)
                        .doesNotContain("Exception", "\tat ", "painpathway.", "Z".repeat(81));
                assertThat(response.getContentType()).as(what).isEqualTo("application/problem+json");
                JsonNode errors = JsonMapper.shared()
                        .readTree(response.getContentAsByteArray())
                        .get("errors");
                assertThat(errors.size()).as(what).isPositive();
                for (JsonNode error : errors) {
                    assertThat(error.get("value").asString("").length())
                            .as(what)
                            .isLessThanOrEqualTo(80);
                    assertThat(error.get("question").asString("").length())
                            .as(what)
                            .isLessThanOrEqualTo(80);
                }
            }
            if (i % 100 == 99) {
                assertThat(send(path, bytes(Requests.candidate())).getContentAsString())
                        .as("after " + what)
                        .isEqualTo(right);
            }
        }
        assertThat(refused).isGreaterThan(requests / 2);
        assertThat(log.getAll()).doesNotContain("ApiErrors", "Exception", "ZZZ", "<script>");
    }

    /** Ever another way to be wrong; now and then one that happens to be right. */
    private byte[] body(int i) {
        return switch (i % 25) {
            case 0 -> bytes(request(question().id() + "x", "\"none\""));
            case 1 -> bytes(request(question().id(), anyValue()));
            case 2 -> bytes(request(question().id(), anyNumber()));
            case 3 -> bytes(request(question().id(), nested(1 + random.nextInt(3_000))));
            case 4 -> garbage(bytes(Requests.candidate()));
            case 5 ->
                bytes(Requests.candidate(), random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE);
            case 6 ->
                bytes(Requests.candidate()
                        .replaceFirst(
                                "\"safety.trauma\": \"none\"",
                                "\"safety.trauma\": \"none\", \"safety.trauma\": \"major\""));
            case 7 ->
                Arrays.copyOf(
                        bytes(Requests.candidate()),
                        random.nextInt(Requests.candidate().length()));
            case 8 -> bytes(Requests.candidate() + anyOf("{}", "x", "]", "\u0000", ",", "null", "/* */"));
            case 9 -> bytes(anyOf("", " ", "\n", "\uFEFF", "\u0000"));
            case 10 -> bytes(anyOf("[]", "[{}]", "null", "true", "0", "\"x\"", "[" + Requests.candidate() + "]"));
            case 11 -> bytes(Requests.candidate().replaceAll(": (\\[?\"[a-z-]+\"]?|\\d+)", ": null"));
            case 12 -> bytes(request(question().id(), String.valueOf(random.nextInt(20))));
            case 13 -> bytes(request(anyOf(LONG, question().id()), quoted(LONG)));
            case 14 ->
                bytes(request(
                        anyOf("<script>alert(1)</script>", question().id()), quoted("<img src=x onerror=alert(1)>")));
            case 15 -> bytes(request(question().id(), "[" + String.join(",", someOptions(question())) + "]"));
            case 16 ->
                bytes("{\"pains\": ["
                        + String.join(
                                ",", Collections.nCopies(random.nextInt(6), anyOf("{}", "null", "[]", "1", "\"x\"")))
                        + "]}");
            case 17 -> bytes("{\"policy\": " + anyValue() + ", \"pains\": [{}]}");
            case 18 -> bytes("{\"answers\": " + anyValue() + ", \"pains\": " + anyValue() + "}");
            case 19 ->
                bytes(request(
                        question().id(),
                        anyOf(
                                "\"\\ud800\"",
                                "\"\\udc00x\"",
                                "\"\\u0000\"",
                                "\"" + "\\ud83d\\ude00".repeat(60) + "\"",
                                "\"a" + "\\ud83d\\ude00".repeat(60) + "\"")));
            case 20 -> bytes("{\"pains\": [{}]" + ",\"k\": 1".repeat(1 + random.nextInt(3)) + "}");
            case 21 -> bytes(Requests.candidate().replace('"', '\''));
            case 22 -> bytes("{" + "\"a\":{".repeat(random.nextInt(5_000)) + "}");
            case 23 -> noise();
            default -> bytes(rightByChance());
        };
    }

    private String request(String question, String value) {
        boolean perPain = random.nextBoolean();
        String answer = quoted(question) + ": " + value;
        return perPain ? Requests.of(Requests.CALM, answer) : Requests.of(answer, Requests.LASTING);
    }

    private Question question() {
        return questions.get(random.nextInt(questions.size()));
    }

    private String anyNumber() {
        return anyOf(
                "1e999",
                "-1e999",
                "1E400000000000",
                "1e-999",
                "NaN",
                "Infinity",
                "-0",
                "-0.0",
                "007",
                "1.",
                ".5",
                "+1",
                "0x1F",
                "1_000",
                "58.0000000000000000000001",
                "9".repeat(39),
                "9".repeat(41),
                "9".repeat(5_000),
                String.valueOf(random.nextGaussian()),
                BigInteger.ONE.shiftLeft(63).toString(),
                String.valueOf(random.nextLong()),
                String.valueOf(random.nextInt(100)));
    }

    private String anyValue() {
        return anyOf(
                "true",
                "{}",
                "[]",
                "[[]]",
                "[null]",
                "null",
                "\"\"",
                "\"none\"",
                "[\"none\"]",
                "[\"none\", \"none\"]",
                "\"not-known\"",
                "[\"not-known\"]",
                "{\"a\": 1}",
                "[1]",
                "3",
                "\"us\"",
                "\"us \"",
                "[{}]",
                "[{\"pain.site\": {}}]",
                anyNumber());
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private List<String> someOptions(Question question) {
        List<String> options = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            options.add(
                    question.options().isEmpty() || random.nextInt(6) == 0
                            ? anyValue()
                            : quoted(question.optionIds()
                                    .get(random.nextInt(question.options().size()))));
        }
        return options;
    }

    /** One answer to one question, of the right kind and with a small chance of being wrong. */
    private String rightByChance() {
        Question question = question();
        String option = question.options().isEmpty()
                ? String.valueOf(random.nextInt(60))
                : quoted(question.optionIds()
                        .get(random.nextInt(question.options().size())));
        String value = question.type() == Question.Type.CHOICES ? "[" + option + "]" : option;
        String answer = quoted(question.id()) + ": " + value;
        return question.perPain() ? Requests.of("", answer) : Requests.of(answer, "");
    }

    /** A right request with a few bytes changed, often to something that is not UTF-8. */
    private byte[] garbage(byte[] body) {
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(400)];
        random.nextBytes(noise);
        return noise;
    }

    private String anyOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static byte[] bytes(String text) {
        return bytes(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private MockHttpServletResponse send(String path, byte[] body) throws Exception {
        return mvc.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body))
                .andReturn()
                .getResponse();
    }
}
