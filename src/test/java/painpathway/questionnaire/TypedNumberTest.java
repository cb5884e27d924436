package painpathway.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import painpathway.ShippedRules;
import painpathway.SmallFolder;
import painpathway.Wrong;
import painpathway.folder.Faults;

/** Numbers as people write them, and what is not guessed at. */
class TypedNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "6|6",
                "6.5|6.5",
                "6,5|6.5",
                "0,125|0.125",
                "0.125|0.125",
                "1,2345|1.2345",
                "+5|5",
                "-5|-5",
                "\u22125|-5",
                "007|7",
                "\"\u00a06,5\u2009\"|6.5",
                "\u200e6\u200f|6",
                "1\u00a0000|1000",
                "1\u2009000|1000",
                "1\u202f000,5|1000.5",
                "1 000|1000",
                "1'000|1000",
                "1\u2019000|1000",
                "1'000'000|1000000",
                "\uff16\uff0c\uff15|6.5",
                "\uff11\uff12|12",
                "\u0661\u0662|12",
                "\u0661\u066b\u0665|1.5",
                "\u0967\u0968|12",
                "\u09e7\u09e8|12",
            })
    void readsANumber(String typed, BigDecimal number) {
        assertThat(read("opioid.daily-dose", typed).number()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "patient.age, 58 years, 58",
        "patient.age, 58years, 58",
        "patient.age, 58 Yrs., 58",
        "patient.age, 1 year, 1",
        "prior.epidural-relief, 7 %, 7",
        "prior.epidural-relief, 7%, 7",
        "prior.epidural-relief, 70\uff05, 70",
        "prior.epidural-relief, 70 percent, 70",
        "opioid.daily-dose, 120 mg, 120",
        "opioid.daily-dose, 120 MG/day, 120",
        "opioid.daily-dose, 120 mg  per  day, 120",
        "care.nerve-medicines, 2 kinds, 2"
    })
    void readsTheUnitOfTheQuestionAfterTheNumber(String question, String typed, BigDecimal number) {
        assertThat(read(question, typed).number()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,000|1000|1", "1.000|1000|1", "12,500 mg|12500|12.5", "1,250|1250|1.25", "-1,000|-1000|-1"})
    void refusesToGuessWhatACommaOrPointBeforeThreeDigitsMeans(String typed, String more, String less) {
        TypedNumber read = read("opioid.daily-dose", typed);
        assertThat(read.number()).isNull();
        assertThat(read.couldBe()).containsExactly(more, less);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "3O",
                "1e9",
                "1 5",
                "1 00",
                "1 0000",
                "1,000,000",
                "1.000,5",
                "1,000.5",
                "6.",
                ".5",
                "6..5",
                "6,5,5",
                "1'00",
                "1 000'000",
                "--5",
                "5-6",
                "~5",
                "<5",
                "5?",
                "mg",
                "5 g",
                "5 weeks",
                "5 mg mg",
                "5 mg 3 mg",
                "\u00bd",
                "1\u00bd",
                "10\u00b2",
                "\u2460",
                "\u202e12",
                "9999999999",
                "1.1234567",
                "not-known",
                "None",
                "NaN",
                "Infinity",
                "0x10",
                "12d"
            })
    void refusesWhatIsNoNumber(String typed) {
        TypedNumber read = read("opioid.daily-dose", typed);
        assertThat(read.number()).isNull();
        assertThat(read.couldBe()).isEmpty();
    }

    @Test
    void everyShippedNumberTakesItsOwnUnit() {
        assertThat(ShippedRules.BOOK.questionnaire().asked().stream()
                        .filter(q -> q.type().isNumber()))
                .isNotEmpty()
                .allSatisfy(q -> assertThat(List.of("1", "2"))
                        .allSatisfy(
                                n -> assertThat(TypedNumber.read(q, q.amount(n)).number())
                                        .isEqualByComparingTo(n)));
    }

    /** The unit is a word of the questionnaire: without it there, it is not read. */
    @Test
    void aSpellingThatTheQuestionnaireDoesNotHaveIsRefused() {
        Questionnaire small = Questionnaire.load(SmallFolder.good(), new Faults());
        Question weeks = small.known("pain.weeks");
        assertThat(TypedNumber.read(weeks, "7 weeks").number()).isEqualByComparingTo("7");
        assertThat(TypedNumber.read(weeks, "7 wks").number()).isNull();
    }

    static Stream<Wrong> unitsThatAreWrong() {
        return Stream.of(
                units("no words", "  - {}", "- {}", "'words' is missing"),
                units("an empty list", "  - {words: []}", "[]", "'words' is missing"),
                units("a digit", "  - {words: [week, weeks, m2]}", "m2", "'m2' cannot be told from a number"),
                units("no letters", "  - {words: [week, weeks, \" \"]}", "\" \"", "cannot be told from a number"),
                units(
                        "a word for two units",
                        "  - {words: [week, weeks, y]}\n  - {words: [year, years, Y.]}",
                        "Y.",
                        "'Y.' stands for two units"),
                units(
                        "one and other apart",
                        "  - {words: [week]}\n  - {words: [weeks]}",
                        "unit: {one: week, other: weeks}",
                        "'week' and 'weeks' should stand in the same entry of 'units'"),
                units("a unit that no question has", "  - {words: [acre]}", "acre", "no question has this unit"),
                units("an unknown key", "  - {words: [week, weeks], day: 7}", "day: 7", "key 'day' is not known here"));
    }

    @ParameterizedTest
    @MethodSource("unitsThatAreWrong")
    void whatIsWrongInTheUnitsIsRefusedAtItsLine(Wrong wrong) {
        wrong.isRefused();
    }

    private static Wrong units(String name, String entries, String at, String says) {
        return new Wrong(name, Questionnaire.FILE, "sections:\n", "units:\n" + entries + "\nsections:\n", at, says);
    }

    private static TypedNumber read(String question, String typed) {
        return TypedNumber.read(ShippedRules.BOOK.questionnaire().known(question), typed);
    }
}
