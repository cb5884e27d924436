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
