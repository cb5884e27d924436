package painpathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No sentence that anybody reads has wording that sounds translated, as far as {@link English} can find it. */
class EnglishTest {

    @Test
    void theRulesAreInPlainEnglish() throws IOException {
        List<ShownTexts.Text> texts = ShownTexts.ofRules(Path.of("rules"));
        assertThat(texts).hasSizeGreaterThan(2000);
        assertThat(found(texts)).isEmpty();
    }

    @Test
    void theProgramIsInPlainEnglish() throws IOException {
        List<ShownTexts.Text> texts = ShownTexts.ofProgram();
        assertThat(texts).hasSizeGreaterThan(700);
        assertThat(found(texts)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPatternCatchesItsSentenceAndLetsTheBetterOneThrough(English pattern) {
        assertThat(pattern.of("rules/advice/some.drl", pattern.caught())).hasSize(1);
        assertThat(English.in("rules/advice/some.drl", pattern.passes())).isEmpty();
    }

    @Test
    void allowsWordsOnlyWhereTheyAreRight() {
        assertThat(English.in(
                        "rules/knowledge/plain.yaml",
                        "You may have a broken bone, and need a test injection or heat treatment."))
                .isEmpty();
        assertThat(English.in(
                                "rules/knowledge/notes.yaml",
                                "You may have a broken bone, and need a test injection or heat treatment.")
                        .map(f -> f.pattern().name()))
                .containsExactly("P1", "P6", "P18");
        assertThat(
                        English.in(
                                "README.md",
                                "A line break, blocked by a facet-block; it holds back, takes hold, 11 weeks, and nobody breaks the law. Pain of 4 that breaks through at 7."))
                .isEmpty();
        assertThat(English.in("README.md", "Two nerve blocks and one block with 60 percent relief")
                        .map(English.Found::words))
                .containsExactly("one block");
        assertThat(English.in(
                                "rules/knowledge/notes.yaml",
                                "The team joins the trial so that the bones join; {0} answers, 1 hours")
                        .map(f -> f.pattern().name()))
                .containsExactly("P4", "P13", "P13");
    }

    @Test
    void findsEveryKindOfTextWithItsLine(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("a.drl"),
                "// heat\nrule \"Fresh break\"\n    @source(\"guide, heat\") @rationale(\"More heat\")\nwhen\n");
        Files.writeString(
                folder.resolve("b.yaml"),
                "notes:\n  - id: heat\n    source: \"guide, heat\"\n    text: Heat\n    tags: [heat]\n    says: >\n      Much\n      heat\n");
        Files.writeString(folder.resolve("c.md"), "`heat` and\nheat\n");
        assertThat(ShownTexts.ofRules(folder))
                .extracting(t -> Path.of(t.file()).getFileName() + ":" + t.line() + " "
                        + t.text().strip())
                .containsExactly(
                        "a.drl:2 Fresh break",
                        "a.drl:3 More heat",
                        "b.yaml:4 Heat",
                        "b.yaml:6 Much heat",
                        "c.md:1 `` and",
                        "c.md:2 heat",
                        "c.md:3 ");
    }

    /** One line for each text: where it is, what is wrong with it, and what to write instead. */
    private static List<String> found(List<ShownTexts.Text> texts) {
        return texts.stream()
                .flatMap(t -> English.in(t.file(), t.text())
                        .map(f -> t.file() + ":" + t.line() + ": " + f + " in: "
                                + t.text().strip()))
                .toList();
    }
}
