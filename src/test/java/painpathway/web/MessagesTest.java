package painpathway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import painpathway.advice.Verdict;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Urgency;
import painpathway.rules.RuleBook;

/** Where words stand: the interface's in the message bundle, medicine's in the rules folder, none in templates and scripts. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    /** Attributes that a reader sees or hears, and so have to come from the bundle. */
    private static final Pattern SPOKEN = Pattern.compile(
            "(?<![:\\w-])(title|alt|placeholder|label|aria-label|aria-description|content)=\"([^\"]*)\"");

    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)[({]?");

    @Test
    void templatesHoldNoWordsOfTheirOwn() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("templates", ".html")) {
            String text = Files.readString(file).replaceAll("(?s)<!--.*?-->", "");
            for (String between : text.replaceAll("(?s)<[!a-zA-Z/](?:\"[^\"]*\"|'[^']*'|[^>\"'])*>", "\u0000")
                    .split("\u0000")) {
                if (between.matches("(?s).*\\p{L}.*")) {
                    found.add(file + ": " + between.strip());
                }
            }
            Matcher spoken = SPOKEN.matcher(text);
            while (spoken.find()) {
                boolean technical = spoken.group(1).equals("content")
                        && spoken.group(2).matches("width=device-width, initial-scale=1|light dark");
                if (!technical) {
                    found.add(file + ": " + spoken.group());
                }
            }
            Matcher said =
                    Pattern.compile("th:(?:text|title|aria-label)=\"([^\"]*)\"").matcher(text);
            while (said.find()) {
                Matcher literal = Pattern.compile("'([^']*)'").matcher(said.group(1));
                while (literal.find()) {
                    if (literal.group(1).matches(".*\\p{L}.*")) {
                        found.add(file + ": " + said.group());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyWordThatATemplateAsksForIsInTheBundle() throws IOException {
        Properties bundle = bundle();
        for (Path file : files("templates", ".html")) {
            Matcher key = KEY.matcher(Files.readString(file));
            while (key.find()) {
                assertThat(bundle).as("%s", file).containsKey(key.group(1));
            }
        }
    }

    /** A key that is put together, such as {@code |verdict.${word}|}, uses every key with its beginning. */
    @Test
    void everyKeyOfTheBundleIsUsed() throws IOException {
        StringBuilder users = new StringBuilder();
        for (Path file : files("templates", ".html")) {
            users.append(Files.readString(file));
        }
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path file : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                users.append(Files.readString(file));
            }
        }
        Set<String> begun = new HashSet<>();
        Matcher together =
                Pattern.compile("#\\{\\|([a-z.-]+\\.)\\$|\"([a-z.-]+\\.)\" \\+").matcher(users);
        while (together.find()) {
            begun.add(together.group(1) != null ? together.group(1) : together.group(2));
        }
        assertThat(begun).contains("verdict.", "urgency.", "how.");
        assertThat(bundle().stringPropertyNames())
                .allSatisfy(key -> assertThat(begun.stream().anyMatch(key::startsWith)
                                || Pattern.compile("(#\\{|[\"'])" + Pattern.quote(key) + "[}(\"']")
                                        .matcher(users)
                                        .find())
                        .as(key)
                        .isTrue());
    }

    @Test
    void countsInTheSingularToo() throws IOException {
        String late = bundle().getProperty("record.late");
        assertThat(MessageFormat.format(late, 1)).startsWith("1 answer came in").contains("is not part of it");
        assertThat(MessageFormat.format(late, 2))
                .startsWith("2 answers came in")
                .contains("are not part of it");
    }

    @Test
    void everyWordOfTheAdviceHasAName() throws IOException {
        Properties bundle = bundle();
        for (Verdict verdict : Verdict.values()) {
            assertThat(bundle).containsKey("verdict." + verdict.word());
        }
        for (Urgency urgency : Urgency.values()) {
            assertThat(bundle).containsKeys("urgency." + urgency.word(), "urgency." + urgency.word() + ".text");
        }
        for (String evidence : Evidence.WORDS) {
            assertThat(bundle).containsKeys("evidence." + evidence, "evidence." + evidence + ".text");
        }
    }

    /** The script moves things about; whatever it had to say about medicine would escape the reviewers of the rules. */
    @Test
    void theScriptKnowsNoQuestion() throws IOException {
        RuleBook book = RuleBook.load(RulesFolder.shipped());
        for (Path file : files("static/js", ".js")) {
            String script = Files.readString(file);
            book.questionnaire().ids().forEach(id -> assertThat(script).doesNotContain(id));
            book.catalogue().interventions().forEach(i -> assertThat(script).doesNotContain(i.id()));
        }
    }

    private static Properties bundle() throws IOException {
        Properties bundle = new Properties();
        try (InputStream in = Files.newInputStream(RESOURCES.resolve("messages.properties"))) {
            bundle.load(in);
        }
        return bundle;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
            List<Path> found = files.filter(f -> f.toString().endsWith(ending)).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
