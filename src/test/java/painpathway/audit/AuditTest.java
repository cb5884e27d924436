package painpathway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;

/** The audit of the shipped rules is a test of its own. */
class AuditTest {

    /** On two cores, beside whatever else the machine does. */
    private static final double MOST_SECONDS = 60;

    @Test
    void everythingHoldsForEveryPatient() {
        AuditReport report = Audit.of(ShippedRules.BOOK);
        System.out.println(report.text());
        assertThat(report.holds()).as(report.text()).isTrue();
        assertThat(report.checks()).containsExactly(Check.values());
        assertThat(report.laws()).isGreaterThanOrEqualTo(25);
        assertThat(report.digits()).as("the space is far too large to be walked through").isGreaterThan(50);
        assertThat(report.queries()).isGreaterThan(1_000);
        assertThat(report.sampled()).isPositive();
        assertThat(report.seconds()).isLessThan(MOST_SECONDS);
    }
}
