package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that the nurse touches moves, and every page can be used on a small phone and at 200 and 400 percent. */
class WidthsTest extends BrowserTest {

    private static final int LED_STEPS = 10;
    private static final int SMALLEST = 320;
    private static final int TABLET = 768;
    /** The share of the height that bars which stay in view may take. */
    private static final double MOST_OF_BARS = 0.5;

    @ParameterizedTest
    @ValueSource(ints = {NARROW, TABLET, WIDE})
    void nextStaysWhereItIsOnEverySection(int width) {
        Page page = begun(width, "patient", "");
        List<String> places = new ArrayList<>();
        Locator next = page.locator(".next.by-section:visible");
        while (next.count() > 0) {
            places.add(place(next));
            next.click();
            settled(page);
        }
        assertThat(places).hasSizeGreaterThan(10).containsOnly(places.get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void nextStaysWhereItIsFromQuestionToQuestion(int width) {
        Page page = begun(width, "", "one");
        List<String> places = new ArrayList<>();
        for (int step = 0; step < LED_STEPS; step++) {
            String asked = page.locator("#live").getAttribute("data-ask");
            if (!asked.endsWith(".side")) {
                // The side comes up beside the place, wherever somebody has scrolled to there.
                places.add(place(page.locator(".next.by-one:visible")));
            }
            page.locator("[data-field='" + asked + "'] .not-known input").check();
            settled(page);
            if (page.locator("#live").getAttribute("data-ask").equals(asked)) {
                page.locator(".next.by-one:visible").click();
                settled(page);
            }
        }
        assertThat(places).containsOnly(places.get(0));
    }

    /** Where a thumb finds a button: its right end and its lower edge. */
    private static String place(Locator button) {
        BoundingBox box = button.boundingBox();
        return Math.round(box.x + box.width) + " " + Math.round(box.y + box.height);
    }

    @Test
    void anOpenedWarningStaysOpen() {
        Page page = begun(WIDE, "safety", "");
        page.locator("[data-field='q.safety.bladder-bowel-saddle'] input[value=urine]")
                .check();
        settled(page);
        page.locator("[data-field='q.safety.bladder-bowel-onset'] input")
                .first()
                .check();
        settled(page);
        read(page);
        page.locator("[data-close=interrupt]").click();
        page.locator("#alarm summary").first().click();
        page.locator("[data-field='q.safety.weight-loss'] input[value=no]").check();
        settled(page);
        assertThat(page.locator("#alarm details[open]").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"640, 512", "640, 360", "320, 256"})
    void barsLeaveAtLeastHalfOfTheHeightToTheQuestion(int width, int height) {
        Page page = visitor(width, o -> o.setViewportSize(width, height));
        page.navigate(begun(WIDE, "safety", "").url());
        for (String lead : List.of("", "one")) {
            page.navigate(page.url().replaceAll("[?#].*", "") + "?at=safety&lead=" + lead);
            settled(page);
            page.mouse().wheel(0, 700);
            seen(page);
            Object bars = page.evaluate("""
                    () => [...document.querySelectorAll('body *')]
                      .filter(e => ['sticky', 'fixed'].includes(getComputedStyle(e).position) && e.offsetParent)
                      .map(e => e.getBoundingClientRect())
                      .filter(r => r.width > 0.8 * innerWidth && r.bottom > 0 && r.top < innerHeight)
                      .reduce((sum, r) => sum + Math.min(r.bottom, innerHeight) - Math.max(r.top, 0), 0) / innerHeight""");
            assertThat(((Number) bars).doubleValue())
                    .as("%s at %d x %d", lead, width, height)
                    .isLessThanOrEqualTo(MOST_OF_BARS);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyPageFitsTheSmallestPhone(ColorScheme scheme) {
        Page page = visitor(SMALLEST, o -> o.setColorScheme(scheme));
        for (Map.Entry<String, String> each : addresses().entrySet()) {
            page.navigate(each.getValue());
            if (page.locator("#live").count() > 0) {
                settled(page);
            }
            noSidewaysScroll(page);
            look(page, "smallest-" + scheme + "-" + each.getKey());
        }
    }

    /** A draft, a record, its amendment and its follow-up, and every page of each. */
    private Map<String, String> addresses() {
        Page page = visitor(WIDE);
        page.navigate("/");
        page.locator(".sample").nth(2).click();
        page.waitForURL("**/intakes/*");
        page.locator("#advice .urgency").first().waitFor();
        close(page, "**/records/*");
        String record = page.url();
        amend(page, "AB");
        String amendment = page.url().replaceAll("[?#].*", "");
        page.navigate(amendment + "?at=advice");
        settled(page);
        close(page, "**/records/*");
        String second = page.url();
        page.locator("#follow-up button").click();
        page.waitForURL("**/intakes/*");
        String followUp = page.url().replaceAll("[?#].*", "");
        Map<String, String> all = new LinkedHashMap<>();
        all.put("start", "/");
        all.put("section", followUp + "?at=safety");
        all.put("places", followUp + "?at=pain");
        all.put("led", followUp + "?lead=one");
        all.put("advice", followUp + "?at=advice");
        all.put("then-and-now", followUp + "/then-and-now");
        all.put("closing", followUp + "/closing");
        all.put("path", followUp + "/path");
        all.put("record", second);
        all.put("superseded", record);
        all.put("difference", second + "/difference");
        all.put("today", second + "/today");
        all.put("letter", second + "/letter");
        all.put("print", second + "/print");
        all.put("patient-sheet", second + "/patient-sheet");
        all.put("worklist", "/records?samples=show");
        all.put("bin", "/records?kind=bin");
        all.put("help", "/help");
        all.put("glossary", "/help/glossary");
        return all;
    }

    private Page begun(int width, String at, String lead) {
        Page page = visitor(width);
        page.navigate("/");
        page.locator("form[action$='/intakes'] button[type=submit]:not(.sample)")
                .first()
                .click();
        page.waitForURL("**/intakes/*");
        page.navigate(page.url().replaceAll("[?#].*", "") + "?at=" + at + "&lead=" + lead);
        settled(page);
        return page;
    }
}
