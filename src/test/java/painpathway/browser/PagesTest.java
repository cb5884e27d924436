package painpathway.browser;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page and state, looked at by axe and kept as a picture. */
class PagesTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void theFirstPage(int width) {
        Page page = visitor(width);
        page.navigate("/");
        look(page, "intake");
    }
}
