package painpathway.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.questionnaire.AnswerFault;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.AssessmentReader;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleBook;

/**
 * The result of reading a form. A refused answer counts as blank, which the rules never read as no, so a warning
 * raised by other answers stays on the page while a typing error is corrected.
 *
 * @param assessment the answers that can be used
 * @param faulty     names of the fields whose answers are refused
 * @param strange    faults that have no field on the page
 */
record Reading(Assessment assessment, Set<String> faulty, List<AnswerFault> strange) {

    static Reading of(Form form, RuleBook book) {
        Questionnaire questionnaire = book.questionnaire();
        Map<String, Object> request = form.request(questionnaire);
        AssessmentReader.Result first = book.read(request, 1);
        if (first.faults().isEmpty()) {
            return new Reading(first.assessment(), Set.of(), List.of());
        }
        Set<String> faulty = new LinkedHashSet<>();
        List<AnswerFault> strange = new ArrayList<>();
        for (AnswerFault fault : first.faults()) {
            Question question = questionnaire.question(fault.question());
            boolean onPage = question != null && !question.derived() && question.perPain() == (fault.pain() != null)
                    && (fault.pain() == null || fault.pain() < form.shownPlaces());
            if (onPage) {
                faulty.add(Form.field(question, fault.pain()));
            } else {
                strange.add(fault);
            }
        }
        return new Reading(book.read(usable(form, request, faulty, book), 1).assessment(), faulty, strange);
    }

    private static Map<String, Object> usable(Form form, Map<String, Object> request, Set<String> faulty, RuleBook book) {
        List<?> sentPains = (List<?>) request.get("pains");
        Map<String, Object> patient = new LinkedHashMap<>();
        List<Map<String, Object>> pains = new ArrayList<>();
        for (int place = 0; place < form.shownPlaces(); place++) {
            pains.add(new LinkedHashMap<>());
        }
        for (Question question : book.questionnaire().asked()) {
            for (int place = 0; place < (question.perPain() ? pains.size() : 1); place++) {
                Map<?, ?> from = (Map<?, ?>) (question.perPain() ? sentPains.get(place) : request.get("answers"));
                boolean refused = faulty.contains(Form.field(question, question.perPain() ? place : null));
                if (!refused && from.containsKey(question.id())) {
                    (question.perPain() ? pains.get(place) : patient).put(question.id(), from.get(question.id()));
                }
            }
        }
        Map<String, Object> usable = new LinkedHashMap<>();
        usable.put("policy", book.policies().contains(form.policy()) ? form.policy() : null);
        usable.put("answers", patient);
        usable.put("pains", pains);
        return usable;
    }
}
