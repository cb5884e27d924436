package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** A quiz taken with the keyboard alone, and a class with an educator and two learners; every page looked at by axe, at a desk and on a phone. */
class QuizPagesTest extends BrowserTest {

    @Test
    void aWholeQuizIsTakenByKeyboard() {
        Page page = visitor(WIDE);
        page.navigate("/learn");
        page.locator("main a[href='/quiz']").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/quiz");
        atBothWidths(page, "quiz-start");
        page.locator("select[name=topic]").selectOption("facet");
        page.locator("input[name=count][value='3']").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        for (int at = 0; at < 3; at++) {
            page.waitForURL("**/quiz/cases?*at=" + at);
            if (at == 0) {
                atBothWidths(page, "quiz-case");
            }
            predictByKeyboard(page);
            page.locator(".parts").waitFor();
            assertThat(page.locator(".parts > li").count()).isBetween(4, 5);
            if (at == 0) {
                atBothWidths(page, "quiz-reveal");
                page.goBack();
                assertThat(page.locator("form.predict").count()).isEqualTo(1);
                page.goForward();
            }
            page.reload();
            page.locator(".beside-case .button").focus();
            page.keyboard().press("Enter");
        }
        page.waitForURL("**/quiz/cases?*at=3");
        assertThat(page.locator(".scores > li").count()).isEqualTo(3);
        atBothWidths(page, "quiz-results");
    }

    /** The first answer of each question: into the group by Tab, chosen by Space, and sent from the button. */
    private static void predictByKeyboard(Page page) {
        int groups = page.locator("form.predict fieldset").count();
        page.locator("form.predict fieldset").first().locator("input").first().focus();
        for (int i = 0; i < groups; i++) {
            page.keyboard().press("Space");
            page.keyboard().press("Tab");
        }
        assertThat(page.evaluate("() => document.activeElement.type")).isEqualTo("submit");
        page.keyboard().press("Enter");
    }

    @Test
    void aClassSeesItsAnswersArrive() {
        Page educator = visitor(WIDE);
        educator.navigate("/class");
        look(educator, "class-start");
        educator.locator("form.choice select").selectOption("radiofrequency");
        educator.locator("form.choice input[name=count][value='3']").check();
        educator.locator("form.choice button").click();
        educator.waitForURL("**/lead");
        String code = educator.locator(".letters.huge").textContent();
        Page one = joined(code, "Ana");
        Page two = joined(code, "Βασίλης <b>");
        until(educator, "() => document.querySelectorAll('.names li').length === 2");
        assertThat(educator.locator(".names").textContent()).contains("Ana", "Βασίλης <b>");
        atBothWidths(educator, "class-joining");
        look(one, "class-waiting");
        educator.locator(".lead-bar button").click();
        until(one, "() => !!document.querySelector('form.predict')");
        until(two, "() => !!document.querySelector('form.predict')");
        atBothWidths(two, "class-asked");
        predictByKeyboard(one);
        one.locator(".waiting").waitFor();
        until(educator, "() => document.querySelectorAll('.names li').length === 1");
        assertThat(educator.locator("#who").textContent()).isEqualTo("1 of 2 have answered");
        educator.locator(".so-far summary").click();
        assertThat(educator.locator("#bars li").first().isVisible()).isTrue();
        look(educator, "class-asking");
        predictByKeyboard(two);
        until(educator, "() => document.querySelector('#who').textContent === '2 of 2 have answered'");
        educator.locator(".lead-bar button").click();
        until(one, "() => !!document.querySelector('.parts')");
        assertThat(one.locator("#status").textContent()).contains("revealed");
        atBothWidths(educator, "class-revealed");
        atBothWidths(one, "class-revealed-learner");
        for (int i = 0; i < 5; i++) {
            educator.locator(".lead-bar button").click();
        }
        until(two, "() => !!document.querySelector('.score')");
        atBothWidths(educator, "class-over");
        look(two, "class-over-learner");
        assertThat(educator.waitForDownload(
                                () -> educator.locator("a[href$='answers.csv']").click())
                        .suggestedFilename())
                .startsWith("class-");
        educator.locator(".ending summary").click();
        educator.locator(".ending button").click();
        educator.waitForURL("**/class?ended");
        until(one, "() => document.querySelector('h1').textContent.includes('no such class')");
    }

    @Test
    void isReadableInTheDark() {
        Page page = visitor(WIDE, options -> options.setColorScheme(ColorScheme.DARK));
        page.navigate("/quiz/new?topic=red-flags&level=harder&count=3");
        predictByKeyboard(page);
        page.locator(".parts").waitFor();
        look(page, "quiz-dark");
    }

    private Page joined(String code, String nickname) {
        Page page = visitor(NARROW);
        page.navigate("/class");
        page.locator("#code").fill(code.toLowerCase());
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.matches(".*/class/[A-Z]{6}"));
        if (nickname.equals("Ana")) {
            look(page, "class-join");
        }
        page.locator("#nickname").fill(nickname);
        page.keyboard().press("Enter");
        page.locator(".learner").waitFor();
        return page;
    }

    private static void atBothWidths(Page page, String name) {
        int before = page.viewportSize().width;
        for (int width : new int[] {WIDE, NARROW}) {
            page.setViewportSize(width, 900);
            noSidewaysScroll(page);
            look(page, name);
        }
        page.setViewportSize(before, 900);
    }
}
