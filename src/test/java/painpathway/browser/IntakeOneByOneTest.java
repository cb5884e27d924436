package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import painpathway.ShippedRules;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.vignette.Vignette;

/** Whole intakes on a phone, led question by question. */
class IntakeOneByOneTest extends WholeIntakes {

    @ParameterizedTest
    @MethodSource("samples")
    void questionByQuestion(int sample) {
        intake(sample, NARROW, "one by one", Nurse::oneByOne);
    }

    @Test
    void anAcuteLowBackTakesAtMost25Answers() {
        Vignette acute = ShippedRules.VIGNETTES.stream()
                .filter(v -> plainAcuteLowBack(v.assessment()))
                .findFirst()
                .orElseThrow();
        Page page = visitor(NARROW);
        Nurse nurse = new Nurse(page, acute.assessment()).begin();
        nurse.oneByOne();
        shows(page, ShippedRules.PLAIN.advise(acute.assessment()));
        System.out.println(acute.name() + ": " + nurse.answers() + " answers, " + nurse.taps() + " taps");
        assertThat(nurse.answers()).as(acute.name()).isLessThanOrEqualTo(25);
    }

    /** One place, the low back, for less than 12 weeks, without injury or warning sign. */
    private static boolean plainAcuteLowBack(Assessment patient) {
        return patient.pains().size() == 1
                && new Answer.Choice("low-back").equals(patient.pains().get(0).get("pain.site"))
                && patient.pains().get(0).get("pain.weeks") instanceof Answer.Amount weeks
                && weeks.value() < 12
                && new Answer.Choice("none").equals(patient.patient().get("safety.trauma"))
                && ShippedRules.PLAIN.advise(patient).urgency() == Urgency.CONSERVATIVE_FIRST;
    }
}
