package painpathway.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import painpathway.questionnaire.AnswerFault;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.AssessmentReader;
import painpathway.rules.RuleBook;

/**
 * A frozen request read with the questionnaire in use, which may have changed since.
 *
 * @param unusable the questions whose answers it no longer accepts
 */
record Again(Assessment assessment, List<String> unusable) {

    static Again of(Map<String, Object> request, RuleBook book) {
        AssessmentReader.Result result = book.read(request, 1);
        if (result.faults().isEmpty()) {
            return new Again(result.assessment(), List.of());
        }
        Map<String, Object> usable = new LinkedHashMap<>(request);
        Map<String, Object> answers = copy(request.get("answers"));
        List<Map<String, Object>> pains = new ArrayList<>();
        ((List<?>) request.get("pains")).forEach(p -> pains.add(copy(p)));
        for (AnswerFault fault : result.faults()) {
            if ("policy".equals(fault.question())) {
                usable.remove("policy");
            } else {
                (fault.pain() == null ? answers : pains.get(fault.pain())).remove(fault.question());
            }
        }
        usable.put("answers", answers);
        usable.put("pains", pains);
        return new Again(book.read(usable, 1).assessment(), result.faults().stream().map(AnswerFault::question).distinct().toList());
    }

    private static Map<String, Object> copy(Object map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> values) {
            values.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }
}
