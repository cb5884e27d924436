package painpathway.web.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Condition;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
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
        criteria(page, question);
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

    /** Which criteria each option meets, or each threshold that a rule compares the number with, in ascending order. */
    private void criteria(SubjectPage page, Question question) {
        Map<String, Set<Subject>> byAnswer = new LinkedHashMap<>();
        // Every option once, so that they stay in their order.
        question.options().forEach(o -> byAnswer.put(o.text(), new LinkedHashSet<>()));
        Map<Literal.Compare, Subject> thresholds =
                new TreeMap<>(Comparator.comparing(Literal.Compare::value).thenComparing(Literal.Compare::operator));
        for (ClinicalRule rule : parts.book().rules()) {
            for (Literal literal : rule.literals()) {
                if (literal instanceof Literal.Test test && test.question().equals(question)) {
                    Subject criterion = parts.bench().subjects().of(rule);
                    if (test instanceof Literal.Compare compare) {
                        thresholds.putIfAbsent(compare, criterion);
                    }
                    question.options().stream()
                            .filter(o -> meets(test, o.id()))
                            .forEach(o -> byAnswer.computeIfAbsent(o.text(), t -> new LinkedHashSet<>())
                                    .add(criterion));
                }
            }
        }
        thresholds.forEach((threshold, criterion) -> byAnswer.put(
                parts.say("learn.question.threshold", threshold.operator().sign(), question.amount(threshold.value())),
                Set.of(criterion)));
        page.show(new Block.Columns(
                parts.say("learn.question.answers"),
                byAnswer.entrySet().stream()
                        .filter(e -> !e.getValue().isEmpty())
                        .map(e -> new Block.Refs(
                                e.getKey(),
                                e.getValue().stream().map(parts::ref).toList()))
                        .toList()));
    }

    private static boolean meets(Literal.Test test, String option) {
        return test instanceof Literal.OneOf of && of.options().contains(option)
                || test instanceof Literal.Contains contains
                        && contains.option().equals(option);
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
