package painpathway.web.form;

import java.util.ArrayList;
import java.util.List;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.web.Messages;

/**
 * What a draft contains besides the answers that can be used, in words: a page shows it so that it can be corrected or removed,
 * and it is printed so that nothing is left out in silence.
 *
 * @param strange the contents of fields that no page has, as many as are shown
 * @param more    how many more of them there are
 * @param surplus the places beyond those that can be advised on
 */
public record UnusableAnswers(List<Stray> strange, int more, List<SurplusPlace> surplus) {

    // A request with thousands of them must not make a page of thousands.
    private static final int MOST = 30;

    /** The contents of one field, under the name of its question or the name it was sent with. */
    public record Stray(String field, String name, String answer) {}

    /** A painful place too many, and what was answered about it. */
    public record SurplusPlace(int place, String name, List<Stray> answers) {}

    public static UnusableAnswers of(BoundForm bound, Questionnaire questionnaire, Messages words) {
        Question first = questionnaire.firstOfPlaces();
        List<SurplusPlace> surplus = new ArrayList<>();
        for (List<BoundForm.UnusableField> fields : bound.surplus()) {
            int place = bound.assessment().places() + surplus.size();
            String name = fields.stream()
                    .filter(f -> first != null && f.question() == first)
                    .map(f -> PlaceNames.named(place, words.answers().of(first, f.values()), words))
                    .findFirst()
                    .orElseGet(() -> PlaceNames.numbered(place, words));
            surplus.add(new SurplusPlace(place, name, strays(fields, words)));
        }
        List<Stray> strange = strays(bound.strange(), words);
        return new UnusableAnswers(strange, bound.strange().size() - strange.size(), surplus);
    }

    private static List<Stray> strays(List<BoundForm.UnusableField> fields, Messages words) {
        return fields.stream()
                .limit(MOST)
                .map(f -> new Stray(f.field(), f.name(), words.answers().of(f.question(), f.values())))
                .toList();
    }
}
