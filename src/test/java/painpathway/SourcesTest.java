package painpathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;

/** Java, pages and scripts are mechanism: what is clinical stands in the rules folder and nowhere else. */
class SourcesTest {

    private static final ClinicalWords WORDS = new ClinicalWords(RuleBook.load(RulesFolder.at(Path.of("rules"))));

    @Test
    void noClinicalWordStandsInJavaPagesOrScripts() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("src/main")) {
            String name = file.toString();
            if (name.endsWith(".java")
                    || name.endsWith(".html")
                    || name.endsWith(".js")
                    || name.endsWith(".css")
                    || name.endsWith(".properties")) {
                found.addAll(WORDS.in(name, Files.readString(file)));
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java|String s = \"facet-joint-injection\";|A.java:1: facet-joint-injection",
                "A.java|if (answers.number(\"pain.weeks\") > 12)|A.java:1: pain.weeks",
                "A.java|String s = \"Twisting hurts\";|A.java:1: twisting",
                "A.java|String s = \"\\\"Epidural\\\"\";|A.java:1: epidural",
                "A.java|char c = '\"'; String s = \"warfarin\";|A.java:1: warfarin",
                "a.html|<p>Kyphoplasty</p>|a.html:1: kyphoplast",
                "a.html|<input name=\"safety.trauma\">|a.html:1: safety.trauma",
                "a.js|if (id === 'low-back') {|a.js:1: low-back"
            })
    void theSearchFindsWhatIsPlanted(String file, String text, String found) {
        assertThat(WORDS.in(file, text)).contains(found);
    }

    @Test
    void theSearchFindsATextBlockAndNamesItsLine() {
        assertThat(
                        WORDS.in(
                                "A.java",
                                "class A {\n    String s = \"\"\"\n        one\n        sciatica \"two\"\n        \"\"\";\n}\n"))
                .containsExactly("A.java:4: sciatica");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java|// twisting and bending",
                "A.java|/** {@code \"facet-joint-injection\"} */ String s = \"none\";",
                "A.java|facet(kyphoplasty);",
                "A.java|String s = \"What is wrong with a question\"; // epidural",
                "a.html|<p>Painful places</p>"
            })
    void remarksAndPlainWordsAreNoFinding(String file, String text) {
        assertThat(WORDS.in(file, text)).isEmpty();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> paths = Files.walk(Path.of(folder))) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
