package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;

/** Without a mouse: Tab, arrows, Space and Enter are enough. */
class KeyboardTest extends BrowserTest {

    @Test
    void aWholeIntake() {
        Assessment patient = patient(7);
        Page page = visitor(WIDE);
        Keyboard keys = page.keyboard();
        page.navigate("/");
        tabTo(page, "form.begin button");
        keys.press("Enter");
        page.waitForURL("**/intakes/*");
        tabTo(page, ".switch input");
        keys.press("ArrowRight");
        page.locator(".at-most-now").waitFor();
        for (String field = asked(page, ""); !field.isEmpty(); field = asked(page, field)) {
            give(page, field, patient);
            keys.press("Enter");
        }
        tabTo(page, "[data-step=end] .next");
        keys.press("Enter");
        settled(page);
        assertThat(page.locator("#advice .urgency").first().getAttribute("class"))
                .contains("u-" + ShippedRules.PLAIN.advise(patient).urgency().word());
        tabTo(page, ".folds.group-fold > summary");
        keys.press("Enter");
        tabTo(page, ".fold > summary");
        keys.press("Enter");
        page.locator(".fold .why-all").first().waitFor();
    }

    @Test
    void theChartShowsWhereTheListStands() {
        Page page = visitor(WIDE);
        page.navigate("/");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        page.locator("#steps button[value=pain]").click();
        tabTo(page, "[data-list] input[type=radio]");
        assertThat(page.locator(".shape.focused").first().getAttribute("data-option"))
                .isEqualTo("head-face");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".shape.focused").first().getAttribute("data-option"))
                .isEqualTo("back-of-head");
        assertThat(page.locator(".shape.chosen").first().getAttribute("data-option"))
                .isEqualTo("back-of-head");
        assertThat(page.locator(".ranks text").first().textContent()).isEqualTo("1");
        // A tap on the chart adds a place; the list changes one.
        page.locator(".shape[data-option=knee][data-of-side=right]").first().click();
        until(page, "() => document.querySelectorAll('[data-list]').length === 2");
        settled(page);
        assertThat(page.locator("[data-list='0'] input[value=back-of-head]").isChecked())
                .isTrue();
        assertThat(page.locator("[data-list='1'] input[value=knee]").isChecked())
                .isTrue();
        assertThat(page.locator("[data-field='p1.pain.side'] input[value=right]")
                        .isChecked())
                .isTrue();
        assertThat(page.locator(".shape.chosen[data-option=knee]")
                        .evaluateAll("all => [...new Set(all.map(s => s.dataset.option + ' ' + s.dataset.ofSide))]"))
                .isEqualTo(List.of("knee right"));
    }

    @Test
    void noneAndNotKnownStandAlone() {
        Page page = visitor(WIDE);
        page.navigate("/");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        page.locator("#steps button[value=safety]").click();
        String field = "[data-field='q.safety.fever-or-ill'] ";
        for (String value : List.of("none", "fever", "shivers-or-sweats")) {
            page.locator(field + "label:has(input[value=" + value + "])").click();
        }
        assertThat(ticked(page, field)).isEqualTo(List.of("fever", "shivers-or-sweats"));
        page.locator(field + "label:has(input[value=not-known])").click();
        assertThat(ticked(page, field)).isEqualTo(List.of("not-known"));
        page.locator(field + "label:has(input[value=none])").click();
        assertThat(ticked(page, field)).isEqualTo(List.of("none"));
    }

    @Test
    void whatIsInViewStaysWhereItIsWhenQuestionsComeAndGo() {
        Page page = visitor(NARROW);
        page.navigate("/");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        page.locator("#steps button[value=safety]").click();
        String answer = "[data-field='q.safety.trauma'] label:has(input[value=major])";
        page.locator(answer).scrollIntoViewIfNeeded();
        Object before = page.locator(answer).evaluate("e => Math.round(e.getBoundingClientRect().top)");
        page.locator(answer).click();
        page.locator("[data-field='q.safety.trauma-weeks-ago']:not([hidden])").waitFor();
        settled(page);
        assertThat((int) page.locator(answer).evaluate("e => Math.round(e.getBoundingClientRect().top)"))
                .isCloseTo((int) before, org.assertj.core.data.Offset.offset(2));
        assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("q.safety.trauma");
    }

    private static Object ticked(Page page, String field) {
        return page.locator(field + "input:checked").evaluateAll("all => all.map(i => i.value)");
    }

    private static void give(Page page, String field, Assessment patient) {
        String id = field.substring(field.indexOf('.') + 1);
        Answer answer = (field.startsWith("q.")
                        ? patient.patient()
                        : field.charAt(1) == '0' ? patient.pains().get(0) : Map.<String, Answer>of())
                .get(id);
        Question question = ShippedRules.BOOK.questionnaire().question(id);
        if (answer instanceof Answer.Amount amount
                && page.locator("[data-field='" + field + "'].c-scale").count() == 0) {
            page.keyboard().type(AnswerFormat.text(amount.value()));
            return;
        }
        Set<String> wanted = answer instanceof Answer.Choice choice
                ? Set.of(choice.option())
                : answer instanceof Answer.Choices several
                        ? several.options()
                        : answer instanceof Answer.Amount amount
                                ? Set.of(AnswerFormat.text(amount.value()))
                                : Set.of(AnswerFormat.NOT_KNOWN);
        for (String value : wanted) {
            for (int i = 0; i < 40 && !value.equals(page.evaluate("() => document.activeElement.value")); i++) {
                page.keyboard()
                        .press(
                                question.type() == Question.Type.CHOICES
                                                || question.type().isNumber() && answer == null
                                        ? "Tab"
                                        : "ArrowDown");
            }
            if (!Boolean.TRUE.equals(page.evaluate("() => document.activeElement.checked"))) {
                page.keyboard().press("Space");
            }
            if (wanted.size() > 1) {
                tabTo(page, "[data-field='" + field + "'] input");
            }
        }
    }

    /** The field of the next question, once the focus has come to it by itself; empty where the focus has come to the end. */
    private static String asked(Page page, String before) {
        String arrived = "(document.activeElement.closest('[data-field]')?.dataset.field || '')";
        String next = "(document.getElementById('live').dataset.ask || '')";
        until(
                page,
                "was => document.querySelector('#interrupt[open]') || " + next + " !== was && " + next + " === "
                        + arrived,
                before);
        seen(page);
        if (page.locator("#interrupt[open]").count() > 0) {
            read(page);
            page.keyboard().press("Escape");
            until(page, "was => " + next + " !== was && " + next + " === " + arrived, before);
        }
        return (String) page.evaluate("() => " + next);
    }

    /** Presses Tab until something that fits has the focus; a keyboard user has no other way. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 120; i++) {
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never reaches " + selector);
    }
}
