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
        assertThat(page.locator(PRIOR + ".option-group .option:visible").count()).isEqualTo(9);
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
        Locator why = page.locator("[data-field='q.medicine.blood-thinner'] .changes").first();
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
}
