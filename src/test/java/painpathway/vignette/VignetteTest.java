package painpathway.vignette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import painpathway.ShippedRules;

/** Every vignette is a test, named by its sentence; it runs through Drools. */
class VignetteTest {

    @TestFactory
    Stream<DynamicTest> vignette() {
        return ShippedRules.VIGNETTES.stream()
                .map(v -> DynamicTest.dynamicTest(
                        v.name(),
                        () -> assertThat(v.failures(ShippedRules.ADVISOR))
                                .as("%s:%d", v.file(), v.line())
                                .isEmpty()));
    }
}
