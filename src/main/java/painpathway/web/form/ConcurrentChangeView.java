package painpathway.web.form;

import java.util.List;
import java.util.stream.Collectors;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Question;
import painpathway.records.ConcurrentChange;
import painpathway.records.Draft;
import painpathway.rules.RuleBook;
import painpathway.web.DisplayTime;
import painpathway.web.Messages;

/**
 * A change that somebody else has made to a draft since the reader's page was made, in words.
 *
 * @param field  the form field, so that the page can follow; null if the page has to be made again
 * @param values its present values, for the page
 * @param stands whether their answer is the present one; false if the reader's own came later
 */
public record ConcurrentChangeView(
        String field,
        List<String> values,
        String question,
        String place,
        String before,
        String theirs,
        boolean stands,
        String who,
        DisplayTime at) {

    public static List<ConcurrentChangeView> of(
            List<ConcurrentChange> told, List<String> places, RuleBook book, Messages words) {
        return told.stream().map(t -> of(t, places, book, words)).toList();
    }

    private static ConcurrentChangeView of(ConcurrentChange told, List<String> places, RuleBook book, Messages words) {
        String field = told.field();
        FieldName of = FieldName.of(field);
        Question question = of == null ? null : book.questionnaire().question(of.question());
        boolean placed = question != null && question.perPain() && of.place() != null;
        int place = placed ? of.place() : 0;
        String name = name(field, question, words);
        String who = told.who().isEmpty() ? words.say("told.someone") : told.who();
        return new ConcurrentChangeView(
                field.equals(Draft.PLACES) ? null : field,
                told.theirs(),
                name,
                placed && places.size() > 1 && place < places.size() ? places.get(place) : null,
                field.equals(Draft.PLACES) ? null : words(question, told.before(), words),
                field.equals(Draft.PLACES) ? null : words(question, told.theirs(), words),
                told.stands(),
                who,
                DisplayTime.of(told.at()));
    }

    /** What a field asks; {@code question} is null if the field is no question. */
    public static String name(String field, Question question, Messages words) {
        return question != null
                ? question.text()
                : words.say(
                        field.equals(Draft.PLACES)
                                ? "told.places"
                                : field.equals(Draft.REFERENCE)
                                        ? "reference"
                                        : field.equals(Form.POLICY) ? "policy" : "told.other");
    }

    /** The value of a field in words. */
    public static String words(Question question, List<String> values, Messages words) {
        if (values.isEmpty()) {
            return words.say("answer.blank");
        }
        return values.stream()
                .map(v -> {
                    if (v.equals(AnswerFormat.NOT_KNOWN)) {
                        return words.say("question.not-known");
                    }
                    Question.Option option = question == null ? null : question.option(v);
                    return option != null
                            ? option.text()
                            : question != null && question.type().isNumber() ? question.amount(v) : v;
                })
                .collect(Collectors.joining("; "));
    }
}
