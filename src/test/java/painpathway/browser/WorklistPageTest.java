package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worklist as a table and as cards, references in any script, and buttons pressed twice. */
class WorklistPageTest extends BrowserTest {

    private static final int SMALLEST = 320;
    private static final List<String> REFERENCES = List.of(
            "\uae40\ubbfc\uc900-1",
            "\u0645\u062d\u0645\u062f 12",
            "\u05e9\u05dc\u05d5\u05dd 7",
            "\u0930\u093e\u092e \u0938\u093f\u0902\u0939",
            "\ud83e\uddb4\ud83d\udc69\u200d\u2695\ufe0f",
            "K-" + "1234567890".repeat(7));

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW, SMALLEST})
    void aReferenceInAnyScriptComesOutAndIsFound(int width) {
        Page page = visitor(width);
        for (String reference : REFERENCES) {
            begin(page, reference);
            page.navigate("/records");
            page.locator(".search input[type=search]").fill(reference.substring(0, reference.length() - 1));
            page.locator(".search button").click();
            assertThat(page.locator(".entries th bdi").allTextContents()).contains(reference);
        }
        page.navigate("/records");
        look(page, "worklist-table");
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing scrolls sideways at %d", width)
                .isEqualTo(true);
    }

    @Test
    void beginAmendAndClosePressedTwiceDoItOnce() {
        Page page = visitor(WIDE);
        String reference = "twice " + System.nanoTime();
        page.navigate("/");
        page.locator(".begin input[name=reference]").fill(reference);
        page.locator(".begin button").dblclick();
        page.waitForURL("**/intakes/*");
        String draft = page.url();
        assertThat(found(page, reference)).isEqualTo(1);
        page.navigate(draft.replaceAll("[?#].*", "") + "?at=safety");
        page.locator("[data-field='q.safety.cancer'] label").first().click();
        settled(page);
        page.locator("#steps button[value=advice]").click();
        settled(page);
        page.locator("[formaction$='/close']").click();
        page.waitForURL("**/closing");
        look(page, "closing");
        page.locator("input[name=who]").fill("AB");
        page.locator("form[action$='/close'] button").dblclick();
        page.waitForURL("**/records/*");
        String record = page.url();
        assertThat(found(page, reference)).isEqualTo(1);
        page.navigate(record);
        page.locator("#amend input[name=reason]").fill("a new answer");
        assertThat(page.locator("#amend input[name=who]").inputValue())
                .as("remembered")
                .isEqualTo("AB");
        page.locator("#amend button").dblclick();
        page.waitForURL("**/intakes/*");
        assertThat(found(page, reference)).as("the record and one amendment").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW, SMALLEST})
    void whoWasToldIsNotedAndADraftIsDiscardedAndTakenBack(int width) {
        Page page = visitor(width);
        page.navigate("/");
        page.locator(".sample").nth(2).click();
        page.waitForURL("**/intakes/*");
        page.locator("#advice .urgency").first().waitFor();
        close(page, "**/records/*");
        page.locator("#deeds summary").first().click();
        page.locator("#deeds input[name=whom]").fill("the hospital");
        page.locator("#deeds input[name=note]").fill("spoke to Dr Lee");
        page.locator("form[action$='/told'] button").click();
        page.waitForURL("**/records/*");
        assertThat(page.locator(".deeds-list").textContent()).contains("Told: the hospital");
        page.locator("form[action$='/handled'] button").click();
        page.waitForURL("**/records/*");
        page.locator("#deeds summary").last().click();
        look(page, "record-log");

        begin(page, "to discard " + width);
        page.navigate("/records?reference=to+discard+" + width);
        page.locator(".entries .deed button").first().click();
        page.waitForURL("**/records?discarded=*");
        look(page, "worklist-discarded");
        page.locator(".told button").click();
        page.waitForURL("**/intakes/*");
        assertThat(page.locator(".binned").count()).isZero();
        page.navigate("/records?kind=bin&reference=nothing-of-this-kind");
        look(page, "bin-empty");
    }

    private static void begin(Page page, String reference) {
        page.navigate("/");
        page.locator(".begin input[name=reference]").fill(reference);
        page.locator(".begin button").click();
        page.waitForURL("**/intakes/*");
    }

    private static int found(Page page, String reference) {
        page.navigate("/records?reference=" + reference.replace(' ', '+'));
        return page.locator(".entries tbody tr").count();
    }
}
