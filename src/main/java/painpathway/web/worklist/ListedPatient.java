package painpathway.web.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.LetterWording;
import painpathway.knowledge.PatientWording;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.BodyChart;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.records.Draft;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;
import painpathway.web.form.BoundForm;
import painpathway.web.form.Form;

/** Whom a line of the worklist is about, as far as somebody who looks for it needs to know: where it hurts, and what a letter says first. */
record ListedPatient(String places, String age) {

    static final ListedPatient UNREADABLE = new ListedPatient("", "");

    static ListedPatient of(Draft draft, RuleBook book, Messages words) {
        Assessment assessment = BoundForm.of(Form.of(draft), book).assessment();
        Questionnaire questionnaire = book.questionnaire();
        String places = IntStream.range(0, assessment.places())
                .mapToObj(place -> place(place, assessment, questionnaire, words))
                .filter(place -> !place.isEmpty())
                .collect(Collectors.joining("; "));
        return new ListedPatient(places, first(assessment, book, words));
    }

    private static String place(int place, Assessment assessment, Questionnaire questionnaire, Messages words) {
        BodyChart chart = questionnaire.chart();
        return Stream.of(questionnaire.firstOfPlaces(), chart == null ? null : chart.side())
                .filter(Objects::nonNull)
                .map(question -> answer(question, place, assessment, words))
                .filter(answer -> !answer.isEmpty())
                .reduce((site, side) -> site + ", " + side.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** The first answer that a letter gives about the patient. */
    private static String first(Assessment assessment, RuleBook book, Messages words) {
        PatientWording plain = book.catalogue().plain();
        LetterWording letter = plain == null ? null : plain.letter();
        List<LetterWording.Named> who = letter == null ? List.of() : letter.who();
        return who.isEmpty()
                ? ""
                : answer(book.questionnaire().question(who.get(0).question()), 0, assessment, words);
    }

    private static String answer(@Nullable Question question, int place, Assessment assessment, Messages words) {
        Answer answer = question == null ? null : assessment.answer(Item.at(question, place));
        return question == null || answer == null || answer instanceof Answer.NotKnown
                ? ""
                : words.answers().of(question, answer);
    }
}
