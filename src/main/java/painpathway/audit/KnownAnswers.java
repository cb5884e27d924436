package painpathway.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;

/** Answers of which one rule book knows some and another one others. */
final class KnownAnswers {

    private KnownAnswers() {}

    /** The part of an assessment that a book can read, without questions and options that it does not know. */
    static Assessment to(RuleBook book, Assessment assessment) {
        return new Assessment(
                assessment.policy(),
                to(book, assessment.patient()),
                assessment.pains().stream().map(p -> to(book, p)).toList());
    }

    private static Map<String, Answer> to(RuleBook book, Map<String, Answer> answers) {
        Map<String, Answer> known = new LinkedHashMap<>();
        answers.forEach((id, answer) -> {
            Question question = book.questionnaire().question(id);
            if (question == null) {
                return;
            }
            if (answer instanceof Answer.Choices several) {
                Set<String> options = several.options().stream()
                        .filter(question.optionIds()::contains)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                if (!options.isEmpty()) {
                    known.put(id, new Answer.Choices(options));
                }
            } else if (!(answer instanceof Answer.Choice choice)
                    || question.optionIds().contains(choice.option())) {
                known.put(id, answer);
            }
        });
        return known;
    }

    /** What two books know of the same answers, put together. */
    static Map<String, Answer> both(Map<String, Answer> first, Map<String, Answer> second) {
        Map<String, Answer> both = new LinkedHashMap<>(first);
        second.forEach((question, answer) -> both.merge(question, answer, (one, other) -> {
            if (one instanceof Answer.Choices ticked && other instanceof Answer.Choices more) {
                Set<String> all = new LinkedHashSet<>(ticked.options());
                all.addAll(more.options());
                return new Answer.Choices(all);
            }
            return one;
        }));
        return both;
    }
}
