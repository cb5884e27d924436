package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A threshold changed in the browser, the slip told at its line, and the file kept. */
class SandboxTest extends BrowserTest {

    @Test
    void aThresholdIsChangedAndASlipIsToldAtItsLine() {
        Page page = visitor(WIDE);
        page.navigate("/sandbox");
        look(page, "sandbox-start");
        page.locator("form[action='/sandbox'] button").click();
        String address = page.url();
        page.navigate(address + "?file=advice/facet.drl&line=18");
        page.waitForSelector("#ace .ace_content");
        look(page, "sandbox");
        page.setViewportSize(NARROW, 900);
        noSidewaysScroll(page);
        look(page, "sandbox");
        page.setViewportSize(WIDE, 900);

        page.locator("#ace .ace_text-input").focus();
        page.keyboard().press("End");
        page.keyboard().type("x");
        page.waitForSelector("#faults li");
        assertThat(page.locator("#faults li").first().textContent()).contains("advice/facet.drl");
        page.waitForSelector("#ace .ace_error");
        page.keyboard().press("Backspace");
        page.waitForSelector("#faults:not(:has(li))");
        assertThat(page.locator("#saved").textContent()).isEqualTo("Saved");
        page.reload();
        page.waitForSelector("#ace .ace_content");
        assertThat(page.locator("#text").inputValue()).contains("met( \"pain-12-weeks\" ),");

        page.locator("button[value=check]").click();
        page.waitForSelector("#trial .state");
        page.waitForSelector("#trial .step");
        page.locator("#trial button").click();
        page.waitForFunction("() => document.querySelector('#trial .state').textContent.startsWith('Cancelled')");
        look(page, "sandbox-trial");
    }

    @Test
    void withoutJavaScriptAFileIsAFieldWithAButton() {
        Page page = visitor(NARROW, options -> options.setJavaScriptEnabled(false));
        page.navigate("/sandbox");
        page.locator("form[action='/sandbox'] button").click();
        page.navigate(page.url() + "?file=laws.yaml");
        page.locator("#text").fill("laws: 3\n");
        page.locator("#save").click();
        assertThat(page.locator(".files").textContent()).contains("changed");
        assertThat(page.locator("#text").inputValue()).startsWith("laws: 3");
    }
}
