package painpathway.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.audit.Acceptance;
import painpathway.audit.SmallFolder;
import painpathway.folder.Faults;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignettes;

/** Lessons in Markdown: what becomes of them, and what is wrong with them. */
class LessonsTest {

    private static final RuleBook BOOK = RuleBook.load(new SmallFolder().folder());

    private static final String GOOD = """
            # A title with *stress*

            Before the first part.

            ## One

            A [rule](/rules/needle-01) and a [page elsewhere](https://example.org/a).

            ## Two

            - [The law](/laws#danger), [its case](/cases/all-001)
            - [The last step](/cases/all-001/steps?at=STEPS)
            """.replace("STEPS", "" + steps());

    private static int steps() {
        return Vignettes.load(BOOK).get(0).runs(BOOK).get(0).fired().cardinality();
    }

    private static Faults faults;

    private static List<Lesson> read(String... files) {
        RulesFolder folder = BOOK.folder();
        for (int i = 0; i < files.length; i += 2) {
            folder = folder.with("lessons/" + files[i], files[i + 1]);
        }
        RuleBook book = RuleBook.load(folder);
        faults = new Faults();
        return Lessons.load(book, Vignettes.load(book), List.of("danger"), faults);
    }

    private static List<String> told() {
        try {
            faults.throwIfAny();
            return List.of();
        } catch (FaultyKnowledge e) {
            return e.faults().stream().map(Object::toString).toList();
        }
    }

    @Test
    void aLessonHasATitleALeadAndParts() {
        Lesson lesson = read("one.md", GOOD).get(0);
        assertThat(told()).isEmpty();
        assertThat(lesson.id()).isEqualTo("one");
        assertThat(lesson.title()).isEqualTo("A title with stress");
        assertThat(lesson.lead()).isEqualTo("<p>Before the first part.</p>\n");
        assertThat(lesson.parts()).extracting(Lesson.Part::title).containsExactly("One", "Two");
        assertThat(lesson.parts().get(0).html())
                .contains("<a href=\"/rules/needle-01\">rule</a>")
                .contains("<a href=\"https://example.org/a\" rel=\"noopener noreferrer\" target=\"_blank\">");
        assertThat(lesson.links())
                .containsExactly(
                        "/rules/needle-01",
                        "https://example.org/a",
                        "/laws#danger",
                        "/cases/all-001",
                        "/cases/all-001/steps?at=" + steps());
    }

    @Test
    void htmlIsShownAsItIsWritten() {
        String attack = "\n<script>alert(1)</script>\n\nA <b onclick=\"x\">bold</b> `<i>` word &lt;u&gt;.\n";
        String html = read("one.md", GOOD + attack).get(0).parts().get(1).html();
        assertThat(told()).isEmpty();
        assertThat(html)
                .contains("&lt;script&gt;", "&lt;b onclick=&quot;x&quot;&gt;", "<code>&lt;i&gt;</code>", "&lt;u&gt;")
                .doesNotContain("<script", "<b ", "<u>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/rules/needle-01|/rules/needel-01|7|there is no page of rules 'needel-01'; did you mean 'needle-01'?",
                "/rules/needle-01|/rules/old|7|there is no page of rules 'old'",
                "/rules/needle-01|/rule/needle-01|7|is none of our pages",
                "/rules/needle-01|/rules/needle-01/steps|7|is none of our pages",
                "/rules/needle-01|/rules/needle-01/steps?at=1|7|is none of our pages",
                "/rules/needle-01|/intakes/1|7|is none of our pages",
                "/rules/needle-01|/lessons/two|7|there is no page of lessons 'two'",
                "/rules/needle-01|rules/needle-01|7|links lead to http, https or to one of our pages",
                "/rules/needle-01|//example.org/a|7|links lead to http, https or to one of our pages",
                "/rules/needle-01|javascript:alert(1)|7|links lead to http, https or to one of our pages",
                "/rules/needle-01|&#106;avascript:alert(1)|7|links lead to http, https or to one of our pages",
                "/rules/needle-01|data:text/html,x|7|links lead to http, https or to one of our pages",
                "https://example.org/a|ftp://example.org/a|7|links lead to http, https or to one of our pages",
                "/laws#danger|/laws#dangr|11|there is no law 'dangr'; did you mean 'danger'?",
                "/cases/all-001)|/cases/all-002)|11|there is no page of cases 'all-002'",
                "steps?at=|steps?at=9|12|has no step '9",
                "steps?at=|steps?at=0|12|has no step '0",
                "steps?at=|steps?at=x|12|has no step 'x",
                "steps?at=|steps?of=needel&at=|12|there is no intervention 'needel'; did you mean 'needle'?",
                "/rules/needle-01|/compare?a=all-001&b=all-009|7|there is no page of cases 'all-009'",
                "[The law](/laws#danger)|![A picture](/img/mark.svg)|11|a lesson has no pictures",
                "[The law](/laws#danger)|<javascript:alert(1)>|11|links lead to http, https or to one of our pages",
                "# A title|A title|1|a lesson begins with its title",
                "## Two|# Two|9|a lesson has one title"
            })
    void whatIsWrongIsToldWithItsLine(String old, String by, int line, String says) {
        assertThat(GOOD).contains(old);
        read("one.md", GOOD.replace(old, by));
        assertThat(told()).anyMatch(f -> f.startsWith("lessons/one.md:" + line + ": ") && f.contains(says));
    }

    @Test
    void aHugeOrDeepLessonIsRefused() {
        read(
                "long.md",
                "# A\n\n## B\n\n" + "word ".repeat(30_000),
                "deep.md",
                "# A\n\n## B\n\n" + "> ".repeat(20_000) + "x");
        assertThat(told()).anyMatch(f -> f.startsWith("lessons/long.md: is longer than"));
        read("deep.md", "# A\n\n## B\n\n" + "[".repeat(40_000) + "x" + "](/learn)".repeat(4_000));
        read("stars.md", "# A\n\n## B\n\n" + "*a **b ".repeat(12_000));
    }

    @Test
    void onlyMarkdownBelongsInTheFolderAndItIsNoKnowledge() {
        RulesFolder plain = BOOK.folder();
        assertThat(plain.with("lessons/one.md", GOOD).version()).isEqualTo(plain.version());
        for (String path : List.of("lessons/one.txt", "lessons/more/one.md", "lessons/one.yaml")) {
            Faults wrong = new Faults();
            plain.with(path, "x").checkLayout(wrong);
            assertThatThrownBy(wrong::throwIfAny)
                    .isInstanceOfSatisfying(
                            FaultyKnowledge.class,
                            e -> assertThat(e.faults())
                                    .anyMatch(f -> f.toString().contains("only .md files belong in lessons/")));
        }
    }

    @Test
    void aFolderWithAWrongLessonIsNotUsed() {
        RuleBook book = RuleBook.load(BOOK.folder().with("lessons/one.md", GOOD.replace("needle-01", "needle-99")));
        assertThatThrownBy(() -> Acceptance.read(book))
                .isInstanceOfSatisfying(
                        FaultyKnowledge.class,
                        e -> assertThat(e.faults()).anyMatch(f -> f.toString().startsWith("lessons/one.md:7: ")));
    }
}
