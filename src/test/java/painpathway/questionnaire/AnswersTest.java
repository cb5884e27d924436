package painpathway.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static painpathway.questionnaire.Truth.MET;
import static painpathway.questionnaire.Truth.NOT_MET;
import static painpathway.questionnaire.Truth.UNKNOWN;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.SmallFolder;
import painpathway.folder.Faults;

/** What counts as asked, as answered and as known: blank is never no. */
class AnswersTest {

    private static final Questionnaire QUESTIONNAIRE = Questionnaire.load(SmallFolder.good(), new Faults());

    // ------------------------------------------------------------------ due

    @Test
    void aQuestionWithoutConditionsIsDueAndNotSettledUntilItIsAnswered() {
        assertThat(due(place(), "pain.site")).isEqualTo(MET);
        assertThat(settled(place(), "pain.site")).isFalse();
        assertThat(settled(place("pain.site", "leg"), "pain.site")).isTrue();
    }

    @Test
    void theChildOfABlankParentIsNeitherDueNorNotDue() {
        assertThat(due(place(), "pain.signs-pace")).isEqualTo(UNKNOWN);
        assertThat(settled(place(), "pain.signs-pace")).isFalse();
    }

    @Test
    void theChildOfAParentThatIsNotKnownIsNeitherDueNorNotDue() {
        assertThat(due(place("pain.signs", Answer.NOT_KNOWN), "pain.signs-pace"))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void theChildOfAMatchingParentIsDue() {
        assertThat(due(place("pain.signs", Set.of("weak")), "pain.signs-pace")).isEqualTo(MET);
    }

    @Test
    void theChildOfAParentThatDoesNotMatchIsNotDueAndSettled() {
        Answers answers = place("pain.signs", Set.of("none"));
        assertThat(due(answers, "pain.signs-pace")).isEqualTo(NOT_MET);
        assertThat(settled(answers, "pain.signs-pace")).isTrue();
    }

    @Test
    void aGrandchildIsNotDueWhereItsParentIsNot() {
        assertThat(due(place("pain.site", "back"), "pain.foot-days")).isEqualTo(NOT_MET);
        assertThat(due(place("pain.site", "leg"), "pain.foot-days")).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "leg, 4, MET",
        "leg, 3, NOT_MET",
        "back, 4, NOT_MET",
        "back, , NOT_MET",
        ", 3, NOT_MET",
        "leg, , UNKNOWN",
        ", 4, UNKNOWN",
        ", , UNKNOWN"
    })
    void conditionsCombineAsAndInThreeValues(String site, Double weeks, Truth expected) {
        Answers answers = weeks == null
                ? site == null ? place() : place("pain.site", site)
                : site == null ? place("pain.weeks", weeks) : place("pain.site", site, "pain.weeks", weeks);
        assertThat(due(answers, "pain.foot")).isEqualTo(expected);
    }

    @Test
    void aPatientQuestionLooksAtEveryPlace() {
        assertThat(due(
                        places(Map.of("pain.site", "back"), Map.of("pain.site", "leg"))
                                .get(0),
                        "plan.shoes"))
                .isEqualTo(MET);
        assertThat(due(places(Map.of("pain.site", "back"), Map.of()).get(0), "plan.shoes"))
                .isEqualTo(UNKNOWN);
        assertThat(due(
                        places(Map.of("pain.site", "back"), Map.of("pain.site", "back"))
                                .get(0),
                        "plan.shoes"))
                .isEqualTo(NOT_MET);
        assertThat(due(places(Map.of("pain.site", "leg"), Map.of()).get(1), "plan.shoes"))
                .isEqualTo(MET);
    }

    @Test
    void aQuestionOfAPlaceLooksAtItsOwnPlace() {
        List<Answers> both = places(Map.of("pain.signs", Set.of("numb")), Map.of("pain.signs", Set.of("none")));
        assertThat(both).map(a -> due(a, "pain.signs-pace")).containsExactly(MET, NOT_MET);
    }

