package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stepping through the run of the rules over a case. */
class StepsPageTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({"start, at=0", "rule, of=facet-joint-injection", "judging, at=999&of=facet-joint-injection"})
    void readsWellAtADeskAndOnAPhone(String name, String where) {
        Page page = visitor(WIDE);
        page.navigate("/cases/facet-001/steps?" + where);
        for (int width : new int[] {WIDE, NARROW}) {
            page.setViewportSize(width, 900);
            noSidewaysScroll(page);
            look(page, "steps-" + name);
        }
    }

    @Test
    void theKeysTheSliderAndTheLinksWalkThroughTheRun() {
        Page page = visitor(WIDE);
        page.navigate("/cases/facet-001/steps");
        assertThat(page.locator("#said").textContent()).contains("answers come first");
        page.keyboard().press("ArrowRight");
        shows(page, 1);
        assertThat(page.url()).endsWith("/steps?at=1&place=1");
        assertThat(page.title()).contains("Step 1");
        page.keyboard().press("v");
        page.waitForFunction("() => !document.getElementById('at-label').textContent.startsWith('Step 1 ')");
        assertThat(page.locator(".standings .changed").count()).isPositive();
        page.keyboard().press("End");
        page.waitForSelector(".judged");
        page.keyboard().press("Home");
        shows(page, 0);
        page.goBack();
        page.waitForSelector(".judged");
        page.locator("#at").fill("3");
        page.locator("#at").dispatchEvent("change");
        shows(page, 3);
        page.waitForFunction("() => document.getElementById('step-said').textContent.startsWith('Step 3 of')");
        page.reload();
        assertThat(page.locator("#at-label").textContent()).startsWith("Step 3 of");
    }

    private static void shows(Page page, int step) {
        page.waitForFunction(
                "s => document.getElementById('at-label').textContent.startsWith(s)", "Step " + step + " of");
    }

    @Test
    void fromACaseToTheStepThatDecidedAnIntervention() {
        Page page = visitor(WIDE);
        page.navigate("/cases/facet-001");
        page.locator(".ways a").first().click();
        page.locator("summary", new Page.LocatorOptions().setHasText("Go to the step"))
                .click();
        page.locator("details[open] .standings a[href*='of=facet-joint-injection']")
                .click();
        assertThat(page.locator(".firing .sentence").textContent()).contains("facet joint injection");
        assertThat(page.locator(".adds .changed").textContent()).contains("candidate");
    }

    @Test
    void withoutJavaScriptEveryStepIsALink() {
        Page page = visitor(WIDE, options -> options.setJavaScriptEnabled(false));
        page.navigate("/cases/facet-001/steps");
        page.locator("#step-next").click();
        assertThat(page.locator("#at-label").textContent()).startsWith("Step 1 of");
        page.locator(".slider button").click();
        assertThat(page.locator("#at-label").textContent()).startsWith("Step 1 of");
    }
}
