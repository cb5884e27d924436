package painpathway.browser;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import painpathway.ShippedRules;
import painpathway.questionnaire.Assessment;

/** Whole intakes in a wide window, led section by section. */
class IntakeBySectionTest extends WholeIntakes {

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
}
