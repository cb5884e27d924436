package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an advice to a closed record, on paper, amended and found again: every page looked at by axe and kept as a picture. */
class ClosedRecordTest extends BrowserTest {

    private static final int EMERGENCY = 2;

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void closedAmendedAndFoundAgain(int width) {
        Page page = visitor(width);
        closed(page, 0);
        look(page, "record");
        String first = page.url();
        page.navigate(first + "/today");
        look(page, "today");
        page.navigate(first);
        amend(page, "AB");
        look(page, "amending");
        page.navigate(page.url().replaceAll("[?#].*", "") + "?at=pain");
        page.locator("[data-field='p0.pain.weeks'] input[type=text]").fill("8");
        page.locator("[data-field='p0.pain.weeks'] input[type=text]").blur();
        settled(page);
        page.locator("#steps button[value=advice]").click();
        close(page);
        look(page, "record-amended");
        page.locator("a[href$='/difference']").click();
        assertThat(page.locator("main").textContent()).contains("30").contains("8");
        look(page, "difference");
        page.navigate("/records?samples=show");
        look(page, "worklist");
        page.navigate("/records?reference=nothing-is-called-so");
        look(page, "worklist-empty");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void onPaper(int width) {
        Page page = visitor(width);
        closed(page, EMERGENCY);
        look(page, "record-emergency");
        String record = page.url();
        page.navigate(record + "/print");
        look(page, "print");
        page.navigate(record + "/patient-sheet");
        look(page, "patient-sheet");
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = "DARK")
    void inTheDark(ColorScheme scheme) {
        Page page = visitor(WIDE, o -> o.setColorScheme(scheme));
        closed(page, EMERGENCY);
        look(page, "dark-record");
        page.navigate("/records?samples=show");
        look(page, "dark-worklist");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void followedUpWithTheResultOfTheBlockFirst(int width) {
        Page page = visitor(width);
        closed(page, 0);
        String record = page.url();
        page.locator("#follow-up button").click();
        page.waitForURL("**/intakes/*");
        settled(page);
        asks(page, "p0.prior.procedures");
        page.locator("input[name='p0.prior.procedures'][value=facet-block]").check();
        settled(page);
        page.locator(".next.by-one:visible").click();
        settled(page);
        asks(page, "p0.prior.facet-block-1-relief");
        String intake = page.url().replaceAll("[?#].*", "");
        page.navigate(intake + "?at=patient");
        assertThat(page.locator(".side .waiting button").count()).isEqualTo(3);
        look(page, "follow-up");
        page.locator("[data-field='q.patient.age'] .carried input[type=checkbox]")
                .check();
        settled(page);
        assertThat(page.locator(".side .waiting button").allTextContents())
                .hasSize(2)
                .doesNotContain("How old is the patient?");
        page.locator("[data-field='q.patient.age'] input[type=text]").fill("59");
        page.locator("[data-field='q.patient.age'] input[type=text]").blur();
        settled(page);
        assertThat(page.locator("[data-field='q.patient.age'] .carried").isVisible())
                .as("what was taken over is another answer now")
                .isFalse();
        look(page, "follow-up-section");
        page.locator(".follows a").last().click();
        look(page, "then-and-now");
        assertThat(page.locator(".side-by-side section[aria-labelledby]").count())
                .isGreaterThanOrEqualTo(2);
        page.navigate(record);
        assertThat(page.locator("#follow-up li").count()).isEqualTo(1);
    }

    private static void asks(Page page, String field) {
        assertThat(page.locator("#live").getAttribute("data-ask")).isEqualTo(field);
    }

    /** A sample patient, advised on and closed. */
    private static void closed(Page page, int sample) {
        page.navigate("/");
        page.locator(".sample").nth(sample).click();
        page.waitForURL("**/intakes/*");
        page.locator("#advice .urgency").first().waitFor();
        close(page);
    }

    private static void close(Page page) {
        close(page, "**/records/*");
    }
}
