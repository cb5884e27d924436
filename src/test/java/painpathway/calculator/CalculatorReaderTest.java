package painpathway.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.SmallFolder;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;

class CalculatorReaderTest {

    private static final String GOOD = """
            calculators:
              - id: dose
                title: "Dose"
                fills: patient.age
                rows: 2
                doses:
                  - {id: one, text: "One", unit: mg, factor: 2}
                source: "SOURCE"
                evidence: ours
                reviewed: "2026-11-27"
            """;

    @Test
    void aFolderMayDoWithout() {
        assertThat(RuleBook.load(SmallFolder.good()).calculators().all()).isEmpty();
    }

    @Test
    void oneIsRead() {
        RulesFolder folder = folder(GOOD);
        assertThat(SmallFolder.faults(folder)).isEmpty();
        assertThat(RuleBook.load(folder).calculators().of("q.sum.dose.1.what")).isPresent();
        assertThat(RuleBook.load(folder).calculators().of("q.sum.dose.1.else")).isEmpty();
        assertThat(RuleBook.load(folder).calculators().of("p0.sum.dose.1.what")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fills: patient.age | fills: patient.ages | 4: the question 'patient.ages' does not exist; did you mean 'patient.age'?",
                "fills: patient.age | fills: pain.weeks | 4: a sum can fill only a number that is asked once for the patient",
                "fills: patient.age | fills: patient.faints | 4: a sum can fill only a number that is asked once for the patient",
                "rows: 2 | rows: 12 | 5: 'rows' should be 1 to 9",
                ", factor: 2 | '' | 7: a medicine without 'factor' needs a 'caution' that says why",
                "factor: 2 | factor: -2 | 7: 'factor' should be more than 0",
                "evidence: ours | evidence: our | 9: 'evidence' is 'our'",
                "SOURCE | nothing, at all | 8: the source 'nothing' does not exist",
                "id: dose | id: Dose | 2: an id has small letters, digits and hyphens only",
                "title: | titel: | 2: 'title' is missing"
            })
    void whatIsWrongIsRefusedWithItsLine(String old, String replacement, String fault) {
        assertThat(GOOD).contains(old);
        assertThat(SmallFolder.faults(folder(GOOD.replace(old, replacement))))
                .anyMatch(f -> f.startsWith(Calculators.FILE + ":" + fault));
    }

    private static RulesFolder folder(String text) {
        return SmallFolder.good().with(Calculators.FILE, text.replace("SOURCE", "guide, Tests"));
    }
}
