package painpathway.web.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.ShippedRules;
import painpathway.audit.SmallFolder;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;
import painpathway.vignette.SamplePatients;
import painpathway.web.Messages;
import painpathway.web.Visitor;
import painpathway.web.learn.SmallWorkbench;

/** The review pack, and what other pages say about the review. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class ReviewPageTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MessageSource messages;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(mvc);
    }

    @Test
    void everyRuleRedFlagAndDisagreementCanBeSigned() throws Exception {
        int all = ShippedRules.BOOK.rules().size()
                + ShippedRules.BOOK.catalogue().redFlags().size()
                + ShippedRules.BOOK.catalogue().stances().size();
        String page = visitor.publicPage("/review?family=all");
        assertThat(page.split("class=\"sign\"", -1)).hasSize(all + 1);
        assertThat(page.split("<span class=\"box\">", -1)).hasSize(3 * all + 1);
        assertThat(page).contains("0 of " + String.format(Locale.ENGLISH, "%,d", all) + " reviewed");
    }

    @Test
    void anItemShowsItsThresholdInWordsItsSourceAndWhatItDoes() throws Exception {
        String criteria = visitor.publicPage("/review?family=criteria/pain");
        assertThat(criteria)
                .contains(ShippedRules.BOOK.questionnaire().known("pain.weeks").text() + " At least 12 weeks")
                .contains("No clinician has reviewed this yet.")
                .doesNotContain("/rules/facet-01");
        assertThat(visitor.publicPage("/review?family=red-flags")).contains("Emergency: ", "Withholds: ");
        assertThat(visitor.publicPage("/review?family=stances")).contains("evidence e-summary");
    }

    @Test
    void anInterventionHasItsRulesWithWhatTheyReadAndItsRedFlags() throws Exception {
        String page = visitor.publicPage("/review?intervention=kyphoplasty");
        assertThat(page)
                .contains("href=\"/rules/cement-01\"", "href=\"/red-flags/fracture\"", "href=\"/stances/cement\"")
                .doesNotContain("href=\"/rules/facet-01\"");
        assertThat(visitor.publicPage("/review?intervention=kyphoplasty&family=stances"))
                .contains("href=\"/stances/cement\"")
                .doesNotContain("href=\"/rules/cement-01\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/review?family=none", "/review?intervention=none"})
    void whatDoesNotExistIsNotFound(String address) throws Exception {
        mvc.perform(get(address)).andExpect(status().isNotFound());
    }

    @Test
    void theAdviceTheRulesAndTheLetterSayThatNobodyHasReviewedThem() throws Exception {
        String intake =
                visitor.intake(SamplePatients.load(ShippedRules.BOOK).get(0).vignette(), "Bed 7");
        String none = "[^<]*\\b0 of \\d+ rules and texts behind this advice were reviewed by a clinician\\..*";
        assertThat(visitor.page(intake + "?at=advice")).matches(".*" + none);
        assertThat(visitor.page(intake + "/letter")).matches(".*" + none);
        assertThat(visitor.page(intake + "/patient-sheet")).matches(".*" + none);
        assertThat(visitor.publicPage("/rules/facet-01")).contains("No clinician has reviewed this yet.");
        assertThat(visitor.publicPage("/red-flags/fracture")).contains("No clinician has reviewed this yet.");
        assertThat(visitor.publicPage("/help")).contains("Not reviewed by a clinician.");
    }

    @Test
    void aReviewIsCountedAndDueAgainWhenItIsOld() {
        RulesFolder folder = new SmallFolder()
                .replace("knowledge/policies.yaml", "statement: S", "statement: S\nreview-again-after-months: 24")
                .replace(
                        "knowledge/red-flags.yaml",
                        "evidence: ours}",
                        "evidence: ours, reviewed-by: \"B. Person, physician\", reviewed: \"2025-01-31\"}")
                .folder();
        RuleBook book = RuleBook.load(folder);
        Messages words = new Messages(messages, Locale.ENGLISH);
        ReviewFamily before = ReviewPack.of(SmallWorkbench.of(book), words, LocalDate.parse("2027-01-30"))
                .whole();
        ReviewFamily after = ReviewPack.of(SmallWorkbench.of(book), words, LocalDate.parse("2027-01-31"))
                .whole();
        assertThat(List.of(before.reviewed(), before.due())).containsExactly(1L, 0L);
        assertThat(List.of(after.reviewed(), after.due())).containsExactly(1L, 1L);
    }
}
