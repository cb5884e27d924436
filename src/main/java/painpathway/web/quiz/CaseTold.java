package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import painpathway.advice.Advised;
import painpathway.knowledge.Policy;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.AnswerText;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.questionnaire.Truth;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;

/**
 * A case in words: what was answered, section by section.
 *
 * @param denied the questions that were answered with no, never or none
 * @param blank  the questions that are due and have no answer
 */
record CaseTold(String policy, List<Group> groups, List<String> denied, List<String> blank) {

    /** The answers of one section. */
    record Group(String title, List<Row> rows) {}

    /**
     * One answer.
     *
     * @param before what the vignette has instead; empty where this is its own
     */
    record Row(String question, String answer, String before) {}

    static CaseTold of(QuizCase told, Advised advised, RuleBook book, Messages words) {
        List<Group> groups = new ArrayList<>();
        List<String> denied = new ArrayList<>();
        List<String> blank = new ArrayList<>();
        for (Questionnaire.Section section : book.questionnaire().sections()) {
            List<Row> rows = new ArrayList<>();
            for (Question question : section.questions()) {
                if (advised.answers(0).due(question) == Truth.NOT_MET) {
                    continue;
                }
                Answer answer = advised.assessment().answer(Item.at(question, 0));
                if (answer == null) {
                    if (!question.recordOnly() && advised.answers(0).due(question) == Truth.MET) {
                        blank.add(question.text());
                    }
                } else if (denies(answer) && !changed(told, question)) {
                    denied.add(question.text());
                } else {
                    rows.add(row(told, question, answer, words.answers()));
                }
            }
            if (!rows.isEmpty()) {
                groups.add(new Group(section.title(), rows));
            }
        }
        return new CaseTold(policy(advised, book), groups, denied, blank);
    }

    private static boolean denies(Answer answer) {
        return answer instanceof Answer.Choice choice
                ? AnswerFormat.DENIALS.contains(choice.option())
                : answer instanceof Answer.Choices choices && choices.options().equals(Set.of(Question.NONE));
    }

    private static boolean changed(QuizCase told, Question question) {
        return before(told, question).isPresent();
    }

    /** What the vignette has for a question that was changed. */
    private static Optional<Answer> before(QuizCase told, Question question) {
        return Optional.ofNullable(told.patient().change())
                .filter(change -> change.item().question().equals(question))
                .map(Change::from);
    }

    private static Row row(QuizCase told, Question question, Answer answer, AnswerText text) {
        return new Row(
                question.text(),
                text.of(question, answer),
                before(told, question).map(from -> text.of(question, from)).orElse(""));
    }

    private static String policy(Advised advised, RuleBook book) {
        return book.catalogue().policies().stream()
                .filter(p -> p.id().equals(advised.assessment().policy()))
                .map(Policy::name)
                .findFirst()
                .orElse("");
    }
}
