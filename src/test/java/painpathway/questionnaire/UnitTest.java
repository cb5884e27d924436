package painpathway.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.ShippedRules;
import painpathway.SmallFolder;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;

/** A number is said with the word that goes with it. */
class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1 week",
        "0, 0 weeks",
        "2, 2 weeks",
        "1.5, 1.5 weeks",
        "0.1, 0.1 weeks",
        "11, 11 weeks",
        "21, 21 weeks",
        "-1, -1 week",
        "1.0, 1 week"
    })
    void oneHasAWordOfItsOwn(double number, String said) {
        assertThat(weeks("{one: week, other: weeks}").amount(number)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 week", "01, 01 week", "1.0, 1.0 week", "10, 10 weeks", "1x, 1x weeks", "'', ' weeks'"})
    void aNumberAsItWasTyped(String typed, String said) {
        assertThat(weeks("{one: week, other: weeks}").amount(typed)).isEqualTo(said);
    }

    @Test
    void aUnitWithoutPluralIsOneWord() {
        assertThat(Stream.of(1.0, 2.0).map(weeks("percent")::amount)).containsExactly("1 percent", "2 percent");
    }

    @Test
    void theContractHasTheWordForMany() {
        assertThat(weeks("{one: week, other: weeks}").unit()).isEqualTo("weeks");
        assertThat(weeks("percent").unit()).isEqualTo("percent");
    }

    @Test
    void aDerivedNumberWithoutAUnitIsANumber() {
        assertThat(Questionnaire.load(SmallFolder.good(), new Faults())
                        .question("pain.mean")
                        .amount(1))
                .isEqualTo("1");
    }

    @Test
    void theRangeOfARefusedAnswerIsSaidSo() {
        RulesFolder folder = SmallFolder.with("questionnaire.yaml", "max: 520", "max: 1");
        Questionnaire questionnaire = Questionnaire.load(folder, new Faults());
        assertThat(AssessmentReader.read(
                                Map.of("pains", List.of(Map.of("pain.weeks", 3))),
                                questionnaire,
                                Set.of("us"),
                                "us",
                                AssessmentReader.Places.advised(1))
                        .faults())
                .singleElement()
                .extracting(AnswerFault::allowed)
                .isEqualTo(List.of("0 to 1 week"));
    }

    /** Every unit that is a word for many has one for one: only these are used as they are. */
    @Test
    void theShippedUnitsHaveBothWords() {
        assertThat(ShippedRules.BOOK.questionnaire().questions().stream()
                        .map(Question::measure)
                        .filter(u -> u != null && u.one().equals(u.other()))
                        .map(Unit::one)
                        .distinct())
                .containsExactlyInAnyOrder("percent", "ratio", "mg/day");
    }

    private static Question weeks(String unit) {
        return Questionnaire.load(
                        SmallFolder.with("questionnaire.yaml", "unit: {one: week, other: weeks}", "unit: " + unit),
                        new Faults())
                .question("pain.weeks");
    }
}
