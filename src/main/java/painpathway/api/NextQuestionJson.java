package painpathway.api;

import java.util.LinkedHashMap;
import java.util.Map;
import painpathway.advice.Verdict;
import painpathway.nextquestion.NextQuestion.Asked;
import painpathway.nextquestion.NextQuestion.Ground;
import painpathway.nextquestion.NextQuestion.Step;
import painpathway.questionnaire.Question;

/** The next question as the JSON contract has it. */
final class NextQuestionJson {

    private NextQuestionJson() {}

    static Map<String, Object> of(Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("complete", step.complete());
        json.put("question", step.complete() ? null : question(step.next()));
        json.put(
                "why",
                step.why().stream()
                        .map(w -> {
                            Map<String, Object> why = new LinkedHashMap<>();
                            why.put("intervention", w.intervention().id());
                            why.put("pain", w.pain());
                            why.put("now", w.now().word());
                            why.put(
                                    "can-become",
                                    w.canBecome().stream().map(Verdict::word).toList());
                            return why;
                        })
                        .toList());
        json.put("atMost", step.atMost());
        json.put(
                "skipped",
                step.skipped().stream()
                        .map(s -> {
                            Map<String, Object> skipped = new LinkedHashMap<>();
                            skipped.put("id", s.asked().question().id());
                            skipped.put("pain", s.asked().pain());
                            skipped.put(
                                    "because",
                                    s.because().stream()
                                            .map(NextQuestionJson::text)
                                            .distinct()
                                            .toList());
                            return skipped;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> question(Asked asked) {
        Question q = asked.question();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", q.id());
        json.put("pain", asked.pain());
        json.put("text", q.text());
        json.put("type", q.type().word());
        json.put("unit", q.unit());
        json.put("min", KnowledgeJson.number(q.min()));
        json.put("max", KnowledgeJson.number(q.max()));
        json.put("options", KnowledgeJson.options(q));
        json.put("safety", q.safety());
        return json;
    }

    /** Where one path from the question to the advice ends, in words; the medical part comes from the rules folder. */
    private static String text(Ground ground) {
        return switch (ground.end()) {
            case NOT_ASKED ->
                "Not asked because of the answer to: " + ground.parent().text();
            case NOT_READ -> "No rule uses it.";
            case DECIDED -> "Already decided: " + ground.finding().label();
            case NEVER_RULED_OUT ->
                "Can no longer be ruled out: " + ground.finding().label();
            case FAILS ->
                "Can no longer be met: " + ground.rule().name()
                        + (ground.finding() == null
                                ? ""
                                : " (" + ground.finding().label() + ")");
            case CLOSED -> "Can no longer change anything: " + ground.rule().name();
        };
    }
}
