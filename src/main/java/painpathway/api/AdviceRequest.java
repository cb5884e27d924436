package painpathway.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/**
 * The request that belongs to a stored advice, as {@code POST /api/advice} takes it.
 *
 * @param policy  null where the default was asked for
 * @param answers from question to answer: those about the patient
 * @param pains   the same for each painful place
 */
public record AdviceRequest(
        @Nullable String policy,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Object> answers,
        List<Map<String, Object>> pains) {

    public static AdviceRequest of(Assessment assessment, Questionnaire questionnaire) {
        return new AdviceRequest(
                assessment.policy(),
                answers(assessment.patient(), questionnaire),
                assessment.pains().stream().map(p -> answers(p, questionnaire)).toList());
    }

    private static Map<String, Object> answers(Map<String, Answer> given, Questionnaire questionnaire) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Question question : questionnaire.asked()) {
            Answer answer = given.get(question.id());
            if (answer != null) {
                answers.put(question.id(), AnswerFormat.plain(question, answer));
            }
        }
        return answers;
    }

    /** As plain values, which the questionnaire in use can read. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (policy != null) {
            values.put("policy", policy);
        }
        values.put("answers", answers);
        values.put("pains", pains);
        return values;
    }
}
