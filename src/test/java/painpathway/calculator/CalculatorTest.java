package painpathway.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.ShippedRules;

/** The sums of the shipped calculators, against values worked out by hand with the table of CDC 2022. */
class CalculatorTest {

    private static final Calculator DOSE =
            ShippedRules.BOOK.calculators().find("opioid-dose").orElseThrow();
    private static final Calculator PHQ2 =
            ShippedRules.BOOK.calculators().find("phq-2").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "codeine, 30, 4, 18", // 120 x 0.15
        "fentanyl-patch, 25, '', 60", // 25 x 2.4, however often it is changed
        "hydrocodone, 5, 4, 20", // the guideline's own example
        "hydromorphone, 2, 4, 40",
        "methadone, 10, 2, 94",
        "morphine, 15, 2, 30",
        "oxycodone, 10, 2, 30", // the guideline's own example
        "oxymorphone, 5, 2, 30",
        "tapentadol, 50, 2, 40",
        "tramadol, 50, 4, 40",
        "'morphine', '2,5', 3, 7.5"
    })
    void oneMedicine(String medicine, String dose, String times, BigDecimal total) {
        assertThat(DOSE.work(doses(medicine, dose, times)).total()).isEqualByComparingTo(total);
    }

    @Test
    void severalMedicinesAddUpAndAreRoundedDown() {
        // 30 x 3 x 0.15 = 13.5, 12 x 2.4 = 28.8, 5 x 2 x 1.5 = 15: 57.3
        Working working = DOSE.work(doses("codeine", "30 mg", "3", "fentanyl-patch", "12", "", "oxycodone", "5", "2"));
        assertThat(working.total()).isEqualByComparingTo("57.3");
        assertThat(working.lines()).hasSize(3);
        assertThat(DOSE.offer(working)).contains(new BigDecimal("57"));
        assertThat(working.cautions()).singleElement().asString().contains("fentanyl");
    }

    @ParameterizedTest
    @CsvSource({
        "morphine, 10, ''", // not known how often: nothing is assumed
        "morphine, '', 2",
        "'', 10, 2",
        "morphine, -10, 2",
        "morphine, 0, 2",
        "morphine, ten, 2",
        "morphine, '1,000', 2", // 1 or 1000
        "morphine, 10, 200",
        "heroin, 10, 2"
    })
    void whatIsMissingOrCannotBeReadOffersNothing(String medicine, String dose, String times) {
        Working working = DOSE.work(doses("oxycodone", "5", "2", medicine, dose, times));
        assertThat(working.total()).isNull();
        assertThat(working.missing()).isTrue();
        assertThat(DOSE.offer(working)).isEmpty();
    }

    @Test
    void buprenorphineIsNotConverted() {
        Working working = DOSE.work(doses("morphine", "10", "2", "buprenorphine", "8", "1"));
        assertThat(working.total()).isNull();
        assertThat(working.cautions()).singleElement().asString().contains("no factor for buprenorphine");
    }

    @Test
    void whatTheQuestionWouldRefuseIsNotOffered() {
        Working working = DOSE.work(doses("hydromorphone", "500", "4"));
        assertThat(working.total()).isEqualByComparingTo("10000");
        assertThat(DOSE.offer(working)).isEmpty();
    }

    @Test
    void everySumWarnsAgainstChangingOpioidsByIt() {
        assertThat(DOSE.texts().cautions()).anyMatch(c -> c.contains("Never use it to change"));
    }

    @Test
    void theTwoQuestionsAddUp() {
        assertThat(PHQ2.work(items("3", "2")).total()).isEqualByComparingTo("5");
        assertThat(PHQ2.offer(PHQ2.work(items("0", "0")))).contains(BigDecimal.ZERO);
        assertThat(PHQ2.work(items("3", "")).total()).isNull();
        assertThat(PHQ2.work(items("3", "")).missing()).isTrue();
        assertThat(PHQ2.work(items("3", "4")).total()).isNull();
        assertThat(PHQ2.work(items("", "")).missing()).isFalse();
    }

    private static Entered doses(String... parts) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 3) {
            String row = "q.sum.opioid-dose." + (i / 3 + 1) + ".";
            fields.put(row + "what", List.of(parts[i]));
            fields.put(row + "dose", List.of(parts[i + 1]));
            fields.put(row + "times", List.of(parts[i + 2]));
        }
        return new Entered("opioid-dose", fields);
    }

    private static Entered items(String first, String second) {
        return new Entered(
                "phq-2", Map.of("q.sum.phq-2.1.what", List.of(first), "q.sum.phq-2.2.what", List.of(second)));
    }
}
