package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question that has just come up takes no answer: nobody answers a question that they have not seen. */
class UnseenTest extends BrowserTest {

    private static final String ASKED = "() => document.getElementById('live').dataset.ask";

    @Override
    boolean hurried() {
        return false;
    }

    /** A point on an option that goes on by itself and, on the question after it, lies on an option again. */
    private record Trap(int question, double x, double y) {}

    /** The second of two quick taps lands on an option of the next question. */
    @ParameterizedTest
    @CsvSource({"50, false", "120, false", "180, false", "350, false", "120, true", "180, true", "350, true"})
    void aSecondTapAnswersNothingWhenLed(int pause, boolean touch) {
        Trap trap = trap(touch);
        Page page = led(touch);
        for (int i = 0; i < trap.question; i++) {
            goOn(page);
        }
        List<String> before = answered(page);
        page.waitForTimeout(600);
        press(page, trap.x, trap.y, touch);
        page.waitForTimeout(pause);
        press(page, trap.x, trap.y, touch);
        page.waitForTimeout(900);
        settled(page);
        assertThat(answered(page))
                .as("answers after two taps %d ms apart", pause)
                .hasSize(before.size() + 1);
    }

    private Trap trap(boolean touch) {
        Page page = led(touch);
        for (int i = 0; i < 12; i++) {
            BoundingBox chosen = goOn(page);
            double x = chosen.x + chosen.width / 2;
            double y = chosen.y + chosen.height / 2;
            boolean hits = page.locator("[data-field='" + asked(page) + "'] label:visible").all().stream()
                    .map(Locator::boundingBox)
                    .anyMatch(b -> b.x < x && x < b.x + b.width && b.y < y && y < b.y + b.height);
            if (hits) {
                return new Trap(i, x, y);
            }
        }
        throw new AssertionError("no question has an option where the one before it had one");
    }

