package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A number as a person types it: the page says how it counts, and never that an answer is saved which it cannot use. */
class TypedNumbersTest extends BrowserTest {

    private static final String AGE = "#q_patient_age-text";
    private static final String READ = "#q_patient_age-read";

    @Test
    void saysHowANumberCountsAndForgetsItOnceTheTextChanges() {
        Page page = begun();
        type(page, "700 months");
        assertThat(page.locator(READ).textContent()).isEqualTo("= 58 years");
        assertThat(page.locator("#saving").textContent()).isEqualTo("Saved");
        look(page, "number-understood");
        page.locator(AGE).press("End");
        page.locator(AGE).pressSequentially(" or so");
        assertThat(page.locator(READ).textContent()).isEmpty();
        page.locator(AGE).blur();
        page.locator("#saving[data-state=refused]").waitFor();
        assertThat(page.locator("#saving").textContent())
                .doesNotContain("Saved")
                .contains("1");
        assertThat(page.locator(AGE).inputValue()).isEqualTo("700 months or so");
        look(page, "number-refused");
        page.reload();
        assertThat(page.locator("#saving").textContent()).doesNotContain("Saved");
        assertThat(page.locator(AGE).inputValue()).isEqualTo("700 months or so");
        type(page, "\uff15\uff18");
        page.locator("#saving[data-state=saved]").waitFor();
        assertThat(page.locator(READ).textContent()).isEqualTo("= 58 years");
    }

    private Page begun() {
        Page page = visitor(WIDE);
        page.navigate("/");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        return page;
    }

    private static void type(Page page, String text) {
        page.locator(AGE).fill(text);
        page.locator(AGE).blur();
        settled(page);
    }
}
