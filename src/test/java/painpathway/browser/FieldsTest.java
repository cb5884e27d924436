package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in and beside an answer: long lists with a filter, why it is asked, notes and sums. */
class FieldsTest extends BrowserTest {

    private static final String SITE = "[data-field='p0.pain.site'] ";
    private static final String PRIOR = "[data-field='p0.prior.procedures'] ";

    private Page intake(int width, String section) {
        Page page = visitor(width);
        page.navigate("/");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        page.navigate(page.url().replaceAll("\\?.*", "") + "?at=" + section);
        return page;
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW, 320})
    void aLongListIsSearchedByTheWordsOfTheReport(int width) {
        Page page = intake(width, "prior");
        look(page, "list");
        Locator find = page.locator(PRIOR + "input[type=search]");
        page.locator(PRIOR + "label:has(input[value=epidural])").click();
        settled(page);
        find.fill("RHIZ");
        assertThat(page.locator(PRIOR + ".option-group .option:visible input")
                        .evaluateAll("inputs => inputs.map(i => i.value)")
                        .toString())
                .isEqualTo("[radiofrequency, epidural]");
        find.press("Enter");
        settled(page);
        assertThat(page.locator("#desk").getAttribute("data-at")).isEqualTo("prior");
        find.press("Escape");
        assertThat(page.locator(PRIOR + ".option-group .option:visible").count())
                .isEqualTo(9);
        find.fill("zzz");
        assertThat(page.locator(PRIOR + ".find [role=status]").textContent()).isNotBlank();
        // Taking the answer back takes back the answer, not the filter.
        page.locator(PRIOR + ".clear").click();
        settled(page);
        page.reload();
        assertThat(page.locator(PRIOR + "input:checked").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void whyItIsAskedIsSaidFirst(int width) {
        Page page = intake(width, "medicine");
        page.locator("[data-field='q.medicine.blood-thinner'] .why-link").click();
        Locator why =
                page.locator("[data-field='q.medicine.blood-thinner'] .changes").first();
        why.waitFor();
        assertThat(why.locator(".why-said").textContent()).startsWith("Blood thinners decide");
        assertThat(why.locator("li").first().isVisible()).isFalse();
        why.locator("summary").click();
        assertThat(why.locator("li").first().isVisible()).isTrue();
        look(page, "why");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void thePlacesAreInGroups(int width) {
        Page page = intake(width, "pain");
        assertThat(page.locator(SITE + ".group-name").count()).isGreaterThan(4);
        look(page, "places-in-groups");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW, 320})
    void aDoseIsWorkedOutAndTakenOver(int width) {
        Page page = intake(width, "care");
        page.locator("[data-field='p0.care.medicines-weeks'] input[type=text]").fill("10");
        page.locator("[data-field='p0.care.medicines-weeks'] input[type=text]").blur();
        settled(page);
        page.locator("#steps button[value=opioid]").click();
        Locator question = page.locator("[data-field='q.opioid.daily-dose']");
        question.locator(".sum summary").click();
        question.locator("select").first().selectOption("oxycodone");
        question.locator("input[name$='1.dose']").fill("10");
        question.locator("input[name$='1.times']").fill("2");
        question.locator("input[name$='1.times']").press("Enter");
        settled(page);
        question.locator("select").nth(1).selectOption("fentanyl-patch");
        question.locator("input[name$='2.dose']").fill("12,5");
        question.locator("input[name$='2.dose']").blur();
        settled(page);
        look(page, "sum");
        // 10 x 2 x 1.5 + 12.5 x 2.4
        assertThat(question.locator(".sum-result b").textContent()).isEqualTo("Sum: 60 mg/day");
        question.locator("button[name=fill]").click();
        settled(page);
        page.reload();
        assertThat(question.locator("input[type=text]").inputValue()).isEqualTo("60");
        assertThat(question.locator(".sum").getAttribute("open")).isNotNull();
        assertThat(question.locator("select").first().inputValue()).isEqualTo("oxycodone");
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        // A second dose that is begun and not finished takes the offer back, and leaves the answer alone.
        question.locator("input[name$='1.times']").fill("");
        question.locator("input[name$='1.times']").blur();
        settled(page);
        assertThat(question.locator("button[name=fill]").count()).isZero();
        assertThat(question.locator("input[type=text]").inputValue()).isEqualTo("60");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void aNoteComesWithItsAnswerAndStays(int width) {
        Page page = intake(width, "medicine");
        Locator note = page.locator("[name='q.note.medicine.blood-thinner']");
        assertThat(note.isVisible()).isFalse();
        page.locator("[data-field='q.medicine.blood-thinner'] label:has(input[value=doac])")
                .click();
        settled(page);
        note.fill("Apixaban\nmorning and evening");
        note.blur();
        settled(page);
        page.locator("[data-step=medicine] > .note summary").click();
        look(page, "note");
        page.locator("[data-field='q.medicine.blood-thinner'] .option.none").click();
        settled(page);
        page.reload();
        assertThat(note.isVisible()).isTrue();
        assertThat(note.inputValue()).isEqualTo("Apixaban\nmorning and evening");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void aUnitIsPickedOrTypedAndBothAgree(int width) {
        Page page = intake(width, "pain");
        Locator question = page.locator("[data-field='p0.pain.weeks']");
        Locator text = question.locator("input[type=text]");
        Locator unit = question.locator(".unit-pick");
        assertThat(text.getAttribute("inputmode")).isEqualTo("numeric");
        // Picked first, then typed digit by digit.
        unit.selectOption("months");
        text.pressSequentially("18");
        assertThat(text.inputValue()).isEqualTo("18 months");
        text.blur();
        settled(page);
        assertThat(question.locator(".understood").textContent()).contains("78 weeks");
        // Typed: the picker follows.
        text.fill("2 years");
        assertThat(unit.inputValue()).isEqualTo("years");
        text.fill("1 year 3 months");
        assertThat(unit.inputValue()).isEqualTo("?");
        text.fill("30 weeks");
        assertThat(unit.inputValue()).isEmpty();
        // Picked after it was typed.
        text.fill("7");
        unit.selectOption("months");
        settled(page);
        look(page, "units");
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        page.reload();
        assertThat(text.inputValue()).isEqualTo("7 months");
        assertThat(unit.inputValue()).isEqualTo("months");
        text.press("End");
        for (int i = 0; i < 7; i++) {
            text.press("Backspace");
        }
        assertThat(text.inputValue().strip()).isEqualTo("7");
        assertThat(unit.inputValue()).isEmpty();
    }
}
