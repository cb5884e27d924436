package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.ResultType;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import painpathway.ShippedRules;
import painpathway.questionnaire.Assessment;
import painpathway.vignette.SamplePatients;

/** A test in a real browser. Whatever the page logs as an error, and every request to elsewhere, fails it. */
abstract class BrowserTest {

    /** The sample patients in the order in which the start page offers them. */
    static final List<SamplePatients.Offer> SAMPLES = SamplePatients.load(ShippedRules.BOOK);

    private static final Map<String, Assessment> PATIENTS = SamplePatients.patients(ShippedRules.BOOK);
    static final int WIDE = 1280;
    static final int NARROW = 390;
    /** A lost connection is logged by the browser itself, as is what pictures and axe put into the page (PageTest looks for our own styles). */
    private static final List<String> EXPECTED = List.of(
            "ERR_INTERNET_DISCONNECTED",
            "ERR_FAILED",
            "ERR_CONNECTION_REFUSED",
            "Applying inline style",
            // A newer answer overtakes the request of the one before.
            "htmx:sendAbort",
            "htmx:afterRequest",
            "htmx:sendError");

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final boolean PICTURES = Boolean.getBoolean("pictures");

    /** What is right is not worth listing: on a page of ten thousand elements that takes longer than finding what is wrong. */
    private static final AxeRunOptions AXE = new AxeRunOptions();

    static {
        AXE.setResultTypes(List.of(ResultType.Violations.getKey()));
    }

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> allowed = new ArrayList<>();

    static Assessment patient(int sample) {
        return PATIENTS.get(SAMPLES.get(sample).vignette());
    }

    /** A new visitor with a window of this width. */
    Page visitor(int width) {
        return visitor(width, options -> {});
    }

    Page visitor(int width, Consumer<Browser.NewContextOptions> more) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(width, width == NARROW ? 844 : 900)
                .setBaseURL(RunningApp.address());
        more.accept(options);
        BrowserContext context = Chrome.browser().newContext(options);
        context.setDefaultTimeout(20_000);
        if (hurried()) {
            context.addInitScript("const now = performance.now.bind(performance); performance.now = () => 50 * now();");
        }
        contexts.add(context);
        Page page = context.newPage();
        page.onPageError(wrong::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && EXPECTED.stream().noneMatch(message.text()::contains)
                    && allowed.stream().noneMatch(message.text()::contains)) {
                wrong.add(message.text());
            }
        });
        page.onRequest(request -> elsewhere(request));
        return page;
    }

    /** Whether the clock that the pages read runs fast: a test need not wait half a second until a question counts as seen. */
    boolean hurried() {
        return true;
    }

    /** From now on the browser may log this: the test brings it about. */
    void allow(String logged) {
        allowed.add(logged);
    }

    private void elsewhere(Request request) {
        if (!request.url().startsWith("http://127.0.0.1:") && !request.url().startsWith("data:")) {
            wrong.add("a request to " + request.url());
        }
    }

    @AfterEach
    void closeWindows() {
        contexts.forEach(BrowserContext::close);
        assertThat(wrong).isEmpty();
    }

    /** Looks at the page as it is now: a picture for people where pictures are asked for, and axe's rules for WCAG 2.2 AA and good practice. */
    static void look(Page page, String name) {
        picture(page, name);
        accessible(page, name);
    }

    /** Fails if the page is wider than the window, and names what sticks out of it. */
    static void noSidewaysScroll(Page page) {
        assertThat(page.evaluate("""
                        () => document.documentElement.scrollWidth === document.documentElement.clientWidth ? '' :
                          'wider than the window: ' + [...document.querySelectorAll('body *')]
                            .filter(e => e.getBoundingClientRect().right > innerWidth + 1
                              && !e.parentElement.closest('.steps, .scroll'))
                            .map(e => `${e.tagName}.${e.className} in ${e.parentElement.className}`).slice(0, 8).join(' ')"""))
                .as("%s at %d px", page.url(), page.viewportSize().width)
                .isEqualTo("");
    }

    /** Only with {@code -Dpictures=true}: pictures are for people, and drawing a long page whole takes longer than testing it. */
    static void picture(Page page, String name) {
        if (!PICTURES) {
            return;
        }
        stay(page, false);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-" + page.viewportSize().width + ".png"))
                .setFullPage(true));
        stay(page, true);
    }

    static void accessible(Page page, String name) {
        // What has scrolled half under a bar that stays is no smaller for it, but axe would measure the half.
        stay(page, false);
        List<String> violations = new AxeBuilder(page)
                        .options(AXE)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        // The other mode joins the results of many frames, on a page of its own; ours have none.
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getHtml())
                                        .limit(4)
                                        .toList())
                        .toList();
        stay(page, true);
        assertThat(violations).as("%s at %d", name, page.viewportSize().width).isEmpty();
    }

    /** Whether the bars that stay in view do so: in a picture of a whole page they would lie across it. */
    private static void stay(Page page, boolean stay) {
        page.evaluate(
                "stay => document.querySelectorAll('.moves, .ontop, .steps, .side, .chart').forEach(bar => { bar.style.position = stay ? '' : 'static'; })",
                stay);
    }

    /** Waits until the reply to the last answer has been put into the page. */
    static void settled(Page page) {
        // What is asked for by a button is sent a moment after the tap; an answer says at once that it is not saved
        // yet.
        page.waitForTimeout(80);
        until(
                page,
                "() => document.getElementById('saving')?.dataset.state !== 'saving' && !document.querySelector('.htmx-request, .htmx-settling') "
                        + "&& ![...document.querySelectorAll('[aria-busy=true]')].some(e => e.offsetParent)");
        seen(page);
    }

    /** Long enough, by the fast clock of the pages, for what has just come up to count as seen. */
    static void seen(Page page) {
        page.evaluate(
                "() => [1, 2, 3].reduce(past => past.then(() => new Promise(requestAnimationFrame)), Promise.resolve())");
    }

    /** A warning sign that has just come up cannot be put away at once. */
    static void read(Page page) {
        seen(page);
    }

    static void until(Page page, String condition) {
        until(page, condition, null);
    }

    /** Waits until a function says yes. Playwright's own way of waiting would need eval, which the pages forbid. */
    static void until(Page page, String condition, Object argument) {
        for (long end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; page.waitForTimeout(25)) {
            if (Boolean.TRUE.equals(page.evaluate(condition, argument))) {
                return;
            }
        }
        throw new AssertionError("still not: " + condition + " with " + argument + " on " + page.url());
    }

    /** Closes the intake that a page shows: where something is missing, somebody gives initials and closes it as it is. */
    static void close(Page page, String next) {
        settled(page);
        page.locator("[formaction$='/close']").click();
        page.waitForURL(url -> url.matches(".*/(closing|overtaken|records/[^/]+)"));
        if (page.url().endsWith("/closing")) {
            page.locator("input[name=who]").fill("AB");
            page.locator("form[action$='/close'] button").click();
        }
        page.waitForURL(next);
    }

    /** Begins an amendment from the page of a record. */
    static void amend(Page page, String who) {
        page.locator("#amend input[name=reason]").fill("a new answer");
        page.locator("#amend input[name=who]").fill(who);
        page.locator("#amend button").click();
        page.waitForURL("**/intakes/*");
    }
}
