package painpathway.api;

import java.util.LinkedHashMap;
import java.util.Map;
import painpathway.advice.Verdict;
import painpathway.nextquestion.NextQuestion.Step;
import painpathway.nextquestion.SkipReason;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.rules.Finding;

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
                            why.put("pain", w.place());
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
                            skipped.put("id", s.item().question().id());
                            skipped.put("pain", s.item().pain());
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

    private static Map<String, Object> question(Item item) {
        Question q = item.question();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", q.id());
        json.put("pain", item.pain());
        json.put("text", q.text());
        json.put("type", q.type().word());
        json.put("unit", q.unit());
        json.put("min", KnowledgeJson.number(q.min()));
        json.put("max", KnowledgeJson.number(q.max()));
        json.put("options", KnowledgeJson.options(q));
        json.put("safety", q.safety());
        return json;
    }

    /** Why one way from the question to the advice leads nowhere, in words; the medical part comes from the rules folder. */
    private static String text(SkipReason reason) {
        if (reason instanceof SkipReason.NotAsked notAsked) {
            return "Not asked because of the answer to: " + notAsked.parent().text();
        }
        if (reason instanceof SkipReason.NotUsed) {
            return "No rule uses it.";
        }
        if (reason instanceof SkipReason.FindingDecided decided) {
            return "Already decided: " + decided.finding().label();
        }
        if (reason instanceof SkipReason.NeverRuledOut never) {
            return "Can no longer be ruled out: " + never.finding().label();
        }
        if (reason instanceof SkipReason.NeverMet never) {
            Finding because = never.because();
            return "Can no longer be met: " + never.rule().name()
                    + (because == null ? "" : " (" + because.label() + ")");
        }
        return "Can no longer change anything: "
                + ((SkipReason.NothingLeftToChange) reason).rule().name();
    }
}
