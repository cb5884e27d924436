package painpathway.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import painpathway.ShippedRules;

class FreeNoteTest {

    private static final Questionnaire QUESTIONS = ShippedRules.BOOK.questionnaire();

    @Test
    void everySectionHasOneAndSomeQuestions() {
        assertThat(FreeNote.all(QUESTIONS, 2))
                .extracting(FreeNote::field)
                .contains("q.note.safety", "q.note.medicine.blood-thinner", "p1.note.scan.findings")
                .doesNotHaveDuplicates()
                .allSatisfy(field -> assertThat(FreeNote.parse(field, QUESTIONS))
                        .get()
                        .extracting(FreeNote::field)
                        .isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q.note.",
                "q.note.nothing",
                "p0.note.safety",
                "q.note.scan.findings",
                "p0.note.medicine.blood-thinner",
                "q.note.patient.age",
                "q.note.pain.peg",
                "q.patient.age",
                "note.safety"
            })
    void nothingElseIsANote(String field) {
        assertThat(FreeNote.parse(field, QUESTIONS)).isEmpty();
    }

    @Test
    void isKeptLineByLineInAnyScriptAndWithoutControlCharacters() {
        assertThat(FreeNote.lines("  Penizillin\u0000 \u0007\r\n\r\nحساسية من اللاتكس\r\n花粉 \ud83d\ude00\n "))
                .containsExactly("Penizillin", "", "حساسية من اللاتكس", "花粉 \ud83d\ude00");
        assertThat(FreeNote.lines(" \r\n \u0000")).isEmpty();
        assertThat(String.join("\n", FreeNote.lines("x".repeat(FreeNote.LONGEST - 1) + "\ud83d\ude00")))
                .hasSizeLessThanOrEqualTo(FreeNote.LONGEST)
                .doesNotContain("\ud83d");
    }
}
