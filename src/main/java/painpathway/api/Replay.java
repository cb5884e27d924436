package painpathway.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import painpathway.advice.Advice;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An assessment as a request to {@code POST /api/advice} and an advice as its reply, which together make a replay possible. */
@Component
public class Replay {

    private final JsonMapper json;

    Replay(JsonMapper json) {
        this.json = json;
    }

    /** The request that these answers make. */
    public String request(Assessment assessment, Questionnaire questionnaire) {
        Map<String, Object> request = new LinkedHashMap<>();
        List<Map<String, Object>> pains = new ArrayList<>();
        assessment.pains().forEach(pain -> pains.add(answers(pain, questionnaire)));
        request.put("policy", assessment.policy());
        request.put("answers", answers(assessment.patient(), questionnaire));
        request.put("pains", pains);
        return json.writeValueAsString(request);
    }

    /** The advice, byte for byte as the API returns it. */
    public String reply(Advice advice) {
        return json.writeValueAsString(AdviceJson.of(advice));
    }

    /** A request and its reply, unchanged, in one file. */
    public String file(String request, String reply) {
        return "{\"request\":" + request + ",\"reply\":" + reply + "}";
    }

    /** A request or a reply as plain values. */
    public Map<String, Object> read(String text) {
        return json.readValue(text, new TypeReference<Map<String, Object>>() {});
    }

    private static Map<String, Object> answers(Map<String, Answer> given, Questionnaire questionnaire) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Question question : questionnaire.asked()) {
            Answer answer = given.get(question.id());
            if (answer instanceof Answer.Amount amount) {
                answers.put(question.id(), AdviceJson.number(amount.value()));
            } else if (answer instanceof Answer.Choice choice) {
                answers.put(question.id(), choice.option());
            } else if (answer instanceof Answer.Choices several) {
                answers.put(
                        question.id(),
                        question.optionIds().stream()
                                .filter(several.options()::contains)
                                .toList());
            } else if (answer != null) {
                answers.put(question.id(), AnswerFormat.NOT_KNOWN);
            }
        }
        return answers;
    }
}
