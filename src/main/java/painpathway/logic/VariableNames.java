package painpathway.logic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/**
 * What the variables of an encoding are called. Variables with the same name are the same, so names decide what two encodings share.
 *
 * @param patient      begins the names of what is known about the patient
 * @param encoding     begins the names of what one encoding defines for itself
 * @param ownAnswers   the questions that this encoding answers for itself, at the place in focus
 * @param firstOptions by question, the options that the first of two readings knows
 */
record VariableNames(
        String patient, String encoding, Set<Question> ownAnswers, Map<String, List<String>> firstOptions) {

    /** Names for a patient. Two encodings with the same name are about the same answers. */
    static VariableNames of(String patient) {
        return new VariableNames(patient, patient, Set.of(), Map.of());
    }

    /** Names for a second reading of the same answers, whose first reading knows this questionnaire. */
    VariableNames secondReading(Questionnaire first) {
        Map<String, List<String>> options = new HashMap<>();
        first.asked().forEach(q -> options.put(q.id(), q.optionIds()));
        return new VariableNames(patient, encoding + "second ", Set.of(), options);
    }

    /** Names for a second patient with own answers to one question, at the place in focus only. */
    VariableNames butFor(Question question) {
        return new VariableNames(patient, encoding + "but for " + question.id() + " ", Set.of(question), Map.of());
    }

    String answered(Question question, int place) {
        return answer(question, place, otherOptions(question).isEmpty() ? "?" : "?" + encoding);
    }

    String option(Question question, int place, String option) {
        return answer(question, place, "=" + option);
    }

    String above(Question question, int place, int cut) {
        return answer(question, place, ">" + cut);
    }

    String exists(int place) {
        return patient + "place" + place;
    }

    String definition(String what) {
        return encoding + what;
    }

    private String answer(Question question, int place, String what) {
        boolean own = ownAnswers.contains(question) && (place == 0 || !question.perPain());
        return (own ? encoding : patient) + (question.perPain() ? place : 0) + ":" + question.id() + what;
    }

    /** The options that the first reading knows for this question, if they differ from those here; else none. */
    List<String> otherOptions(Question question) {
        List<String> first = firstOptions.getOrDefault(question.id(), List.of());
        return first.isEmpty() || Set.copyOf(first).equals(Set.copyOf(question.optionIds())) ? List.of() : first;
    }
}
