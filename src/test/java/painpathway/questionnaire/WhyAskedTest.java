package painpathway.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import painpathway.Readability;
import painpathway.ShippedRules;
import painpathway.SmallFolder;

/** Each question says why it is asked, in a sentence that a nurse can say aloud. */
class WhyAskedTest {

    static Stream<Question> questions() {
        return ShippedRules.BOOK.questionnaire().asked().stream();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void oneShortSentence(Question question) {
        assertThat(question.why())
                .isNotNull()
                .hasSizeBetween(25, Wording.LONGEST_WHY)
                .matches("[A-Z][^.?!]*\\.");
    }

    /** Nobody may read from it that a medicine should be stopped. */
    @ParameterizedTest
    @MethodSource("questions")
    void noOneIsToldToStopAMedicine(Question question) {
        assertThat(question.why().toLowerCase(Locale.ROOT))
                .doesNotContainPattern("\\b(stop|pause|leave out|come off)\\b");
    }

    @Test
    void plainWords() {
        String all = questions().map(Question::why).collect(Collectors.joining(" "));
        assertThat(Readability.grade(all)).isLessThan(8.5);
        assertThat(questions().filter(q -> Readability.grade(q.why()) > 16).map(Question::id))
                .isEmpty();
    }

    @Test
    void onceOneQuestionSaysItAllHaveTo() {
        List<String> faults = SmallFolder.faults(SmallFolder.with(
                Questionnaire.FILE,
                "text: \"How old is the patient?\"",
                "text: \"How old is the patient?\"\n        why: \"Some treatments have a lower age limit.\""));
        assertThat(faults)
                .anyMatch(f -> f.startsWith("questionnaire.yaml:14: 'why' is missing"))
                .noneMatch(f -> f.startsWith("questionnaire.yaml:7:"));
    }

    @Test
    void aSpeechIsRefused() {
        List<String> faults = SmallFolder.faults(SmallFolder.with(
                Questionnaire.FILE,
                "text: \"How old is the patient?\"",
                "text: \"How old is the patient?\"\n        why: \""
                        + "This goes on. ".repeat(20).strip() + "\""));
        assertThat(faults).contains("questionnaire.yaml:9: 'why' should be one sentence of at most 130 characters");
    }
}
