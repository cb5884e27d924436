package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Question by question: progress, back, putting off, and what Next says to a blank. */
class LedIntakeTest extends BrowserTest {

    private Page begun() {
        Page page = visitor(NARROW);
        page.navigate("/");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        return page;
    }

    private Page led() {
        Page page = begun();
        page.locator(".switch label").nth(1).click();
        asks(page, "q.patient.age");
        return page;
    }

    private static void asks(Page page, String field) {
        until(
                page,
                "field => document.getElementById('live').dataset.ask === field && document.getElementById('ask').value === field",
                field);
        settled(page);
    }

    private static Locator shown(Page page, String field) {
        return page.locator("[data-field='" + field + "']:not([hidden])");
    }

    private static void age(Page page, String age) {
        seen(page);
        Locator text = shown(page, "q.patient.age").locator("input[type=text]");
        text.fill(age);
        text.dispatchEvent("change");
        settled(page);
        next(page);
    }

    private static void next(Page page) {
        seen(page);
        page.locator("[data-step]:not([hidden]) .next.by-one").click();
    }

    private static void choose(Page page, String field, String option) {
        seen(page);
        page.locator("[data-field='" + field + "'] label:has(input[value='" + option + "'])")
                .click();
    }

    @Test
    void afterBeginTheFocusIsOnTheFirstQuestion() {
        Page page = begun();
        assertThat(page.evaluate("() => document.activeElement.closest('.question')?.dataset.field"))
                .isEqualTo("q.patient.age");
        assertThat(page.title()).isEqualTo("The patient - Pain Pathway Advisor");
    }

    @Test
    void theSideIsAskedWithThePlaceAndClearedWithIt() {
        Page page = led();
        age(page, "58");
        asks(page, "p0.pain.site");
        assertThat(shown(page, "p0.pain.side").isVisible()).isTrue();
        choose(page, "p0.pain.site", "knee");
        asks(page, "p0.pain.side");
        assertThat(shown(page, "p0.pain.site").isVisible()).isTrue();
        choose(page, "p0.pain.side", "left");
        asks(page, "p0.pain.weeks");
        page.goBack();
        asks(page, "p0.pain.side");
        choose(page, "p0.pain.site", "hip");
        settled(page);
        assertThat(page.locator("[data-field='p0.pain.side'] input:checked").count())
                .isZero();
        page.reload();
        assertThat(page.locator("[data-field='p0.pain.side'] input:checked").count())
                .isZero();
        assertThat(page.locator("[data-field='p0.pain.site'] input:checked").inputValue())
                .isEqualTo("hip");
        look(page, "led-place");
    }

    @Test
    void backAndReloadKeepTheQuestionAndItsAnswer() {
        Page page = led();
        page.locator("#reference").fill("K-1001");
        age(page, "58");
        asks(page, "p0.pain.site");
        assertThat(page.title()).isEqualTo("The pain - K-1001 - Pain Pathway Advisor");
        page.locator("[data-step]:not([hidden]) [data-move=back]").click();
        asks(page, "q.patient.age");
        assertThat(page.title()).isEqualTo("The patient - K-1001 - Pain Pathway Advisor");
        assertThat(shown(page, "q.patient.age").locator("input[type=text]").inputValue())
                .isEqualTo("58");
        page.reload();
        asks(page, "q.patient.age");
        page.goForward();
        asks(page, "p0.pain.site");
    }

    @Test
    void bySectionBackAndReloadKeepTheSection() {
        Page page = begun();
        seen(page);
        page.locator("[data-step]:not([hidden]) .next.by-section").click();
        assertThat(page.locator("#desk").getAttribute("data-at")).isEqualTo("safety");
        assertThat(page.title()).startsWith("Safety questions - ");
        page.reload();
        assertThat(page.locator("#desk").getAttribute("data-at")).isEqualTo("safety");
        page.goBack();
        until(page, "() => document.getElementById('desk').dataset.at === 'patient'");
        page.goForward();
        until(page, "() => document.getElementById('desk').dataset.at === 'safety'");
    }

    @Test
    void nextOnABlankSaysWhyAndAskLaterPutsOff() {
        Page page = led();
        next(page);
        Locator why = page.locator("[data-step]:not([hidden]) .no-answer");
        why.waitFor();
        assertThat(why.textContent()).startsWith("There is no answer yet.");
        look(page, "led-blank");
        seen(page);
        page.locator("[data-step]:not([hidden]) [name=later]").click();
        asks(page, "p0.pain.site");
        assertThat(page.locator(".no-answer").allTextContents()).containsOnly("");
        choose(page, "p0.pain.site", "knee");
        asks(page, "p0.pain.side");
        choose(page, "p0.pain.side", "left");
        asks(page, "p0.pain.weeks");
    }

    @Test
    void progressNeverGoesDown() {
        Page page = led();
        age(page, "58");
        asks(page, "p0.pain.site");
        choose(page, "p0.pain.site", "low-back");
        asks(page, "p0.pain.side");
        double before = done(page);
        assertThat(before).isPositive();
        page.locator("[data-step]:not([hidden]) [data-move=back]").click();
        settled(page);
        assertThat(done(page)).isGreaterThanOrEqualTo(before);
    }

    private static double done(Page page) {
        return ((Number) page.evaluate("() => document.querySelector('.at-most-now progress').value")).doubleValue();
    }
}
