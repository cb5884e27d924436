package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map in a browser: that it can be read, zoomed, pushed, walked by keyboard and taken along. */
class MapTest extends BrowserTest {

    private static final int SMALLEST_LETTERS = 12;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/map",
                "/map/facet-joint-injection",
                "/map/radiofrequency-ablation?case=radiofrequency-001",
                "/map/kyphoplasty?case=cement-001",
                "/map/spinal-cord-stimulation",
                "/map/conservative-care"
            })
    void canBeReadAtADeskAndOnAPhone(String address) {
        Page page = visitor(WIDE);
        page.navigate(address);
        String name = "map" + address.replaceAll("[^a-z0-9]+", "-");
        for (int width : new int[] {WIDE, NARROW}) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate(
                            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("sideways scroll of %s at %d", address, width)
                    .isEqualTo(0);
            assertThat(letters(page)).as("letters at %d", width).isGreaterThanOrEqualTo(SMALLEST_LETTERS);
            picture(page, name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/map", "/map/radiofrequency-ablation?case=radiofrequency-001"})
    void isOpenToEverybody(String address) {
        for (int width : new int[] {WIDE, NARROW}) {
            Page page = visitor(
                    width, options -> options.setColorScheme(width == WIDE ? ColorScheme.LIGHT : ColorScheme.DARK));
            page.navigate(address);
            accessible(page, address);
        }
    }

    /** How large the names in the boxes are, in pixels of the screen. */
    private static double letters(Page page) {
        return ((Number) page.evaluate("""
                () => { const svg = document.querySelector('.map-view svg');
                  return 14 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width; }""")).doubleValue();
    }

    @Test
    void zoomsAndMovesByKeysButtonsWheelAndMouse() {
        Page page = visitor(WIDE);
        page.navigate("/map/facet-joint-injection");
        double fit = letters(page);
        page.locator(".map-view").focus();
        page.keyboard().press("+");
        page.keyboard().press("+");
        assertThat(letters(page)).isGreaterThan(fit * 1.5);
        double left = left(page);
        page.keyboard().press("ArrowLeft");
        assertThat(left(page)).isLessThan(left);
        page.keyboard().press("-");
        page.keyboard().press("0");
        assertThat(letters(page)).isEqualTo(fit);

        page.locator("[data-zoom=in]").click();
        page.locator("[data-zoom=in]").click();
        assertThat(letters(page)).isGreaterThan(fit * 1.5);
        BoundingBox view = page.locator(".map-view").boundingBox();
        left = left(page);
        page.mouse().move(view.x + 600, view.y + 200);
        page.mouse().down();
        page.mouse().move(view.x + 700, view.y + 220);
        page.mouse().up();
        assertThat(left(page)).isEqualTo(left - 100);
        assertThat(page.url()).endsWith("/map/facet-joint-injection");

        double now = letters(page);
        page.keyboard().down("Control");
        page.mouse().wheel(0, -100);
        until(page, "was => document.querySelector('.map-view svg').clientWidth > was", 1232 * now / fit + 1);
        page.keyboard().up("Control");
        page.locator("[data-zoom=fit]").click();
        assertThat(letters(page)).isEqualTo(fit);
    }

    private static double left(Page page) {
        return ((Number) page.evaluate("() => document.querySelector('.map-view').scrollLeft")).doubleValue();
    }

    @Test
    void byKeyboardFromBoxToBoxToThePageOfOne() {
        Page page = visitor(WIDE);
        page.navigate("/map/facet-joint-injection");
        page.locator(".map-view").focus();
        page.keyboard().press("Tab");
        assertThat(page.evaluate("() => document.activeElement.classList.contains('k-questions')"))
                .isEqualTo(true);
        page.locator(".map-view .node[href='/rules/facet-01']").focus();
        // What it rests on, down to the question, and where it leads.
        assertThat(page.locator(".node.on[href='/criteria/pain-12-weeks']").count())
                .isOne();
        assertThat(page.locator(".node.on[href='/questions/pain.weeks']").count())
                .isOne();
        assertThat(page.locator(".node.on[href='/interventions/facet-joint-injection']")
                        .count())
                .isOne();
        assertThat(page.locator(".node.on[href='/rules/facet-02']").count()).isZero();
        page.keyboard().press("Enter");
        page.waitForURL("**/rules/facet-01");
    }

    @Test
    void unfoldsAndFoldsByLinks() {
        Page page = visitor(NARROW);
        page.navigate("/learn");
        page.locator("main a[href='/map']").click();
        page.locator(".map-view .node[href$='open=rules:facet']").click();
        assertThat(page.locator(".map-view .node[href='/rules/facet-01']").count())
                .isOne();
        page.locator(".pills.open .pill").click();
        assertThat(page.locator(".map-view .node[href='/rules/facet-01']").count())
                .isZero();
    }

    @Test
    void isTakenAlongAsAFileThatLooksTheSame() throws IOException {
        Page page = visitor(WIDE);
        page.navigate("/map/radiofrequency-ablation?case=radiofrequency-001");
        Download download =
                page.waitForDownload(() -> page.locator("a[download]").click());
        assertThat(download.suggestedFilename()).isEqualTo("map-radiofrequency-ablation-radiofrequency-001.svg");
        String svg = Files.readString(download.path());
        assertThat(svg).contains("Radiofrequency ablation, for the patient", "<style>");
        Page alone = visitor(WIDE);
        alone.navigate(page.locator("a[download]").getAttribute("href").replace(".svg", ""));
        alone.evaluate(
                "svg => { document.body.replaceChildren(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement); }",
                svg);
        assertThat(alone.locator("svg .box").count()).isGreaterThan(30);
        picture(alone, "map-file");
    }
}
