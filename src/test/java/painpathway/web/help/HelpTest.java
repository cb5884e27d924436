package painpathway.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;
import painpathway.Readability;
import painpathway.ShippedRules;
import painpathway.knowledge.Term;

/** Help is one click away from every page, is written so that a twelve-year-old can read it, and knows all that has a name. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class HelpTest {

    /** School grade: a child of twelve goes to grade 6 or 7. */
    private static final double GRADE = 7;

    @Autowired
    private MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/records", "/help", "/help/glossary"})
    void everyPageLeadsToHelp(String page) {
        assertThat(page(page)).contains("href=\"/help\"");
    }

    @Test
    void helpSaysWhatEachVerdictMeans() {
        assertThat(page("/help"))
                .contains("more answers needed")
                .contains("The criteria are met, but a check has to come first.")
                .contains("id=\"keyboard\"")
                .doesNotContain("??");
    }

    @Test
    void theGlossaryHasEverythingWithAName() {
        String page = page("/help/glossary");
        var catalogue = ShippedRules.BOOK.catalogue();
        assertThat(catalogue.terms())
                .hasSizeGreaterThan(40)
                .allSatisfy(t -> assertThat(page).contains("term-" + t.id()).contains(HtmlUtils.htmlEscape(t.is())));
        assertThat(catalogue.interventions()).allSatisfy(i -> assertThat(page).contains(HtmlUtils.htmlEscape(i.is())));
        assertThat(catalogue.redFlags()).allSatisfy(f -> assertThat(page).contains(HtmlUtils.htmlEscape(f.name())));
        assertThat(ShippedRules.BOOK.findings())
                .allSatisfy(f -> assertThat(page).contains(HtmlUtils.htmlEscape(f.label())));
        assertThat(ShippedRules.BOOK.questionnaire().question("pain.site").options())
                .allSatisfy(o -> assertThat(page).contains(HtmlUtils.htmlEscape(o.text())));
    }

    @Test
    void everyMeaningIsPlain() {
        List<String> hard = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Term term : ShippedRules.BOOK.catalogue().terms()) {
            all.append(term.is()).append(' ');
            double grade = Readability.grade(term.is());
            if (grade > GRADE + 3) {
                hard.add(String.format(Locale.ROOT, "%.1f %s", grade, term.is()));
            }
        }
        assertThat(hard).isEmpty();
        assertThat(Readability.grade(all.toString())).isLessThanOrEqualTo(GRADE);
    }

    @Test
    void everyLineOfHelpIsPlain() throws IOException {
        List<String> hard = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        Properties bundle = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            bundle.load(in);
        }
        for (String key : bundle.stringPropertyNames()) {
            String text = bundle.getProperty(key);
            if (key.startsWith("help.") && text.endsWith(".")) {
                all.append(text).append(' ');
                if (Readability.grade(text) > GRADE + 3) {
                    hard.add(String.format(Locale.ROOT, "%.1f %s", Readability.grade(text), text));
                }
            }
        }
        assertThat(hard).isEmpty();
        assertThat(Readability.grade(all.toString())).isLessThanOrEqualTo(GRADE);
    }

    private String page(String address) {
        var answer = mvc.get().uri(address).accept("text/html").exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
