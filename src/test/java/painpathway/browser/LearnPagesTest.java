package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One page of each kind for educators, looked at by axe and kept as a picture, at a desk and on a phone. */
class LearnPagesTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/learn",
                "/rules",
                "/laws",
                "/cases",
                "/cases?intervention=facet-joint-injection&verdict=candidate",
                "/search?q=facett",
                "/interventions/facet-joint-injection",
                "/rules/facet-01",
                "/patterns/facet-like-pain",
                "/criteria/pain-12-weeks",
                "/questions/pain.weeks",
                "/red-flags/cauda-equina",
                "/obstacles/minor",
                "/checks/specialist-opinion",
                "/stances/facet-injection",
                "/notes/F-FACET-38",
                "/sources/cgs-facet-checklist",
                "/facts/F-FACET-38",
                "/cases/facet-001"
            })
    void readsWellAtADeskAndOnAPhone(String address) {
        Page page = visitor(WIDE);
        page.navigate(address);
        String name = "learn" + address.replaceAll("[^a-z0-9]+", "-");
        for (int width : new int[] {WIDE, NARROW}) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate(
                            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("sideways scroll of %s at %d", address, width)
                    .isEqualTo(0);
            look(page, name);
        }
    }

    @Test
    void isReadableInTheDark() {
        Page page = visitor(WIDE, options -> options.setColorScheme(ColorScheme.DARK));
        page.navigate("/interventions/facet-joint-injection");
        look(page, "learn-dark");
    }

    @Test
    void fromTheHeaderToARuleByTheSearchBox() {
        Page page = visitor(WIDE);
        page.navigate("/");
        page.locator(".site-nav a[href='/learn']").click();
        page.locator("#q").fill("facet-01");
        page.keyboard().press("Enter");
        page.locator("main .links a").first().click();
        assertThat(page.url()).endsWith("/rules/facet-01");
        page.locator(".written a[href='/criteria/pain-12-weeks']").click();
        assertThat(page.locator("main .what").textContent()).contains("Criterion", "pain-12-weeks");
    }
}