    @Test
    void theOrderOfThePlacesChangesNothingButTheirOrder() {
        Map<String, Object> back = Map.of("pain.site", "back", "pain.weeks", 20.0);
        Map<String, Object> leg = Map.of("pain.site", "leg", "pain.signs", Set.of("numb", "weak"));
        List<Answers> one = places(back, leg);
        List<Answers> other = places(leg, back);
        for (Question question : QUESTIONNAIRE.questions()) {
            assertThat(one.get(0).due(question))
                    .as(question.id())
                    .isEqualTo(other.get(1).due(question));
            assertThat(one.get(1).due(question))
                    .as(question.id())
                    .isEqualTo(other.get(0).due(question));
            assertThat(one.get(0).value(question))
                    .as(question.id())
                    .isEqualTo(other.get(1).value(question));
            assertThat(one.get(1).value(question))
                    .as(question.id())
                    .isEqualTo(other.get(0).value(question));
        }
    }

    @Test
    void withoutAnyPlaceThereIsOneAboutWhichNothingIsKnown() {
        List<Answers> all = Answers.of(
                QUESTIONNAIRE, new Assessment("us", Map.of("patient.age", new Answer.Amount(40)), List.of()));
        assertThat(all).hasSize(1);
        assertThat(all.get(0).number("patient.age")).isEqualTo(40);
        assertThat(due(all.get(0), "plan.shoes")).isEqualTo(UNKNOWN);
    }

    // ------------------------------------------------------------------ what counts

    @Test
    void anAnswerToAQuestionThatIsNotDueIsKeptOutAndNamed() {
        Answers answers = place("pain.signs", Set.of("none"), "pain.signs-pace", "slow");
        assertThat(answers.choice("pain.signs-pace")).isNull();
        assertThat(answers.ignored(question("pain.signs-pace"))).isTrue();
        assertThat(answers.given(question("pain.signs-pace"))).isEqualTo(new Answer.Choice("slow"));
    }

    @Test
    void anAnswerIsKeptOutWhileItsParentIsBlank() {
        Answers answers = place("pain.signs-pace", "slow");
        assertThat(answers.choice("pain.signs-pace")).isNull();
        assertThat(answers.ignored(question("pain.signs-pace"))).isTrue();
    }

    @Test
    void theChildOfAnAnswerThatIsKeptOutIsNotDue() {
        Answers answers = place("pain.site", "back", "pain.weeks", 9.0, "pain.foot", "yes", "pain.foot-days", 30.0);
        assertThat(due(answers, "pain.foot-days")).isEqualTo(NOT_MET);
        assertThat(answers.number("pain.foot-days")).isNull();
    }

    @Test
    void notKnownIsNeitherIgnoredNorAnAnswer() {
        Answers answers = place("pain.site", Answer.NOT_KNOWN, "pain.foot", Answer.NOT_KNOWN);
        assertThat(answers.blank(question("pain.site"))).isTrue();
        assertThat(answers.choice("pain.site")).isNull();
        assertThat(answers.ignored(question("pain.foot"))).isFalse();
    }

    @Test
    void anUnansweredQuestionMakesEveryTestFalse() {
        Answers answers = place();
        assertThat(answers.number("pain.weeks")).isNull();
        assertThat(answers.choice("pain.site")).isNull();
        assertThat(answers.choices("pain.signs")).isEmpty();
        assertThat(answers.count("pain.signs")).isNegative();
        assertThat(answers.value(question("pain.weeks"))).isNull();
    }

    @Test
    void noneCountsAsZeroAndIsKnown() {
        Answers answers = place("pain.signs", Set.of("none"));
        assertThat(answers.count("pain.signs")).isZero();
        assertThat(settled(answers, "pain.signs")).isTrue();
    }

    // ------------------------------------------------------------------ unknown-as

    @Test
    void aBlankCountsAsTheAnswerOfUnknownAsOnlyWhereItsQuestionIsDue() {
        Answers due = place("pain.signs", Set.of("numb"));
        assertThat(due.choice("pain.signs-pace")).isEqualTo("fast");
        assertThat(due.assumed(question("pain.signs-pace"))).isTrue();
        assertThat(settled(due, "pain.signs-pace")).isTrue();
        assertThat(place().choice("pain.signs-pace")).isNull();
        assertThat(place("pain.signs", Set.of("none")).choice("pain.signs-pace"))
                .isNull();
    }

