package painpathway.web.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.FieldName;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.records.ConcurrentChange;
import painpathway.records.Draft;
import painpathway.web.DisplayTime;
import painpathway.web.Messages;

/**
 * A change that somebody else has made to a draft since the reader's page was made, in words.
 *
 * @param field  the form field, so that the page can follow; null if the page has to be loaded again
 * @param values its present values, for the page
 * @param place  the painful place it is about, null if there is nothing to tell apart
 * @param before what the reader's page had; null if the page has to be loaded again
 * @param theirs what they answered; null likewise
 * @param stands whether their answer is the present one; false if the reader's own came later
 */
public record ConcurrentChangeView(
        @Nullable String field,
        List<String> values,
        String question,
        @Nullable String place,
        @Nullable String before,
        @Nullable String theirs,
        boolean stands,
        String who,
        DisplayTime at) {

    public static List<ConcurrentChangeView> of(
            List<ConcurrentChange> changes, PlaceNames places, Questionnaire questionnaire, Messages words) {
        return changes.stream().map(c -> of(c, places, questionnaire, words)).toList();
    }

    private static ConcurrentChangeView of(
            ConcurrentChange change, PlaceNames places, Questionnaire questionnaire, Messages words) {
        String field = change.field();
        boolean again = field.equals(Draft.PLACES);
        Question question = FieldName.question(field, questionnaire);
        Integer place = question != null && question.perPain() ? FieldName.place(field) : null;
        return new ConcurrentChangeView(
                again ? null : field,
                change.theirs(),
                name(field, questionnaire, words),
                place != null && place < places.all().size() ? places.at(place) : null,
                again ? null : words.answers().of(question, change.before()),
                again ? null : words.answers().of(question, change.theirs()),
                change.stands(),
                change.who().isEmpty() ? words.say("told.someone") : change.who(),
                DisplayTime.of(change.at()));
    }

    /** What a field asks, or what else it is. */
    public static String name(String field, Questionnaire questionnaire, Messages words) {
        Question question = FieldName.question(field, questionnaire);
        String beside = question != null ? question.text() : Beside.name(field, questionnaire, words);
        if (beside != null) {
            return beside;
        }
        return words.say(
                switch (field) {
                    case Draft.PLACES -> "told.places";
                    case Draft.REFERENCE -> "reference";
                    case Form.POLICY -> "policy";
                    default -> "told.other";
                });
    }
}
