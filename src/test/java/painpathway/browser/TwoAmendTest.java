package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people amend one record, and two add a place at the same time: what the second one sees, and how it goes on. */
class TwoAmendTest extends BrowserTest {

    private static final String BLADDER = "q.safety.bladder-bowel-saddle";

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void whoeverClosesSecondSeesTheDifferenceAndGoesOnWithBoth(int width) {
        Page other = visitor(WIDE);
        other.navigate("/");
        other.locator(".sample").first().click();
        other.waitForURL("**/intakes/*");
        close(other, "**/records/*");
        String record = other.url();
        Page mine = visitor(width);
        amend(mine, record, "AB");
        amend(other, record, "CD");
        tick(other, BLADDER, "urine");
        close(other, "**/records/*");
        String second = other.url();

        tick(mine, BLADDER, "stool");
        close(mine, "**/overtaken");
        look(mine, "overtaken");
        mine.locator(".carry-over button[type=submit]").click();
        assertThat(mine.url()).as("the browser asks for the choice").endsWith("/overtaken");
        mine.locator(".choice label").first().click();
        mine.locator(".carry-over button[type=submit]").click();
        until(mine, "() => document.getElementById('desk') !== null");
        settled(mine);
        look(mine, "carried-over");
        mine.navigate("/records?samples=show&kind=unhandled");
        Locator unhandled = mine.locator(".entries a[href$='" + second.substring(second.indexOf("/records/")) + "']");
        assertThat(unhandled.count()).isEqualTo(1);
        mine.goBack();
        close(mine, "**/records/*");
        look(mine, "record-with-others-open");
        mine.navigate("/records?samples=show&kind=unhandled");
        assertThat(unhandled.count()).as("still there after a later version").isEqualTo(1);
        look(mine, "worklist-amended");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void aSeventhPlaceIsShownAndCanBeRemoved(int width) {
        Page one = visitor(width);
        one.navigate(
                "/?p0.pain.site=knee&p1.pain.site=hip&p2.pain.site=neck&p3.pain.site=shoulder&p4.pain.site=low-back");
        one.locator(".begin button").click();
        one.waitForURL("**/intakes/*");
        String draft = one.url().replaceAll("[?#].*", "");
        one.navigate(draft + "?at=pain");
        Page other = visitor(WIDE);
        other.navigate(draft + "?at=pain");
        for (Page page : new Page[] {one, other}) {
            page.locator(".add-place").click();
            page.waitForLoadState();
            settled(page);
        }
        one.navigate(draft + "?at=pain");
        assertThat(one.locator(".surplus").textContent()).contains("Place 7");
        look(one, "surplus");
        one.locator(".surplus button[name=remove]").click();
        one.waitForLoadState();
        settled(one);
        assertThat(one.locator(".surplus").count()).isZero();
        assertThat(one.locator(".place-card").count()).isEqualTo(6);
    }

    private static void amend(Page page, String record, String who) {
        page.navigate(record);
        amend(page, who);
        page.navigate(page.url().replaceAll("[?#].*", "") + "?at=safety");
    }

    private static void tick(Page page, String field, String value) {
        page.locator("[data-field='" + field + "'] label:has(input[value='" + value + "'])")
                .click();
        settled(page);
        read(page);
        if (page.locator("#interrupt[open]").count() > 0) {
            page.locator("[data-close=interrupt]").click();
        }
        page.locator("#steps button[value=advice]").click();
    }
}
