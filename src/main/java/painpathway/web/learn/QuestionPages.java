package painpathway.web.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Condition;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.web.learn.Block.Prose;
import painpathway.web.learn.Block.Row;
import painpathway.web.learn.Block.Rows;

/** The pages of questions: what can be answered, when each is asked and why, and what an answer can change. */
record QuestionPages(PageParts parts) {

    SubjectPage page(Subject subject) {
        Questionnaire questionnaire = parts.book().questionnaire();
        Question question = questionnaire.known(subject.id());
        SubjectPage page = new SubjectPage(subject);
        tags(page, question);
        if (question.help() != null) {
            page.show(new Prose("", question.help()));
        }
        if (question.why() != null) {
            page.show(new Prose(parts.say("learn.question.why"), question.why()));
        }
        if (!question.derived()) {
            page.show(asked(question));
        }
        answers(page, question);
        if (question.whenUnknown() != null) {
            page.show(new Prose(parts.say("learn.question.blank"), question.whenUnknown()));
        }
        for (Question copy : questionnaire.copies(question)) {
            if (copy.whenUnknown() != null) {
                page.show(new Prose(parts.say("learn.question.blank"), copy.whenUnknown()));
            }
        }
        page.show(parts.refs("learn.readers.indirect", parts.bench().links().rulesBehind(subject)));
        page.show(parts.code(Excerpt.yaml(parts.book().folder(), Questionnaire.FILE, question.line())));
        return page.beside(parts.reads(subject)).beside(parts.readers(subject));
    }

    private void tags(SubjectPage page, Question question) {
        if (question.safety()) {
            page.tag(new Tag("verb-red-flag", parts.say("question.safety")));
        }
        if (question.perPain()) {
            page.tag(new Tag("plain-tag", parts.say("learn.question.per-place")));
        }
        if (question.recordOnly()) {
            page.tag(new Tag("plain-tag", parts.say("learn.question.record-only")));
        }
        if (question.derived()) {
            page.tag(new Tag("plain-tag", parts.say("learn.question.derived")));
        }
    }

    private Prose asked(Question question) {
        String when = question.askedWhen().isEmpty()
                ? parts.say("learn.question.always")
                : question.askedWhen().stream().map(this::condition).collect(Collectors.joining(" "));
        return new Prose(parts.say("learn.question.asked"), when);
    }

    private String condition(Condition condition) {
        Question parent = parts.book().questionnaire().known(condition.question());
        if (!condition.anyOf().isEmpty()) {
            List<String> options = parent.options().stream()
                    .filter(o -> condition.anyOf().contains(o.id()))
                    .map(Question.Option::text)
                    .toList();
            return parts.say("learn.question.if", parent.text(), String.join("; ", options));
        }
        List<String> bounds = new ArrayList<>();
        if (condition.atLeast() != null) {
            bounds.add(parts.say("learn.question.at-least", parent.amount(condition.atLeast())));
        }
        if (condition.atMost() != null) {
            bounds.add(parts.say("learn.question.at-most", parent.amount(condition.atMost())));
        }
        return parts.say("learn.question.if", parent.text(), String.join(", ", bounds));
    }

    private void answers(SubjectPage page, Question question) {
        if (!question.options().isEmpty()) {
            page.show(new Rows(
                    parts.say("learn.question.options"),
                    question.options().stream()
                            .map(o -> new Row(o.text(), o.id()))
                            .toList()));
        } else if (question.min() != null && question.max() != null) {
            page.show(new Prose(
                    parts.say("learn.question.range"),
                    parts.say("range", AnswerFormat.text(question.lowest()), question.amount(question.highest()))));
        }
    }
}