    @Test
    void notKnownCountsAsTheAnswerOfUnknownAsAndStaysBlankForTheRecord() {
        Answers answers = place("pain.signs", Set.of("numb"), "pain.signs-pace", Answer.NOT_KNOWN);
        assertThat(answers.choice("pain.signs-pace")).isEqualTo("fast");
        assertThat(answers.blank(question("pain.signs-pace"))).isTrue();
        assertThat(answers.given(question("pain.signs-pace"))).isEqualTo(Answer.NOT_KNOWN);
    }

    @Test
    void anAnswerOutranksUnknownAs() {
        Answers answers = place("pain.signs", Set.of("numb"), "pain.signs-pace", "slow");
        assertThat(answers.choice("pain.signs-pace")).isEqualTo("slow");
        assertThat(answers.assumed(question("pain.signs-pace"))).isFalse();
    }

    // ------------------------------------------------------------------ derived numbers

    @Test
    void aDerivedNumberIsKnownWhereEveryInputIs() {
        Answers answers = place("pain.average", 4.0, "pain.worst", 7.0);
        assertThat(answers.number("pain.mean")).isEqualTo(5.5);
        assertThat(answers.number("pain.gap")).isEqualTo(3.0);
    }

    @Test
    void aDerivedNumberIsUnknownWhileAnInputIs() {
        Answers answers = place("pain.average", 4.0);
        assertThat(answers.number("pain.mean")).isNull();
        assertThat(due(answers, "pain.mean")).isEqualTo(MET);
        assertThat(settled(answers, "pain.mean")).isFalse();
        assertThat(answers.number("pain.gap")).isNull();
    }

    @Test
    void aDerivedNumberIsNotDueWhereAnInputIsNotDue() {
        Answers answers = place("pain.site", "back");
        assertThat(due(answers, "pain.foot-weeks")).isEqualTo(NOT_MET);
        assertThat(settled(answers, "pain.foot-weeks")).isTrue();
        assertThat(due(place("pain.signs", Set.of("none")), "pain.sign-count")).isEqualTo(NOT_MET);
    }

    @Test
    void aDerivedNumberIsNeitherWhileAnInputIsNeither() {
        assertThat(due(place(), "pain.foot-weeks")).isEqualTo(UNKNOWN);
        assertThat(settled(place(), "pain.foot-weeks")).isFalse();
    }

    @Test
    void aCountGoesOverTheOptionsOfSeveralQuestions() {
        assertThat(place("pain.signs", Set.of("numb", "weak"), "pain.signs-pace", "slow")
                        .number("pain.sign-count"))
                .isEqualTo(2);
        assertThat(place("pain.signs", Set.of("numb"), "pain.signs-pace", "fast")
                        .number("pain.sign-count"))
                .isEqualTo(2);
    }

    @Test
    void aDerivedNumberOfAnAssumedAnswerIsAssumedToo() {
        Answers answers = place("pain.signs", Set.of("numb"));
        assertThat(answers.number("pain.sign-count")).isEqualTo(2);
        assertThat(answers.assumed(question("pain.sign-count"))).isTrue();
        assertThat(place("pain.signs", Set.of("numb"), "pain.signs-pace", "slow")
                        .assumed(question("pain.sign-count")))
                .isFalse();
    }

    @Test
    void aSumKeepsItsFactors() {
        Answers answers = place("pain.site", "leg", "pain.weeks", 4.0, "pain.foot", "yes", "pain.foot-days", 30.0);
        assertThat(answers.number("pain.foot-weeks")).isEqualTo(15.0);
    }

    // ------------------------------------------------------------------ copies

    @Test
    void aCopyHasTheShapeOfWhatItCopies() {
        Question weeks = question("pain.weeks-or-new");
        assertThat(weeks.derived()).isTrue();
        assertThat(weeks.type()).isEqualTo(Question.Type.INTEGER);
        assertThat(List.of(weeks.unit(), weeks.min(), weeks.max())).containsExactly("weeks", 0.0, 520.0);
        assertThat(question("pain.signs-or-none").options())
                .isEqualTo(question("pain.signs").options());
        assertThat(QUESTIONNAIRE.asked()).doesNotContain(weeks);
        assertThat(QUESTIONNAIRE.original(weeks)).isEqualTo(question("pain.weeks"));
        assertThat(QUESTIONNAIRE.copies(question("pain.weeks"))).containsExactly(weeks);
        assertThat(QUESTIONNAIRE.blankCounts(question("pain.weeks"))).isTrue();
        assertThat(QUESTIONNAIRE.blankCounts(question("pain.average"))).isFalse();
    }

