package painpathway.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The one Chromium of a test run, without a window. It is looked for, and installed where there is none: Debian's package for root,
 * else what Playwright's own installer brings.
 */
final class Chrome {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<Path> PLACES = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"));

    private static Browser browser;

    private Chrome() {}

    /** Started when first needed, closed when the tests end. */
    static synchronized Browser browser() {
        if (browser == null) {
            // The browser is found here: Playwright need not bring three of its own.
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Path program = find(playwright);
            List<String> arguments = root() ? List.of("--no-sandbox", "--disable-dev-shm-usage") : List.of();
            browser = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(program)
                            .setHeadless(true)
                            .setArgs(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Path find(Playwright playwright) {
        Path found = installed(playwright);
        return found != null ? found : install(playwright);
    }

    /** Two processes may want one at the same time: the second waits, and finds what the first has installed. */
    private static Path install(Playwright playwright) {
        try (FileChannel file = FileChannel.open(
                        Path.of("target", "browser.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            return installed(playwright, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path installed(Playwright playwright, FileLock held) {
        Path found = held.isValid() ? installed(playwright) : null;
        if (found == null && root() && onPath("apt-get") != null) {
            run(List.of("apt-get", "-q", "update"));
            run(List.of("apt-get", "-q", "-y", "--no-install-recommends", "install", "chromium"));
            found = installed(playwright);
        }
        if (found == null) {
            run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    CLI.class.getName(),
                    "install",
                    "chromium"));
            found = installed(playwright);
        }
        if (found == null) {
            throw new IllegalStateException(
                    "The browser tests need Chromium or Chrome: none is installed, and neither apt-get (as root) nor "
                            + "Playwright's installer could install one. Install one, or name it with -Dadvisor.chromium=<path>.");
        }
        return found;
    }

    private static Path installed(Playwright playwright) {
        String named = System.getProperty("advisor.chromium");
        Stream<Path> byName = named == null ? Stream.empty() : Stream.of(Path.of(named));
        Stream<Path> onPath = NAMES.stream().map(Chrome::onPath).filter(Objects::nonNull);
        Stream<Path> own = Stream.of(Path.of(playwright.chromium().executablePath()));
        return Stream.of(byName, onPath, PLACES.stream(), own)
                .flatMap(s -> s)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static Path onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(d -> !d.isBlank())
                .map(d -> Path.of(d, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Whether it worked is seen by looking for the browser again. */
    private static void run(List<String> command) {
        try {
            ProcessBuilder process = new ProcessBuilder(new ArrayList<>(command)).inheritIO();
            process.environment().put("DEBIAN_FRONTEND", "noninteractive");
            process.start().waitFor();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
