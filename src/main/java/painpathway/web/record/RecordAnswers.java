package painpathway.web.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import painpathway.api.AdviceRequest;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.web.Messages;

/**
 * The answers of a record in words. Questions and options have the wording of the questionnaire in use, or their ids if it no
 * longer has them.
 */
record RecordAnswers(AdviceRequest request, Questionnaire questionnaire, Messages messages) {

    /** The answers of one section. */
    record AnswerGroup(String title, List<AnswerInWords> answers) {}

    /** One answer; {@code place} is empty where there is only one, or where it is about the patient. */
    record AnswerInWords(String question, Optional<String> place, String answer) {}

    /** Section by section; answers to questions that are no longer asked come last. */
    List<AnswerGroup> groups() {
        Map<String, Map<Optional<Integer>, Object>> left = byQuestion();
        List<AnswerGroup> groups = new ArrayList<>();
        for (Questionnaire.Section section : questionnaire.sections()) {
            List<AnswerInWords> answers = new ArrayList<>();
            for (Question question : section.questions()) {
                Map<Optional<Integer>, Object> given = left.remove(question.id());
                if (given != null) {
                    answers.addAll(inWords(question.id(), given));
                }
            }
            if (!answers.isEmpty()) {
                groups.add(new AnswerGroup(section.title(), answers));
            }
        }
        if (!left.isEmpty()) {
            List<AnswerInWords> answers = new ArrayList<>();
            left.forEach((id, given) -> answers.addAll(inWords(id, given)));
            groups.add(new AnswerGroup(messages.say("record.no-longer-asked"), answers));
        }
        return groups;
    }

    private List<AnswerInWords> inWords(String id, Map<Optional<Integer>, Object> given) {
        return given.entrySet().stream()
                .map(e -> new AnswerInWords(name(id), place(e.getKey()), inWords(id, e.getValue())))
                .toList();
    }

    /** From question to painful place (empty: the patient) to answer. */
    Map<String, Map<Optional<Integer>, Object>> byQuestion() {
        Map<String, Map<Optional<Integer>, Object>> given = new LinkedHashMap<>();
        add(given, request.answers(), Optional.empty());
        for (int place = 0; place < places(); place++) {
            add(given, request.pains().get(place), Optional.of(place));
        }
        return given;
    }

    private static void add(
            Map<String, Map<Optional<Integer>, Object>> given, Map<String, Object> answers, Optional<Integer> place) {
        answers.forEach((id, value) ->
                given.computeIfAbsent(id, k -> new LinkedHashMap<>()).put(place, value));
    }

    int places() {
        return request.pains().size();
    }

    /** What a question asks. */
    String name(String id) {
        Question question = questionnaire.question(id);
        return question == null ? id : question.text();
    }

    String inWords(String id, @Nullable Object value) {
        List<String> values = value == null
                ? List.of()
                : value instanceof List<?> several
                        ? several.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value));
        return messages.answers().of(questionnaire.question(id), values);
    }

    /** What a painful place is called; empty where there is only one. */
    Optional<String> place(Optional<Integer> place) {
        return place.filter(p -> places() > 1).map(this::place);
    }

    private String place(int place) {
        String number = String.valueOf(place + 1);
        Question first = questionnaire.firstOfPlaces();
        Object site = first == null || place >= places()
                ? null
                : request.pains().get(place).get(first.id());
        return first == null || site == null
                ? messages.say("place.numbered", number)
                : messages.say("place.named", number, inWords(first.id(), site));
    }
}
