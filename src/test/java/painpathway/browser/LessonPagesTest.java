package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons read and shown to a room, published patients, and the review pack. */
class LessonPagesTest extends BrowserTest {

    private static final String BLOCK = "/lessons/why-one-good-block-is-not-enough";

    @ParameterizedTest
    @ValueSource(
            strings = {
                BLOCK,
                BLOCK + "?present",
                BLOCK + "?part=5&present",
                "/lessons",
                "/cases/published-05a",
                "/cases?published=all",
                "/cases/published-05a?present",
                "/rules/rf-01?present",
                "/review",
                "/review?family=criteria/prior",
                "/review?family=red-flags",
                "/review?family=stances"
            })
    void readsWellAtADeskAndOnAPhone(String address) {
        Page page = visitor(WIDE);
        page.navigate(address);
        for (int width : new int[] {WIDE, NARROW}) {
            page.setViewportSize(width, 900);
            noSidewaysScroll(page);
            look(page, "lesson" + address.replaceAll("[^a-z0-9]+", "-"));
        }
    }

    @Test
    void isReadableInTheDark() {
        Page page = visitor(WIDE, options -> options.setColorScheme(ColorScheme.DARK));
        page.navigate(BLOCK + "?part=4&present");
        look(page, "lesson-present-dark");
        page.navigate("/review?family=stances");
        look(page, "review-dark");
    }

    /** Part by part with the arrow keys; every link is clicked, keeps the large letters, and leads to a page. */
    @ParameterizedTest
    @ValueSource(strings = {BLOCK, "/lessons/unknown-is-not-no", "/lessons/what-a-brochure-does-not-say"})
    void aLessonIsShownToARoomClickByClick(String lesson) {
        Page page = visitor(WIDE);
        page.navigate(lesson);
        int parts = page.locator(".contents a").count();
        page.locator(".lead .button").click();
        List<Integer> failed = new ArrayList<>();
        page.onResponse(response -> {
            if (response.status() >= 400) {
                failed.add(response.status());
            }
        });
        int clicked = 0;
        for (int part = 0; part <= parts; part++) {
            assertThat(page.locator(".turn span").textContent()).isEqualTo(part + " of " + parts);
            assertThat(smallest(page)).isGreaterThanOrEqualTo(24);
            for (int i = 0; i < page.locator(".text a").count(); i++) {
                revealed(page);
                String to = page.locator(".text a").nth(i).getAttribute("href");
                page.locator(".text a").nth(i).click();
                page.waitForURL(url -> url.contains("present") && url.contains(to.replaceAll("[?#].*", "")));
                assertThat(page.locator("h1").textContent()).as(to).isNotBlank();
                assertThat(page.locator(".site-nav").isVisible()).as(to).isFalse();
                page.goBack();
                clicked++;
            }
            revealed(page);
            if (part < parts) {
                page.keyboard().press("ArrowRight");
                page.waitForURL("**part=" + (part + 1) + "**");
            }
        }
        assertThat(clicked).isGreaterThan(5);
        assertThat(failed).isEmpty();
        page.keyboard().press("ArrowLeft");
        page.waitForURL("**part=" + (parts - 1) + "**");
        page.keyboard().press("Escape");
        page.waitForURL(url -> !url.contains("present"));
        assertThat(page.locator(".site-nav").isVisible()).isTrue();
    }

    /** What follows a question to the class is shown key by key. */
    private static void revealed(Page page) {
        while (page.locator(".lesson > .text > [hidden]").count() > 0) {
            page.keyboard().press("ArrowRight");
        }
    }

    @Test
    void theAnswerIsHiddenUntilTheClassHasGuessed() {
        Page page = visitor(WIDE);
        page.navigate(BLOCK + "?part=3&present");
        assertThat(page.locator(".text").innerText()).contains("Ask the class").doesNotContain("conditional");
        page.getByText("Show the answer").click();
        assertThat(page.locator(".text").innerText()).contains("conditional");
        page.navigate(BLOCK);
        assertThat(page.locator(".text").last().isVisible()).isTrue();
    }

    @Test
    void theStepsOfACaseAreWalkedInLargeLetters() {
        Page page = visitor(WIDE);
        page.navigate("/cases/facet-044/steps?at=1&present");
        look(page, "lesson-steps-present");
        page.keyboard().press("ArrowRight");
        page.waitForURL(url -> url.contains("at=2") && url.contains("present"));
        assertThat(smallest(page)).isGreaterThanOrEqualTo(24);
        page.keyboard().press("ArrowLeft");
        page.waitForURL(url -> url.contains("at=1") && url.contains("present"));
        page.navigate("/cases/facet-044/steps?of=radiofrequency-ablation&present");
        look(page, "lesson-steps-decided-present");
        noSidewaysScroll(page);
        page.navigate("/cases/facet-044/what-if?present");
        look(page, "lesson-what-if-present");
        noSidewaysScroll(page);
        page.keyboard().press("Escape");
        page.waitForURL(url -> !url.contains("present"));
    }

    private static double smallest(Page page) {
        return ((Number) page.evaluate("""
                () => Math.min(...[...document.querySelectorAll('main *')]
                  .filter(e => e.offsetParent && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                  .map(e => parseFloat(getComputedStyle(e).fontSize)))""")).doubleValue();
    }

    @Test
    void thePackPrintsWithBoxesAndLinesAndWithoutTheFilter() {
        Page page = visitor(WIDE);
        page.navigate("/review");
        page.locator("select[name=family]").selectOption("advice/facet");
        page.locator(".filter .button").click();
        assertThat(page.locator(".to-review").count()).isPositive();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".filter").isVisible()).isFalse();
        assertThat(page.locator(".to-review .sign").first().isVisible()).isTrue();
        picture(page, "review-printed");
    }

    @Test
    void publishedPatientsAreFoundByTheFilter() {
        Page page = visitor(WIDE);
        page.navigate("/cases");
        page.locator("select[name=published]").selectOption("disagrees");
        page.locator(".filter .button").click();
        page.locator("main .links a").first().click();
        assertThat(page.locator("main .tags").textContent()).contains("published patient", "advice disagrees");
        page.locator(".present-link").click();
        page.waitForURL("**present**");
        assertThat(smallest(page)).isGreaterThanOrEqualTo(24);
    }
}
