package painpathway.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/**
 * An example patient, as sentences for an author and as a request that a client can send.
 *
 * @param questionnaires where the questions come from; with two, a question or option may be known to only one of them
 */
public record Counterexample(List<Questionnaire> questionnaires, Assessment assessment) {

    Counterexample(Questionnaire questionnaire, Assessment assessment) {
        this(List.of(questionnaire), assessment);
    }

    /** One line for each answer, in the order of the questionnaire: the question's text and what was answered. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        answers(assessment.patient()).forEach((question, answer) -> lines.add(line(question, answer)));
        for (int place = 0; place < assessment.pains().size(); place++) {
            String where = assessment.pains().size() == 1 ? "" : "place " + (place + 1) + ": ";
            answers(assessment.pains().get(place))
                    .forEach((question, answer) -> lines.add(where + line(question, answer)));
        }
        return lines;
    }

    /** The body of a request for this patient, ready for JSON. */
    public Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("policy", assessment.policy());
        request.put("answers", plain(assessment.patient()));
        request.put("pains", assessment.pains().stream().map(this::plain).toList());
        return request;
    }

    private Map<Question, Answer> answers(Map<String, Answer> part) {
        Map<Question, Answer> answers = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Questionnaire questionnaire : questionnaires) {
            for (Question question : questionnaire.asked()) {
                if (part.containsKey(question.id()) && seen.add(question.id())) {
                    answers.put(question, part.get(question.id()));
                }
            }
        }
        return answers;
    }

    private String line(Question question, Answer answer) {
        return question.text() + " " + said(question, answer) + "  (" + question.id() + ")";
    }

    private String said(Question question, Answer answer) {
        if (answer instanceof Answer.Amount amount) {
            return question.amount(amount.value());
        }
        if (answer instanceof Answer.Choice choice) {
            return options(question)
                    .filter(o -> o.id().equals(choice.option()))
                    .findFirst()
                    .orElseThrow()
                    .text();
        }
        if (answer instanceof Answer.Choices choices) {
            return options(question)
                    .filter(o -> choices.options().contains(o.id()))
                    .map(Question.Option::text)
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
        return "not known";
    }

    /** The options of a question in all of the questionnaires, repeated if several have the same one. */
    private Stream<Question.Option> options(Question question) {
        return questionnaires.stream()
                .map(q -> q.question(question.id()))
                .filter(Objects::nonNull)
                .flatMap(q -> q.options().stream());
    }

    private Map<String, Object> plain(Map<String, Answer> part) {
        Map<String, Object> plain = new LinkedHashMap<>();
        answers(part).forEach((question, answer) -> {
            if (answer instanceof Answer.Amount amount) {
                boolean whole = amount.value() == Math.rint(amount.value());
                plain.put(question.id(), whole ? (Object) (long) amount.value() : (Object) amount.value());
            } else if (answer instanceof Answer.Choice choice) {
                plain.put(question.id(), choice.option());
            } else if (answer instanceof Answer.Choices choices) {
                plain.put(
                        question.id(),
                        options(question)
                                .map(Question.Option::id)
                                .filter(choices.options()::contains)
                                .distinct()
                                .toList());
            } else {
                plain.put(question.id(), AnswerFormat.NOT_KNOWN);
            }
        });
        return plain;
    }
}
