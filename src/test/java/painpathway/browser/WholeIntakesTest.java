package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import painpathway.ShippedRules;
import painpathway.advice.Advice;
import painpathway.advice.Suggestion;
import painpathway.advice.Urgency;
import painpathway.advice.Vignette;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;

/** The sample patients from an empty form to the advice, led either way; what comes out is what the advisor says of them. */
class WholeIntakesTest extends BrowserTest {

    private static final List<String> EFFORT = new ArrayList<>();

    static IntStream samples() {
        return IntStream.range(0, SAMPLES.size());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sectionBySection(int sample) {
        Page page = visitor(WIDE);
        Assessment patient = patient(sample);
        Nurse nurse = new Nurse(page, patient).begin();
        nurse.bySection();
        shows(page, ShippedRules.PLAIN.advise(patient));
        note(sample, "by section", nurse);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void questionByQuestion(int sample) {
        Page page = visitor(NARROW);
        Assessment patient = patient(sample);
        Nurse nurse = new Nurse(page, patient).begin();
        nurse.oneByOne();
        shows(page, ShippedRules.PLAIN.advise(patient));
        note(sample, "one by one", nurse);
    }

    @Test
    void anAcuteLowBackTakesAtMost25Answers() {
        Vignette acute = ShippedRules.VIGNETTES.stream().filter(v -> plainAcuteLowBack(v.assessment())).findFirst().orElseThrow();
        Page page = visitor(NARROW);
        Nurse nurse = new Nurse(page, acute.assessment()).begin();
        nurse.oneByOne();
        shows(page, ShippedRules.PLAIN.advise(acute.assessment()));
        System.out.println(acute.name() + ": " + nurse.answers() + " answers, " + nurse.taps() + " taps");
        assertThat(nurse.answers()).as(acute.name()).isLessThanOrEqualTo(25);
    }

    /** One place, the low back, for less than 12 weeks, without injury or warning sign. */
    private static boolean plainAcuteLowBack(Assessment patient) {
        return patient.pains().size() == 1 && new Answer.Choice("low-back").equals(patient.pains().get(0).get("pain.site"))
                && patient.pains().get(0).get("pain.weeks") instanceof Answer.Amount weeks && weeks.value() < 12
                && new Answer.Choice("none").equals(patient.patient().get("safety.trauma"))
                && ShippedRules.PLAIN.advise(patient).urgency() == Urgency.CONSERVATIVE_FIRST;
    }

    @AfterAll
    static void tellWhatItTook() {
        EFFORT.forEach(System.out::println);
    }

    private static void note(int sample, String led, Nurse nurse) {
        // A human pace is one answer every two seconds.
        EFFORT.add("%-40s %-10s %2d answers, %2d taps, %3d s".formatted(SAMPLES.get(sample).title(), led, nurse.answers(), nurse.taps(), 2 * nurse.answers()));
    }

    private static void shows(Page page, Advice advice) {
        assertThat(page.locator("#advice .urgency").first().getAttribute("class")).contains("u-" + advice.urgency().word());
        List<String> wrong = new ArrayList<>();
        for (Suggestion entry : advice.interventions()) {
            String id = "#entry-" + entry.intervention().id() + "-" + entry.pain();
            String classes = page.locator(id).getAttribute("class");
            if (!List.of(classes.split(" ")).contains("v-" + entry.verdict().word())) {
                wrong.add(id + " is " + classes + " and not " + entry.verdict().word());
            }
        }
        assertThat(wrong).isEmpty();
    }
}
