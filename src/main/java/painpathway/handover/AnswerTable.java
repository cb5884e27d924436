package painpathway.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import painpathway.advice.Advice.Ignored;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.UnusableAnswers;

/** The answers of one section about one place; {@code place} is empty if they are about the patient or there is only one. */
record AnswerTable(String title, String place, List<AnswerRow> rows) {

    /** An answer; {@code counts} is false for one that was given and is not used. */
    record AnswerRow(String question, String answer, boolean counts) {}

    /** Every answer given, in the order of the questionnaire, then what cannot be used. */
    static List<AnswerTable> all(AdvisedAnswers answers) {
        List<AnswerTable> tables = new ArrayList<>();
        for (Questionnaire.Section section : answers.questionnaire().sections()) {
            add(tables, section.title(), items(section, false, 0), answers);
            for (int place = 0; place < answers.assessment().places(); place++) {
                add(tables, section.title(), items(section, true, place), answers);
            }
        }
        addNotes(tables, answers);
        addUnusable(tables, answers);
        return tables;
    }

    private static List<Item> items(Questionnaire.Section section, boolean perPain, int place) {
        return section.questions().stream()
                .filter(q -> q.perPain() == perPain)
                .map(q -> new Item(q, place))
                .toList();
    }

    private static void add(List<AnswerTable> tables, String title, List<Item> items, AdvisedAnswers answers) {
        List<AnswerRow> rows =
                items.stream().flatMap(item -> row(item, answers)).toList();
        if (!rows.isEmpty()) {
            tables.add(new AnswerTable(
                    title, Objects.requireNonNullElse(answers.places().of(items.get(0)), ""), rows));
        }
    }

    private static Stream<AnswerRow> row(Item item, AdvisedAnswers answers) {
        Question question = item.question();
        Answer answer = answers.assessment().answer(item);
        if (answer != null) {
            boolean ignored = answers.advice().ignored().stream().anyMatch(i -> about(i, item));
            return Stream.of(
                    new AnswerRow(question.text(), answers.words().answers().of(question, answer), !ignored));
        }
        List<String> refused = answers.bound().refused().getOrDefault(item, List.of());
        return refused.isEmpty()
                ? Stream.empty()
                : Stream.of(new AnswerRow(question.text(), String.join("; ", refused), false));
    }

    private static boolean about(Ignored ignored, Item item) {
        return ignored.question() == item.question() && (ignored.pain() == null || ignored.pain() == item.place());
    }

    private static void addNotes(List<AnswerTable> tables, AdvisedAnswers answers) {
        List<AnswerRow> rows =
                answers.bound().beside().written(answers.book(), answers.places(), answers.words()).stream()
                        .map(n -> new AnswerRow(
                                n.place() == null ? n.about() : n.about() + " (" + n.place() + ")", n.text(), true))
                        .toList();
        if (!rows.isEmpty()) {
            tables.add(new AnswerTable(answers.words().say("notes"), "", rows));
        }
    }

    private static void addUnusable(List<AnswerTable> tables, AdvisedAnswers answers) {
        UnusableAnswers unusable = UnusableAnswers.of(answers.bound(), answers.questionnaire(), answers.words());
        List<AnswerRow> strange = new ArrayList<>(rows(unusable.strange()));
        if (unusable.more() > 0) {
            strange.add(new AnswerRow(
                    answers.words().say("handover.strange.more", String.valueOf(unusable.more())), "", false));
        }
        if (!strange.isEmpty()) {
            tables.add(new AnswerTable(answers.words().say("handover.strange"), "", strange));
        }
        unusable.surplus()
                .forEach(place -> tables.add(
                        new AnswerTable(answers.words().say("handover.surplus"), place.name(), rows(place.answers()))));
    }

    private static List<AnswerRow> rows(List<UnusableAnswers.Stray> strays) {
        return strays.stream()
                .map(s -> new AnswerRow(s.name(), s.answer(), false))
                .toList();
    }
}
