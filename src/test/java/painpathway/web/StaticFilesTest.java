package painpathway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style sheets and scripts of the pages. Prettier sees to how they are laid out; these are the habits it does not know. */
class StaticFilesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SCRIPTS = RESOURCES.resolve("static/js");
    private static final int LONGEST_LINE = 140;

    private static final Pattern MEDIA = Pattern.compile("@media([^{]*)\\{");
    private static final Pattern WIDTH = Pattern.compile("\\((max|min)-width: (\\d+)px\\)");
    /** A line of the comment in base.css that lists the breakpoints. */
    private static final Pattern DECLARED = Pattern.compile("^ \\* +(\\d+) px {3}", Pattern.MULTILINE);

    private static final Pattern IMPORT =
            Pattern.compile("^import (?:\\{[^}]*} from )?'\\./([a-z-]+)\\.js';$", Pattern.MULTILINE);
    private static final Pattern LOADED = Pattern.compile("<script type=\"module\" th:src=\"@\\{/js/([a-z-]+)\\.js}\"");
    private static final Pattern PRELOAD = Pattern.compile("<link rel=\"modulepreload\"[^>]*>");
    private static final Pattern PRELOADED = Pattern.compile("'([a-z-]+)'|/js/([a-z-]+)\\.js");

    @Test
    void noLineIsLong() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files("static", ".css", ".js")) {
            List<String> lines = text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LONGEST_LINE) {
                    tooLong.add(file + ":" + (i + 1));
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void whatIsImportantSaysWhy() {
        List<String> unexplained = new ArrayList<>();
        for (Path file : files("static", ".css")) {
            List<String> lines = text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String near = i == 0 ? lines.get(i) : lines.get(i - 1) + lines.get(i);
                if (lines.get(i).contains("!important") && !near.contains("*/")) {
                    unexplained.add(file + ":" + (i + 1));
                }
            }
        }
        assertThat(unexplained).isEmpty();
    }

    @Test
    void theWidthsAreThoseThatBaseCssLists() {
        Set<Integer> declared = new TreeSet<>(numbers(DECLARED, text(RESOURCES.resolve("static/css/base.css"))));
        assertThat(declared).hasSizeBetween(1, 4);
        Set<Integer> used = new TreeSet<>();
        for (Path file : files("static", ".css")) {
            for (String condition : groups(MEDIA, text(file))) {
                WIDTH.matcher(condition)
                        .results()
                        .forEach(w -> used.add(
                                Integer.parseInt(w.group(2)) - (w.group(1).equals("min") ? 1 : 0)));
                assertThat(WIDTH.matcher(condition).replaceAll(""))
                        .as("a condition of %s", file)
                        .doesNotContain("width");
            }
        }
        assertThat(used).isEqualTo(declared);
    }

    @Test
    void textIsHiddenInOnePlace() {
        String styles =
                files("static", ".css").stream().map(StaticFilesTest::text).collect(Collectors.joining());
        assertThat(styles)
                .containsOnlyOnce("clip-path: inset(")
                .containsOnlyOnce(" width: 1px")
                .doesNotContain("clip: ");
    }

    @Test
    void everyStyleSheetAndScriptIsLoadedSomewhere() {
        String loading = Stream.of(
                        files("templates", ".html"),
                        files("static", ".js"),
                        List.of(Path.of("src/main/java/painpathway/handover/Pdf.java")))
                .flatMap(List::stream)
                .map(StaticFilesTest::text)
                .collect(Collectors.joining());
        assertThat(files("static", ".css"))
                .allSatisfy(file -> assertThat(loading).contains("css/" + file.getFileName()));
        Set<String> reached = new TreeSet<>();
        for (String module : groups(LOADED, loading)) {
            reached.add(module);
            reached.addAll(needed(module));
        }
        assertThat(files("static", ".js"))
                .allSatisfy(file -> assertThat(reached)
                        .contains(file.getFileName().toString().replace(".js", "")));
    }

    /** Modules are the only way from one script to another, so no script may need itself, and no page may load one in another way. */
    @Test
    void scriptsDependOnEachOtherOnlyByImport() {
        for (Path file : files("static", ".js")) {
            String module = file.getFileName().toString().replace(".js", "");
            assertThat(needed(module)).as("what %s needs", module).doesNotContain(module);
        }
        for (Path file : files("templates", ".html")) {
            assertThat(text(file)).doesNotContainPattern("<script(?! type=\"module\")[^>]*/js/");
        }
    }

    /** Otherwise a browser finds out about a module only when it has read the one that imports it. */
    @Test
    void aPageNamesAllModulesThatItNeeds() {
        for (Path file : files("templates", ".html")) {
            String page = text(file);
            Set<String> needed = new TreeSet<>();
            groups(LOADED, page).forEach(module -> needed.addAll(needed(module)));
            Set<String> named = new TreeSet<>();
            PRELOAD.matcher(page)
                    .results()
                    .map(MatchResult::group)
                    .forEach(link -> named.addAll(groups(PRELOADED, link)));
            assertThat(named).as("%s", file).isEqualTo(needed);
        }
    }

    /** What a module imports, directly or not. */
    private static Set<String> needed(String module) {
        Set<String> found = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(module));
        while (!open.isEmpty()) {
            groups(IMPORT, text(SCRIPTS.resolve(open.remove(0) + ".js"))).stream()
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }

    /** The part that each match is about: its first group that took part. */
    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
                .toList();
    }

    private static List<Integer> numbers(Pattern pattern, String text) {
        return groups(pattern, text).stream().map(Integer::valueOf).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String folder, String... endings) {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
            List<Path> found = files.filter(f -> Stream.of(endings).anyMatch(f.toString()::endsWith))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
