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
            value = {"1,000|1000|1", "1.000|1000|1", "12,500 mg|12500 mg|12.5 mg", "1,250|1250|1.25", "-1,000|-1000|-1"
            })
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pain.weeks|12 weeks|12",
                "pain.weeks|7 months|30",
                "pain.weeks|18 months|78",
                "pain.weeks|18 mths.|78",
                "pain.weeks|2 years|104",
                "pain.weeks|1.5 years|78",
                "pain.weeks|1,5 yrs|78",
                "pain.weeks|10 days|1",
                "pain.weeks|6 days|0",
                "pain.weeks|14 days|2",
                "pain.weeks|3 months|13",
                "pain.weeks|6 months|26",
                "pain.weeks|12 months|52",
                "pain.weeks|1 year 3 months|65",
                "pain.weeks|1 year, 3 months|65",
                "pain.weeks|1 year and 3 months|65",
                "pain.weeks|1y3mo|65",
                "pain.weeks|1 month 3 days|4",
                "pain.weeks|Half a  year|26",
                "pain.weeks|a year|52",
                "pain.weeks|a year and a half|78",
                "pain.weeks|1 000 days|142",
                "pain.weeks|７　ｍｏｎｔｈｓ|30",
                "scan.months-ago|2 years|24",
                "scan.months-ago|10 weeks|2",
                "prior.latest-days-ago|3 weeks|21",
                "prior.latest-days-ago|1 month|30",
                "prior.facet-block-1-hours|2 days|48",
                "prior.facet-block-1-hours|90 minutes|1",
                "pain.walking-minutes|1 hour|60",
                "pain.walking-minutes|1 h 15 min|75",
                "patient.age|30 months|2"
            })
    void readsTimeInOtherUnitsAndRoundsItDown(String question, String typed, BigDecimal number) {
        assertThat(read(question, typed).number()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 months 1 year",
                "1 year 1 year",
                "1 year 3",
                "1 3 months",
                "1 year -3 months",
                "1 year and",
                "and 3 months",
                "months",
                "2 half a year",
                "7 m",
                "7 mg",
                "5 %",
                "5 points",
                "1 year or 2 months",
                "10-12 weeks",
                "1 year 1,000 days",
                "since May",
                "7 months ago?"
            })
    void refusesTimeThatItCannotBeSureOf(String typed) {
        assertThat(read("pain.weeks", typed).number()).isNull();
    }

    /** The pairs that the NGSP prints: 48 is 6.5, 53 is 7.0, 64 is 8.0, 75 is 9.0, 86 is 10.0. */
    @ParameterizedTest
    @CsvSource({
        "6.5, 6.5",
        "'6,5 %', 6.5",
        "48 mmol/mol, 6.5",
        "53 MMOL/MOL, 7.0",
        "64mmol/mol, 8.0",
        "'74 mmol/mol', 8.9",
        "75 mmol per mol, 9.0",
        "86 mmol/mol, 10.0",
        "'48,0 mmol/mol', 6.5",
        "48, 48"
    })
    void readsHba1cInBothUnits(String typed, BigDecimal number) {
        assertThat(read("health.hba1c", typed).number()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"48 mmol", "48 mmol/l", "6 % 48 mmol/mol", "mmol/mol", "48 mmol/mol 2 mmol/mol"})
    void refusesAnotherUnitThanThese(String typed) {
        assertThat(read("health.hba1c", typed).number()).isNull();
    }

    /** Every whole number that a laboratory can report is on the side of the threshold where its exact percentage is. */
    @Test
    void theRoundedHba1cIsOnTheSameSideOfTheThreshold() {
        for (int n = 10; n <= 190; n++) {
            boolean exactly = 0.09148 * n + 2.152 >= 9;
            assertThat(read("health.hba1c", n + " mmol/mol").number().doubleValue() >= 9)
                    .as("%s mmol/mol", n)
                    .isEqualTo(exactly);
        }
    }

    static Stream<Wrong> otherUnitsThatAreWrong() {
        return Stream.of(
                other("no words", "{times: 2, decimals: 1, source: a}", "'words' is missing"),
                other(
                        "its own unit",
                        "{words: [Year], times: 2, decimals: 1, source: a}",
                        "'Year' stands for two units"),
                other("a digit", "{words: [m2], times: 2, decimals: 1, source: a}", "cannot be told from a number"),
                other("no factor", "{words: [a], decimals: 1, source: a}", "'times' and 'plus' turn it into"),
                other("a factor of 0", "{words: [a], times: 0, decimals: 1, source: a}", "'times' cannot be 0"),
                other("no number", "{words: [a], times: 2x, decimals: 1, source: a}", "'times' should be a number"),
                other("no decimals", "{words: [a], times: 2, source: a}", "'decimals' is missing"),
                other("odd decimals", "{words: [a], times: 2, decimals: 9, source: a}", "'decimals' is '9'"),
                other("no source", "{words: [a], times: 2, decimals: 1}", "'source' is missing"),
                other(
                        "an unknown key",
                        "{words: [a], times: 2, decimals: 1, source: a, x: 1}",
                        "key 'x' is not known"));
    }

    @ParameterizedTest
    @MethodSource("otherUnitsThatAreWrong")
    void whatIsWrongInAnotherUnitIsRefusedAtItsLine(Wrong wrong) {
        wrong.isRefused();
    }

    private static Wrong other(String name, String entry, String says) {
        String unit = "unit: {one: year, other: years}";
        String more = unit + "\n        other-units:\n          - " + entry;
        return new Wrong(name, Questionnaire.FILE, unit, more, "- " + entry, says);
    }

    /** Every whole number of days, weeks, months and years counts as at most the time that it is. */
    @Test
    void timeIsNeverRoundedUp() {
        for (int n = 0; n <= 1000; n++) {
            assertThat(read("pain.weeks", n + " days").number()).isEqualByComparingTo(BigDecimal.valueOf(n / 7));
            assertThat(read("pain.weeks", n + " months").number())
                    .isEqualByComparingTo(BigDecimal.valueOf((long) Math.floor(n * 30.4375 / 7)));
            assertThat(read("prior.latest-days-ago", n + " weeks").number())
                    .isEqualByComparingTo(BigDecimal.valueOf(n * 7));
            assertThat(read("scan.months-ago", n + " years").number()).isEqualByComparingTo(BigDecimal.valueOf(n * 12));
        }
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
                units("a size of nothing", weeks("is: 7"), "is: 7", "'is' and 'of' say how many of which unit"),
                units("of without is", weeks("of: days"), "of: days", "'is' and 'of' say how many of which unit"),
                units("a size of zero", weeks("is: 0, of: days"), "is: 0", "'is' and 'of' say how many of which unit"),
                units(
                        "a negative size",
                        weeks("is: -7, of: days"),
                        "is: -7",
                        "'is' and 'of' say how many of which unit"),
                units("a size that is no number", weeks("is: many, of: days"), "many", "'is' should be a number"),
                units(
                        "a unit that is not there",
                        weeks("is: 7, of: dayz"),
                        "dayz",
                        "'dayz' is no unit of an earlier entry; did you mean 'day'?"),
                units(
                        "a unit of itself",
                        weeks("is: 7, of: weeks"),
                        "of: weeks",
                        "'weeks' is no unit of an earlier entry"),
                units("alone without a size", weeks("alone: true"), "alone: true", "needs 'is' and 'of'"),
                units(
                        "a unit between units",
                        "  - {words: [week, weeks]}\nbetween-units: [and, weeks]",
                        "between-units",
                        "a word between two amounts"),
                units("an unknown key", "  - {words: [week, weeks], day: 7}", "day: 7", "key 'day' is not known here"));
    }

    @ParameterizedTest
    @MethodSource("unitsThatAreWrong")
    void whatIsWrongInTheUnitsIsRefusedAtItsLine(Wrong wrong) {
        wrong.isRefused();
    }

    private static String weeks(String more) {
        return "  - {words: [day, days]}\n  - {words: [week, weeks], " + more + "}";
    }

    private static Wrong units(String name, String entries, String at, String says) {
        return new Wrong(name, Questionnaire.FILE, "sections:\n", "units:\n" + entries + "\nsections:\n", at, says);
    }

    private static TypedNumber read(String question, String typed) {
        return TypedNumber.read(ShippedRules.BOOK.questionnaire().known(question), typed);
    }
}
