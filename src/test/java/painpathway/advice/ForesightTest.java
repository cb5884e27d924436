package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.vignette.Vignette;

/** What one tap would raise, against the advice on the answers with that tap. */
class ForesightTest {

    private final Foresight foresight = new Foresight(ShippedRules.BOOK);

    @Test
    void everyTapThatRaisesAFlagIsForeseenAndNoOther() {
        int alarms = 0;
        for (int i = 0; i < ShippedRules.VIGNETTES.size(); i += 31) {
            Vignette vignette = ShippedRules.VIGNETTES.get(i);
            alarms += foreseen(vignette.assessment(), vignette.name());
        }
        assertThat(alarms).isGreaterThan(500);
    }

    /** A tick about one place can open a question about the patient, which counts at all of them. */
    @Test
    void soItIsWithSeveralPlaces() {
        int alarms = 0;
        for (int i = 0; i + 2 < ShippedRules.VIGNETTES.size(); i += 307) {
            Assessment first = ShippedRules.VIGNETTES.get(i).assessment();
            List<Map<String, Answer>> pains = new ArrayList<>(first.pains());
            pains.addAll(ShippedRules.VIGNETTES.get(i + 1).assessment().pains());
            pains.add(Map.of());
            alarms += foreseen(new Assessment(first.policy(), first.patient(), pains), "from " + i);
        }
        assertThat(alarms).isGreaterThan(50);
    }

    private int foreseen(Assessment now, String name) {
        Map<String, Set<String>> foreseen = new HashMap<>();
        for (Foresight.Tap tap : foresight.taps(ShippedRules.PLAIN.advised(now))) {
            Set<String> raised = new HashSet<>();
            tap.alarms().forEach(a -> raised.add(a.flag().id() + " " + a.urgency()));
            foreseen.put(tap.item().field() + "=" + tap.option(), raised);
        }
        assertThat(foreseen).as(name).isEqualTo(tried(now, ShippedRules.PLAIN.advise(now)));
        return foreseen.size();
    }

    /** Every option of every question that is asked, one by one. */
    private static Map<String, Set<String>> tried(Assessment now, Advice before) {
        Map<String, Set<String>> raised = new HashMap<>();
        List<Answers> places = Answers.of(ShippedRules.BOOK.questionnaire(), now);
        for (Question question : ShippedRules.BOOK.questionnaire().asked()) {
            for (int place = 0; place < (question.perPain() ? places.size() : 1); place++) {
                if (places.get(place).due(question) != Truth.MET) {
                    continue;
                }
                Item item = Item.at(question, place);
                for (String option : question.optionIds()) {
                    Advice after =
                            ShippedRules.PLAIN.advise(now.with(item, ticked(now.answer(item), question, option)));
                    Set<String> news = new HashSet<>();
                    after.redFlags().stream()
                            .filter(f -> before.redFlags().stream()
                                    .noneMatch(b ->
                                            b.flag() == f.flag() && b.urgency().compareTo(f.urgency()) <= 0))
                            .forEach(f -> news.add(f.flag().id() + " " + f.urgency()));
                    if (!news.isEmpty()) {
                        raised.put(item.field() + "=" + option, news);
                    }
                }
            }
        }
        return raised;
    }

    private static Answer ticked(Answer before, Question question, String option) {
        if (question.type() == Question.Type.CHOICE) {
            return new Answer.Choice(option);
        }
        List<String> options = new ArrayList<>(List.of(option));
        if (!option.equals("none") && before instanceof Answer.Choices several) {
            several.options().stream().filter(o -> !o.equals("none")).forEach(options::add);
        }
        return new Answer.Choices(new LinkedHashSet<>(options));
    }
}