    /** Answers the question with an option that goes on by itself; tells where it was. */
    private static BoundingBox goOn(Page page) {
        String field = asked(page);
        page.waitForTimeout(600);
        Locator option = page.locator(
                        "[data-field='" + field + "'] label:visible:has(input[type=radio], input[data-alone=true])")
                .first();
        BoundingBox at = option.boundingBox();
        option.click();
        until(page, "was => document.getElementById('live').dataset.ask !== was", field);
        settled(page);
        return at;
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 180, 350})
    void aSecondTapOnNextPassesNoSection(int pause) {
        Page page = visitor(WIDE);
        begin(page);
        BoundingBox next = page.locator("[data-step]:not([hidden]) .moves .next.by-section")
                .boundingBox();
        page.waitForTimeout(600);
        press(page, next);
        String second = at(page);
        page.waitForTimeout(pause);
        press(page, next);
        page.waitForTimeout(100);
        assertThat(at(page)).isEqualTo(second);
        assertThat(answered(page)).isEmpty();
    }

    @Test
    void twoQuickClicksOnBeginAnswerNothing() {
        Page page = visitor(WIDE);
        page.navigate("/");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        until(page, "() => !!document.querySelector('[data-step]:not([hidden]) .question')");
        BoundingBox first = page.locator("[data-step]:not([hidden]) .question label:visible")
                .first()
                .boundingBox();
        press(page, first);
        settled(page);
        assertThat(answered(page)).isEmpty();
    }

    @Test
    void aPressThatBeganElsewhereIsNoAnswer() {
        Page page = visitor(WIDE);
        begin(page);
        page.waitForTimeout(600);
        List<Locator> questions = page.locator("[data-step]:not([hidden]) .question:not([hidden])")
                .all();
        BoundingBox from = questions.get(0).boundingBox();
        page.mouse().move(from.x + 10, from.y + 10);
        page.mouse().down();
        BoundingBox to = page.locator("[data-step]:not([hidden]) .question label:visible")
                .nth(2)
                .boundingBox();
        page.mouse().move(to.x + to.width / 2, to.y + to.height / 2);
        page.mouse().up();
        settled(page);
        assertThat(answered(page)).isEmpty();
    }

    /** Half a number is worse than none: what is typed before the question is seen is lost whole, what is typed later is kept. */
    @Test
    void aNumberTypedTooSoonIsNotCutInHalf() {
        Page page = visitor(WIDE);
        begin(page);
        Locator age = page.locator("[data-field='q.patient.age'] input[type=text]");
        age.focus();
        page.reload();
        until(page, "() => document.activeElement !== null && !!document.querySelector('#live')");
        age.focus();
        page.keyboard().press("5");
        page.waitForTimeout(300);
        page.keyboard().press("8");
        assertThat(age.inputValue()).isEmpty();
        page.waitForTimeout(700);
        page.keyboard().type("58");
        assertThat(age.inputValue()).isEqualTo("58");
    }

    @Test
    void enterThatIsHeldDownPassesOneQuestionOnly() {
        Page page = led(false);
        goOn(page);
        String field = asked(page);
        page.waitForTimeout(600);
        // Above a long list stands the box to search it.
        page.locator("[data-field='" + field + "'] input:not([type=search])")
                .first()
                .focus();
        page.keyboard().press("Space");
        page.keyboard().down("Enter");
        for (int i = 0; i < 10; i++) {
            page.waitForTimeout(60);
            // Down again without up is what a held key sends.
            page.keyboard().down("Enter");
        }
        page.keyboard().up("Enter");
        page.waitForTimeout(300);
        assertThat(answered(page)).hasSize(2);
    }

    @Test
    void aTapOnItsWayDoesNotPutAWarningSignAwayUnread() {
        Page page = visitor(NARROW);
        begin(page);
        page.locator("#steps button[value=safety]").click();
        page.waitForTimeout(600);
        page.evaluate("""
                () => new MutationObserver(() => { document.body.dataset.tapped = 'yes'; document.querySelector('[data-close=interrupt]').click(); })
                        .observe(document.getElementById('interrupt'), {attributeFilter: ['open']})""");
        page.locator("[data-field='q.safety.bladder-bowel-saddle'] label:has(input[value=urine])")
                .click();
        page.locator("#ask-first").waitFor();
        page.waitForTimeout(600);
        page.locator("[data-field='q.safety.bladder-bowel-onset'] label:has(input[value=within-14-days])")
                .click();
        page.locator("#interrupt[open]").waitFor();
        assertThat(page.locator("body").getAttribute("data-tapped")).isEqualTo("yes");
        settled(page);
        page.waitForTimeout(600);
        page.locator("[data-close=interrupt]").click();
        assertThat(page.locator("#interrupt[open]").count()).isZero();
    }

    private static void begin(Page page) {
        page.navigate("/");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        settled(page);
    }

    private Page led(boolean touch) {
        Page page = touch ? visitor(NARROW, options -> options.setHasTouch(true)) : visitor(WIDE);
        begin(page);
        page.locator(".switch label").nth(1).click();
        until(page, "() => document.getElementById('ask').value !== ''");
        settled(page);
        return page;
    }

    private static void press(Page page, BoundingBox at) {
        press(page, at.x + at.width / 2, at.y + at.height / 2, false);
    }

    private static void press(Page page, double x, double y, boolean touch) {
        if (touch) {
            page.touchscreen().tap(x, y);
        } else {
            page.mouse().click(x, y);
        }
    }

    private static String asked(Page page) {
        return (String) page.evaluate(ASKED);
    }

    private static String at(Page page) {
        return page.locator("#desk").getAttribute("data-at");
    }

    /** The fields that hold an answer. */
    @SuppressWarnings("unchecked")
    private static List<String> answered(Page page) {
        return (List<String>)
                page.evaluate(
                        "() => [...new Set([...document.querySelectorAll('.question input')].filter(i => i.type === 'text' ? i.value : i.checked).map(i => i.name))]");
    }
}
