package painpathway.browser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole intakes in a wide window, led section by section. */
class IntakeBySectionTest extends WholeIntakes {

    @ParameterizedTest
    @MethodSource("samples")
    void sectionBySection(int sample) {
        intake(sample, WIDE, "by section", Nurse::bySection);
    }
}
