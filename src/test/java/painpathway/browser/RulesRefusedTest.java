package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import painpathway.SmallFolder;

/** The sentence that stands on every page while a change to the rules folder is refused. */
class RulesRefusedTest extends BrowserTest {

    private static final String NOTICE = "p.stale:not([hidden])";

    @TempDir
    private static Path folder;

    @Test
    void standsFirstOnThePageAndGoesWhenTheFolderIsPutRight() throws Exception {
        SmallFolder.copyTo(folder);
        String address = RunningApp.withRules(folder);
        Page wide = visitor(WIDE);
        Page narrow = visitor(NARROW);
        wide.navigate(address + "/");
        assertThat(wide.locator(NOTICE).count()).isZero();
        SmallFolder.change(folder, "vignettes/all.yaml", "expect:", "expects:");
        shown(wide, address + "/", 1);
        for (Page page : new Page[] {wide, narrow}) {
            page.navigate(address + "/");
            assertThat(page.locator(NOTICE).boundingBox().y).isLessThan(1);
            look(page, "refused-start");
            page.locator(".begin button").click();
            assertThat(page.locator(NOTICE).isVisible()).isTrue();
            look(page, "refused-intake");
        }
        SmallFolder.change(folder, "vignettes/all.yaml", "expects:", "expect:");
        shown(wide, address + "/", 0);
    }

    /** A change is seen within seconds; the page says so when it is next asked for. */
    private static void shown(Page page, String address, int times) {
        for (long end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end; page.waitForTimeout(500)) {
            page.navigate(address);
            if (page.locator(NOTICE).count() == times) {
                return;
            }
        }
        throw new AssertionError("not shown " + times + " times");
    }
}
