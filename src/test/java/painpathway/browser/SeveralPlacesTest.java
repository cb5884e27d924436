package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Up to six painful places beside each other, without repeating oneself. */
class SeveralPlacesTest extends BrowserTest {

    private static final String[] SIX = {"low-back", "neck", "knee", "shoulder", "hip", "upper-mid-back"};

    private Page intake(int width) {
        return begun(width, "/");
    }

    private Page begun(int width, String start) {
        Page page = visitor(width);
        page.navigate(start);
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        page.navigate(page.url().replaceAll("[?#].*", "") + "?at=pain");
        seen(page);
        return page;
    }

    private static void tap(Page page, String site, int places) {
        seen(page);
        page.locator(".shape[data-option=" + site + "]").first().click();
        until(page, "n => document.querySelectorAll('[data-list]').length === n", places);
        settled(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW, 320})
    void aTapOnTheChartAddsAPlaceAndNeverReplacesOne(int width) {
        // Taps add the second and the last; those between come with the link.
        Page page = intake(width);
        tap(page, SIX[0], 1);
        tap(page, SIX[1], 2);
        assertThat(sites(page)).containsExactly(SIX[0], SIX[1]);
        page = begun(
                width,
                "/?"
                        + IntStream.range(0, 5)
                                .mapToObj(i -> "p" + i + ".pain.site=" + SIX[i])
                                .collect(Collectors.joining("&")));
        tap(page, SIX[5], 6);
        assertThat(sites(page)).containsExactly(SIX);
        assertThat(page.locator(".add-place").count()).isZero();
        seen(page);
        page.locator(".shape[data-option=abdomen]").first().click();
        assertThat(page.locator("#chart-says").textContent()).contains("no more places");
        assertThat(sites(page)).containsExactly(SIX);
        assertThat(page.locator("[data-step=pain] .group-tabs .place-tab:not([hidden])")
                        .count())
                .isEqualTo(SIX.length);
        look(page, "six-places");
    }

    @SuppressWarnings("unchecked")
    private static List<String> sites(Page page) {
        return (List<String>)
                page.evaluate(
                        "() => [...document.querySelectorAll('[data-list] input[name$=\\'pain.site\\']:checked')].map(i => i.value)");
    }

    @Test
    void aTapOnAPlaceThatIsChosenShowsItsList() {
        Page page = intake(WIDE);
        tap(page, "low-back", 1);
        tap(page, "neck", 2);
        tap(page, "low-back", 2);
        assertThat(page.locator("[data-tab='0']").getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(sites(page)).containsExactly("low-back", "neck");
    }

    @Test
    void aPartThatCannotBePickedSaysSo() {
        Page page = intake(WIDE);
        page.locator("[data-figure=front] .body").dispatchEvent("click");
        assertThat(page.locator("#chart-says").textContent()).contains("nearest place");
        assertThat(sites(page)).isEmpty();
    }

    @Test
    void oneTapAnswersAboutTheSecondPlaceAsAboutTheFirst() {
        Page page = intake(WIDE);
        tap(page, "low-back", 1);
        tap(page, "neck", 2);
        seen(page);
        page.locator("[data-field='p0.pain.quality'] label").nth(1).click();
        settled(page);
        Locator second = page.locator("[data-step=pain] [data-group-tab='1']");
        page.locator("[data-step=pain] [data-group-tab='1']:has-text('left')").waitFor();
        second.click();
        seen(page);
        Locator field = page.locator("[data-field='p1.pain.quality']");
        assertThat(field.isVisible()).isTrue();
        assertThat(page.locator("[data-field='p0.pain.quality']").isVisible()).isFalse();
        assertThat(field.locator("input:checked").count()).isZero();
        page.locator("[data-step=pain] [data-group='1'] .same").click();
        until(page, "() => document.querySelectorAll('[data-field=\"p1.pain.quality\"] input:checked').length === 1");
        assertThat(sites(page)).containsExactly("low-back", "neck");
        assertThat(page.locator("[data-field='p1.pain.side'] input:checked").count())
                .isZero();
        look(page, "same-as-first");
    }

    /** What applies to several places alike is told once; the fourth is named. */
    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void theAdviceTellsOnceWhatIsTheSame(int width) {
        Page page = begun(width, "/?p0.pain.site=low-back&p1.pain.site=neck&p2.pain.site=knee");
        tap(page, SIX[3], 4);
        page.navigate(page.url().replaceAll("[?#].*", "") + "?at=advice");
        settled(page);
        assertThat(page.locator(".answer-first").textContent()).contains("Place 4: Shoulder");
        List<String> names = page.locator("#advice .fold h3").allTextContents();
        assertThat(names).isNotEmpty();
        assertThat(page.locator("#advice .fold").count())
                .isLessThan(3 * names.stream().distinct().toList().size());
        Locator shared = page.locator("#advice .fold:has(.of-place)").first();
        page.locator("#advice .folds.group-fold > summary").all().forEach(Locator::click);
        shared.locator("> summary").click();
        shared.locator(".inside:not([data-fill])").first().waitFor();
        look(page, "advice-several-places");
    }
}
