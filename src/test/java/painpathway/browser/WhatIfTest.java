package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changing the answers of a case, sweeping over one of them, and comparing two cases. */
class WhatIfTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "changed, /cases/facet-001/what-if?c=p0.pain.weeks:8&near=facet-joint-injection",
        "editing, /cases/facet-001/what-if?edit=p0.pain.site",
        "strip, /cases/facet-001/sweep?of=p0.pain.weeks",
        "options, /cases/facet-001/sweep?of=p0.pain.site",
        "grid, /cases/facet-001/sweep?of=p0.pain.weeks&by=p0.pain.average&about=facet-joint-injection",
        "pairs, /compare",
        "compared, /compare?a=facet-001&b=facet-004"
    })
    void readsWellAtADeskAndOnAPhone(String name, String address) {
        Page page = visitor(WIDE);
        page.navigate(address);
        for (int width : new int[] {WIDE, NARROW}) {
            page.setViewportSize(width, 900);
            noSidewaysScroll(page);
            look(page, "what-if-" + name);
        }
    }

    @Test
    void anAnswerIsChangedInPlaceAndTheTrailLeadsBack() {
        Page page = visitor(WIDE);
        page.navigate("/cases/facet-001/what-if");
        page.locator("#p0_pain_weeks-edit").focus();
        page.keyboard().press("Enter");
        page.waitForSelector(".editor input[type=text]");
        page.locator(".editor input[type=text]").fill("8");
        page.keyboard().press("Enter");
        page.waitForSelector(".trail li");
        assertThat(page.url()).endsWith("c=p0.pain.weeks:8");
        page.waitForFunction("() => document.getElementById('what-if-said').textContent.includes('2 verdicts differ')");
        assertThat(page.locator(".differing").textContent()).contains("Facet joint injection", "not indicated");
        page.locator(".trail a").first().click();
        page.waitForSelector(
                ".trail",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(page.locator("#outcome").textContent()).contains("Nothing has been changed yet");
    }
}
