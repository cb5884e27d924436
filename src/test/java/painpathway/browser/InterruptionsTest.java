package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import painpathway.Application;

/** Nothing typed is lost, whatever comes between: reload, back button, second tab, lost connection, a server that was restarted. */
class InterruptionsTest extends BrowserTest {

    private static final String H2 = "H2";
    private static final String POSTGRESQL = "PostgreSQL";
    private static final String AGE = "[data-field='q.patient.age'] input[type=text]";
    private static final String POSSIBLE = "[data-field='q.patient.pregnant'] input[value=possible]";
    private static final String NEVER = "[data-field='q.safety.cancer'] input[value=never]";

    @Test
    void aReload() {
        Page page = answered();
        page.reload();
        holds(page);
    }

    @Test
    void theBackButton() {
        Page page = answered();
        page.locator(".brand a").click();
        page.waitForURL("**/");
        page.goBack();
        page.locator(AGE).waitFor();
        holds(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void aSecondTabThatAnswersSomethingElse(String database) {
        Page first = answered(database);
        Page second = first.context().newPage();
        second.navigate(first.url());
        holds(second);
        open(second, "safety");
        second.locator("[data-step]:not([hidden])").first().waitFor();
        check(second, NEVER);
        saved(second);
        // The first tab still shows a page without that answer, and takes nothing back when it saves its own.
        check(first, "[data-field='q.patient.pregnant'] input[value=no]");
        saved(first);
        second.reload();
        assertThat(second.locator(NEVER).isChecked()).isTrue();
        assertThat(second.locator("[data-field='q.patient.pregnant'] input[value=no]")
                        .isChecked())
                .isTrue();
        assertThat(second.locator(AGE).inputValue()).isEqualTo("58");
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void aLostConnection(String database) {
        Page page = answered(database);
        page.context().setOffline(true);
        check(page, "[data-field='q.patient.pregnant'] input[value=no]");
        page.locator("#saving[data-state=lost]").waitFor();
        look(page, "offline");
        page.context().setOffline(false);
        saved(page);
        page.reload();
        assertThat(page.locator("[data-field='q.patient.pregnant'] input[value=no]")
                        .isChecked())
                .isTrue();
    }

    @Test
    void aWarningSignNeedsNoConnection() {
        Page page = visitor(WIDE);
        begin(page);
        page.locator("#steps button[value=safety]").click();
        settled(page);
        page.context().setOffline(true);
        page.locator("[data-field='q.safety.bladder-bowel-saddle'] label:has(input[value=urine])")
                .click();
        page.locator("#interrupt[open]").waitFor();
        assertThat(page.locator("#interrupt .alarm-name").first().textContent()).contains("Emergency");
        accessible(page, "offline-alarm");
        page.locator("#saving[data-state=lost]").waitFor();
        read(page);
        page.locator("[data-close=interrupt]").click();
        assertThat(page.locator("#alarm .alarm-flag").count()).isPositive();
        look(page, "offline-alarm-on-top");
        page.context().setOffline(false);
        saved(page);
        settled(page);
        assertThat(page.locator("#interrupt[open]").count()).as("told once").isZero();
        assertThat(page.locator("#alarm .alarm-flag .small").first().textContent())
                .as("the reasons have come")
                .isNotEmpty();
        assertThat(page.locator("#alarm .alarm-flag").count()).isEqualTo(1);
    }

    @Test
    void theAdviceOfBeforeStaysWithItsTime() {
        Page page = visitor(WIDE);
        page.navigate("/");
        page.locator(".sample").first().click();
        page.waitForURL("**/intakes/*");
        settled(page);
        page.locator("#steps button[value=safety]").click();
        page.context().setOffline(true);
        page.locator("#steps button[value=advice]").click();
        page.locator("#stale:not([hidden])").waitFor();
        assertThat(page.locator("#stale").textContent()).containsPattern("as it was at \\d\\d:\\d\\d");
        assertThat(page.locator("#advice .urgency").first().isVisible()).isTrue();
        look(page, "offline-advice");
        page.context().setOffline(false);
        page.locator("#stale").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    void ledWithoutAConnectionTheNurseGoesOnBySection() {
        Page page = visitor(WIDE);
        begin(page);
        page.locator(".switch label").nth(1).click();
        page.locator(".at-most-now").waitFor();
        settled(page);
        page.context().setOffline(true);
        page.locator("[data-step]:not([hidden]) .question label:visible:has(input[type=radio], input[data-alone=true])")
                .first()
                .click();
        page.locator("#alone:not([hidden])").waitFor();
        look(page, "offline-led");
        page.locator("#alone button").click();
        assertThat(page.locator("[data-step]:not([hidden]) .question:visible").count())
                .isGreaterThan(2);
        assertThat(page.locator("#alone").isVisible()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("painpathway.records.Databases#empty")
    void aServerThatIsRestarted(String address) {
        String database = "--spring.datasource.url=" + address;
        ConfigurableApplicationContext server = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                database,
                "--logging.level.root=error");
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        try {
            Page page = visitor(WIDE, o -> o.setBaseURL("http://127.0.0.1:" + port));
            begin(page);
            server.close();
            check(page, "[data-field='q.patient.pregnant'] input[value=no]");
            page.locator("#saving[data-state=lost]").waitFor();
            server = SpringApplication.run(
                    Application.class,
                    "--server.port=" + port,
                    "--server.address=127.0.0.1",
                    database,
                    "--logging.level.root=error");
            page.locator("#saving[data-state=saved]")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(20_000));
            page.reload();
            assertThat(page.locator(AGE).inputValue()).isEqualTo("58");
            assertThat(page.locator("[data-field='q.patient.pregnant'] input[value=no]")
                            .isChecked())
                    .isTrue();
        } finally {
            server.close();
        }
    }

    private Page answered() {
        return answered(H2);
    }

    private Page answered(String database) {
        Page page =
                visitor(WIDE, o -> o.setBaseURL(database.equals(H2) ? RunningApp.address() : RunningApp.onPostgres()));
        begin(page);
        return page;
    }

    private static void begin(Page page) {
        page.navigate("/");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        page.locator(AGE).fill("58");
        page.locator(AGE).blur();
        check(page, POSSIBLE);
        saved(page);
    }

    private static void holds(Page page) {
        assertThat(page.locator(AGE).inputValue()).isEqualTo("58");
        assertThat(page.locator(POSSIBLE).isChecked()).isTrue();
    }

    private static void check(Page page, String input) {
        page.locator(input.replace("] input", "] label:has(input") + ")").click();
    }

    private static void saved(Page page) {
        page.waitForTimeout(120);
        page.locator("#saving[data-state=saved]").waitFor();
    }

    private static void open(Page page, String section) {
        page.locator("#steps button[value=" + section + "]").click();
    }
}