    @Test
    void aCopyHasTheAnswerThatWasGiven() {
        Answers answers = place("pain.weeks", 9.0, "pain.site", "leg", "pain.signs", Set.of("numb", "weak"));
        assertThat(answers.number("pain.weeks-or-new")).isEqualTo(9);
        assertThat(answers.choice("pain.site-or-back")).isEqualTo("leg");
        assertThat(answers.choices("pain.signs-or-none")).containsExactlyInAnyOrder("numb", "weak");
        assertThat(answers.count("pain.signs-or-none")).isEqualTo(2);
        assertThat(answers.assumed(question("pain.weeks-or-new"))).isFalse();
    }

    @Test
    void aBlankCountsInTheCopyAndNotInWhatItCopies() {
        for (Answers answers : List.of(
                place(),
                place("pain.weeks", Answer.NOT_KNOWN, "pain.site", Answer.NOT_KNOWN, "pain.signs", Answer.NOT_KNOWN))) {
            assertThat(answers.number("pain.weeks-or-new")).isZero();
            assertThat(answers.choice("pain.site-or-back")).isEqualTo("back");
            assertThat(answers.choices("pain.signs-or-none")).containsExactly("none");
            assertThat(answers.count("pain.signs-or-none")).isZero();
            assertThat(settled(answers, "pain.signs-or-none")).isTrue();
            assertThat(answers.assumed(question("pain.weeks-or-new"))).isTrue();
            assertThat(answers.number("pain.weeks")).isNull();
            assertThat(answers.assumed(question("pain.weeks"))).isFalse();
        }
    }

    @Test
    void aCopyIsDueWhereItsOriginalIsAndReadsABlankInItsOwnWay() {
        Answers due = place("pain.signs", Set.of("numb"));
        assertThat(due.choice("pain.pace-or-slow")).isEqualTo("slow");
        assertThat(due.choice("pain.signs-pace")).isEqualTo("fast");
        assertThat(due(place(), "pain.pace-or-slow")).isEqualTo(UNKNOWN);
        assertThat(place().choice("pain.pace-or-slow")).isNull();
        assertThat(settled(place(), "pain.pace-or-slow")).isFalse();
        Answers notDue = place("pain.signs", Set.of("none"), "pain.signs-pace", "fast");
        assertThat(due(notDue, "pain.pace-or-slow")).isEqualTo(NOT_MET);
        assertThat(notDue.choice("pain.pace-or-slow")).isNull();
        assertThat(settled(notDue, "pain.pace-or-slow")).isTrue();
        assertThat(notDue.assumed(question("pain.pace-or-slow"))).isFalse();
    }

    // ------------------------------------------------------------------ one place

    private static Answers place(Object... questionsAndAnswers) {
        Map<String, Object> answers = new java.util.LinkedHashMap<>();
        for (int i = 0; i < questionsAndAnswers.length; i += 2) {
            answers.put((String) questionsAndAnswers[i], questionsAndAnswers[i + 1]);
        }
        return places(answers).get(0);
    }

    @SafeVarargs
    private static List<Answers> places(Map<String, Object>... places) {
        return Answers.of(
                QUESTIONNAIRE,
                new Assessment(
                        "us",
                        Map.of(),
                        List.of(places).stream().map(AnswersTest::answers).toList()));
    }

    private static Map<String, Answer> answers(Map<String, Object> values) {
        Map<String, Answer> answers = new java.util.LinkedHashMap<>();
        values.forEach((question, value) -> answers.put(question, answer(value)));
        return answers;
    }

    @SuppressWarnings("unchecked")
    private static Answer answer(Object value) {
        if (value instanceof Answer answer) {
            return answer;
        }
        if (value instanceof Double number) {
            return new Answer.Amount(number);
        }
        return value instanceof Set<?> options
                ? new Answer.Choices((Set<String>) options)
                : new Answer.Choice((String) value);
    }

    private static Question question(String id) {
        return QUESTIONNAIRE.question(id);
    }

    private static Truth due(Answers answers, String id) {
        return answers.due(question(id));
    }

    private static boolean settled(Answers answers, String id) {
        return answers.settled(question(id));
    }
}
