package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page and state, looked at by axe and kept as a picture. */
class PagesTest extends BrowserTest {

    private static final String BLADDER = "[data-field='q.safety.bladder-bowel-saddle'] ";

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void startAndErrorPages(int width) {
        Page page = visitor(width);
        page.navigate("/");
        look(page, "start");
        allow("404");
        page.navigate("/intakes/none");
        assertThat(page.locator("main").textContent()).contains("no such intake", "Worklist");
        look(page, "missing");
        page.navigate("/records/none");
        assertThat(page.locator("h1").textContent()).isEqualTo("There is no such record");
        page.navigate("/nowhere");
        assertThat(page.locator("h1").textContent()).isEqualTo("There is no such page");
        assertThat(page.locator(".site-nav a").allTextContents()).hasSize(4);
        allow("400");
        page.navigate("/?reference=%FF");
        assertThat(page.locator("main").textContent()).contains("could not be read");
        look(page, "unreadable");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void helpAndGlossary(int width) {
        Page page = visitor(width);
        page.navigate("/");
        page.locator(".site-nav a[href='/help']").click();
        noSidewaysScroll(page);
        look(page, "help");
        page.locator("a[href='/help/glossary']").click();
        page.locator("#looked-for summary").click();
        noSidewaysScroll(page);
        look(page, "glossary");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void everySectionOfAnEmptyForm(int width) {
        Page page = intake(width, "");
        int sections = page.locator("#steps button").count() - 1;
        for (int i = 0; i < sections; i++) {
            Locator step = page.locator("#steps button").nth(i);
            String name = step.getAttribute("value");
            step.click();
            assertThat(page.locator("#step-" + name).isVisible()).isTrue();
            noSidewaysScroll(page);
            // A section is a list of the same blocks: in a wide window axe looks at the two with most of them only.
            if (width == NARROW || name.equals("safety") || name.equals("pain")) {
                look(page, "section-" + name);
            } else {
                picture(page, "section-" + name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void threePlacesOnTheChart(int width) {
        Page page = intake(width, "pain");
        page.locator(".shape[data-option=low-back]").click();
        settled(page);
        for (int place = 1; place < 3; place++) {
            page.locator(".add-place").click();
            until(page, "n => document.querySelectorAll('[data-list]').length === n", place + 1);
            page.locator(
                            place == 1
                                    ? ".shape[data-option=knee][data-of-side=left]"
                                    : ".shape[data-option=shoulder][data-of-side=right]")
                    .first()
                    .click();
            settled(page);
        }
        page.evaluate("() => document.querySelector('[data-list=\"1\"] input').scrollIntoView()");
        assertThat(page.locator("[data-tab]").count()).isEqualTo(3);
        look(page, "places");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, 1180, 1024, 800, NARROW})
    void noQuestionReachesOutOfItsCard(int width) {
        Page page = intake(width, "pain");
        page.locator("[data-list] label:has(input[value=low-back])").click();
        settled(page);
        noSidewaysScroll(page);
        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('[data-step="pain"] .question :is(label, a, button, input)')].filter(e => e.offsetParent
                        && e.getBoundingClientRect().right > document.getElementById('step-pain').getBoundingClientRect().right).map(e => e.outerHTML)""")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void answersOfEveryKind(int width) {
        Page page = intake(width, "safety");
        page.locator("[data-field='q.safety.weakness'] .not-known").click();
        page.locator("[data-field='q.safety.trauma'] label:has(input[value=minor])")
                .click();
        Locator weeks = page.locator("[data-field='q.safety.trauma-weeks-ago'] input[type=text]");
        weeks.waitFor();
        seen(page);
        weeks.fill("6000");
        weeks.blur();
        page.locator("[data-field='q.safety.trauma-weeks-ago'] .fault:not([hidden])")
                .waitFor();
        page.locator("[data-field='q.safety.weight-loss'] .why-link").click();
        page.locator("[data-field='q.safety.weight-loss'] .why-asked > .changes")
                .waitFor();
        look(page, "answers");
        weeks.fill("6");
        weeks.blur();
        page.locator("[data-field='q.safety.trauma'] label:has(input[value=none])")
                .click();
        page.locator("[data-field='q.safety.trauma-weeks-ago'].kept").waitFor();
        look(page, "kept");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void aWarningSign(int width) {
        Page page = intake(width, "safety");
        page.locator(BLADDER + "label:has(input[value=urine])").click();
        page.locator("#ask-first").waitFor();
        settled(page);
        // The alarm would rest on a blank alone: that is asked first, on the spot, and the alarm stands on top
        // meanwhile.
        assertThat(page.locator("#interrupt[open]").count()).isZero();
        assertThat(page.locator("#alarm .alarm-flag").first().isVisible()).isTrue();
        assertThat(page.locator("[data-field='q.safety.bladder-bowel-onset'] .ask-first")
                        .isVisible())
                .isTrue();
        look(page, "ask-first");
        page.locator("[data-field='q.safety.bladder-bowel-onset'] .not-known").click();
        page.locator("#interrupt[open]").waitFor();
        settled(page);
        // Nobody has said since when: the warning tells that it assumes it.
        assertThat(page.locator("#interrupt .assumed").first().isVisible()).isTrue();
        look(page, "interrupt");
        page.locator("[data-close=interrupt]").click();
        page.locator(".alarm-flag summary").first().click();
        look(page, "alarm");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void questionByQuestion(int width) {
        Page page = intake(width, "");
        page.locator(".switch label").nth(1).click();
        page.locator(".at-most-now").waitFor();
        page.locator("[data-step]:not([hidden]) .question:not([hidden]) .why-link")
                .click();
        look(page, "one-by-one");
        page.locator("[data-step]:not([hidden]) .question:not([hidden]) .not-known")
                .click();
        page.locator("#answered summary").click();
        look(page, "one-by-one-answered");
    }

    @ParameterizedTest
    @CsvSource({"1280,0", "390,0", "1280,2", "390,2", "1280,5", "390,5"})
    void advice(int width, int sample) {
        Page page = advised(width, sample, ColorScheme.LIGHT);
        noSidewaysScroll(page);
        look(page, "advice-" + sample);
        if (sample == 0) {
            if (width == WIDE) {
                assertThat((Integer) page.evaluate("() => document.documentElement.scrollHeight"))
                        .as("height of the folded advice")
                        .isLessThanOrEqualTo(2_200);
            }
            unfold(page, ".entry .part > summary", ".group-fold > summary");
            page.locator(".path .stage").first().waitFor();
            page.locator(".entry .tree > summary").first().click();
            page.locator(".tree .why").first().waitFor();
            page.locator(".entry .source > summary").first().click();
            page.locator(".fold > summary").last().click();
            page.locator(".fold .why-all").first().waitFor();
            settled(page);
            noSidewaysScroll(page);
            look(page, "advice-unfolded");
        }
    }

    @Test
    void inTheDark() {
        Page page = visitor(NARROW, o -> o.setColorScheme(ColorScheme.DARK));
        page.navigate("/");
        look(page, "dark-start");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        open(page, "pain");
        page.locator("[data-list] label:has(input[value=low-back])").click();
        page.locator("[data-field='p0.pain.worst'] .not-known").click();
        settled(page);
        look(page, "dark-pain");
        open(page, "safety");
        page.locator(BLADDER + "label:has(input[value=urine])").click();
        page.locator("#ask-first").waitFor();
        accessible(page, "dark-ask-first");
        seen(page);
        page.locator("[data-field='q.safety.bladder-bowel-onset'] label:has(input[value=within-14-days])")
                .click();
        page.locator("#interrupt[open]").waitFor();
        accessible(page, "dark-interrupt");
        look(advised(WIDE, 0, ColorScheme.DARK), "dark-advice");
    }

    /** 640 px is what a window of 1280 px has left at 200 percent. */
    @Test
    void atTwiceTheSize() {
        Page page = visitor(640);
        new Nurse(page, patient(7)).begin().bySection();
        noSidewaysScroll(page);
        look(page, "zoomed-advice");
    }

    @Test
    void nothingMovesForThoseWhoWantItStill() {
        Page page = visitor(WIDE, o -> o.setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        page.navigate("/");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        assertThat(
                        page.evaluate(
                                "() => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e); "
                                        + "return parseFloat(s.transitionDuration) > 0 || parseFloat(s.animationDuration) > 0; }).length"))
                .isEqualTo(0);
    }

    @Test
    void whatIsUnfoldedIsAPageOfItsOwnWithoutJavaScript() {
        Page page = visitor(WIDE, o -> o.setJavaScriptEnabled(false));
        page.navigate("/");
        page.locator(".sample").first().click();
        page.waitForURL("**/intakes/*");
        unfold(page, ".group-fold > summary");
        page.locator(".fold > summary").last().click();
        page.locator(".fold a").last().click();
        assertThat(page.locator("#part .why").count()).isPositive();
        picture(page, "part-without-javascript");
        page.navigate(page.url().replaceAll("/entries/.*", "/path"));
        assertThat(page.locator("#part .stage").count()).isEqualTo(3);
    }

    // ------------------------------------------------------------------ helpers

    private static void unfold(Page page, String... summaries) {
        for (String summary : summaries) {
            page.locator(summary).all().forEach(Locator::click);
        }
    }

    private Page intake(int width, String at) {
        Page page = visitor(width);
        page.navigate("/");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        if (!at.isEmpty()) {
            open(page, at);
        }
        return page;
    }

    private static void open(Page page, String section) {
        page.navigate(page.url().replaceAll("[?#].*", "") + "?at=" + section);
    }

    private Page advised(int width, int sample, ColorScheme colours) {
        Page page = visitor(width, o -> o.setColorScheme(colours));
        page.navigate("/");
        page.locator(".sample").nth(sample).click();
        page.waitForURL("**/intakes/*");
        page.locator("#advice .urgency").first().waitFor();
        settled(page);
        return page;
    }
}
