package painpathway.web.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.web.Messages;

/** What each painful place is called: its number, and the answer to the first question asked about places if there is one. */
public record PlaceNames(List<String> all) {

    public static PlaceNames of(Assessment assessment, Questionnaire questionnaire, Messages words) {
        return new PlaceNames(IntStream.range(0, assessment.places())
                .mapToObj(place -> site(place, assessment, questionnaire)
                        .map(site -> named(place, site, words))
                        .orElseGet(() -> numbered(place, words)))
                .toList());
    }

    /** The painful places that were named, in words and without their numbers. */
    public static List<String> sites(Assessment assessment, Questionnaire questionnaire) {
        return IntStream.range(0, assessment.places())
                .mapToObj(place -> site(place, assessment, questionnaire))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The name of a place that is known by its number only. */
    public static String numbered(int place, Messages words) {
        return words.say("place.numbered", String.valueOf(place + 1));
    }

    /** The name of a place of which somebody has said where it is. */
    public static String named(int place, String site, Messages words) {
        return words.say("place.named", String.valueOf(place + 1), site);
    }

    private static Optional<String> site(int place, Assessment assessment, Questionnaire questionnaire) {
        Question first = questionnaire.firstOfPlaces();
        Answer answer = first == null ? null : assessment.answer(new Item(first, place));
        return first != null && answer instanceof Answer.Choice choice
                ? Optional.ofNullable(first.option(choice.option())).map(Question.Option::text)
                : Optional.empty();
    }

    /** Which place an answer is about; null if it is about the patient, or if there is only one place. */
    public @Nullable String of(Item item) {
        return at(item.pain());
    }

    /** What a place is called; null for no place, or if there is only one and nobody has to be told which. */
    public @Nullable String at(@Nullable Integer place) {
        return place == null || all.size() == 1 ? null : all.get(place);
    }
}
