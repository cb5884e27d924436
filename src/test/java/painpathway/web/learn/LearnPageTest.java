package painpathway.web.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import painpathway.ShippedRules;
import painpathway.knowledge.Fact;
import painpathway.rules.ClinicalRule;
import painpathway.vignette.Published;
import painpathway.web.Visitor;

/** What the pages for educators show. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class LearnPageTest {

    @Autowired
    private MockMvc mvc;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(mvc);
    }

    @Test
    void aRuleShowsItsTextItsSourceAndTheCasesOnBothSidesOfIt() throws Exception {
        ClinicalRule rule = ShippedRules.BOOK.rules().stream()
                .filter(r -> r.id().equals("facet-01"))
                .findFirst()
                .orElseThrow();
        assertThat(visitor.publicPage("/rules/facet-01"))
                .contains("<h1>" + rule.name(), rule.at().toString(), rule.rationale(), "suggests", "text read")
                .contains("met( &quot;<a href=\"/patterns/facet-like-pain\">facet-like-pain</a>&quot; )")
                .contains("href=\"/sources/" + rule.citation().source().id() + "\"")
                .contains("Cases that meet it", "href=\"/cases/facet-001\"")
                .contains("Cases that miss it by one line", "<small class=\"note\">not met: ");
    }

    @Test
    void theCasesThatMissARuleFailExactlyTheLineThatIsNamed() throws Exception {
        String page = visitor.publicPage("/criteria/pain-12-weeks");
        assertThat(page)
                .contains("the answer to “"
                        + ShippedRules.BOOK.questionnaire().known("pain.weeks").text() + "” is below 12 weeks")
                .contains("href=\"/cases?misses=pain-12-weeks\"");
        assertThat(visitor.publicPage("/cases?misses=pain-12-weeks"))
                .contains("Only cases that miss pain-12-weeks by one line");
    }

    @Test
    void anInterventionShowsItsRulesByVerbAndByPolicyAndATable() throws Exception {
        String page = visitor.publicPage("/interventions/facet-joint-injection");
        assertThat(page)
                .containsSubsequence(
                        "What suggests it", "Every policy", "What rules it out", "What asks for a check first")
                .contains("<table class=\"decisions\">", "class=\"cell-met\"", "class=\"cell-ruled-out\"");
        assertThat(page)
                .contains(ShippedRules.BOOK
                        .catalogue()
                        .check("multidisciplinary-plan")
                        .text());
        String row = page.substring(page.indexOf("<tbody>"), page.indexOf("</tr>", page.indexOf("<tbody>")));
        assertThat(row.split("<td", -1)).hasSameSizeAs(page.split("class=\"up\"", -1));
    }

    @Test
    void aPromotionalClaimSaysWhyNoRuleMayUseIt() throws Exception {
        Fact claim = ShippedRules.BOOK.catalogue().facts().stream()
                .filter(Fact::promotional)
                .findFirst()
                .orElseThrow();
        assertThat(visitor.publicPage("/facts/" + claim.id())).contains("Why no rule may use it", "promotional claim");
    }

    @Test
    void aCaseIsOpenedAsAnIntakeWithItsAnswers() throws Exception {
        String page = visitor.publicPage("/cases/facet-001");
        assertThat(page).contains("href=\"/questions/pain.weeks\"", ">30 weeks<", "v-candidate", "id: facet-001");
        MockHttpServletRequestBuilder open = post("/intakes");
        Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(page);
        while (hidden.find()) {
            open.param(hidden.group(1), hidden.group(2));
        }
        String draft = visitor.location(open);
        assertThat(visitor.page(Visitor.path(draft) + "?at=advice")).contains("id=\"entry-facet-joint-injection-0\"");
    }

    @Test
    void casesAreFilteredByInterventionVerdictAndUrgency() throws Exception {
        String all = visitor.publicPage("/cases?intervention=facet-joint-injection&verdict=candidate");
        String routine =
                visitor.publicPage("/cases?intervention=facet-joint-injection&verdict=candidate&urgency=routine");
        assertThat(all).contains("href=\"/cases/facet-001\"").doesNotContain("tag v-not-indicated");
        assertThat(count(routine)).isPositive().isLessThanOrEqualTo(count(all));
        assertThat(visitor.publicPage("/cases?topic=facet&urgency=emergency&verdict=candidate"))
                .contains("No case fits");
    }

    @Test
    void aPublishedPatientShowsItsSourceWhatWasDoneAndHowTheAdviceCompares() throws Exception {
        assertThat(visitor.publicPage("/cases/published-05a"))
                .contains("advice disagrees", "href=\"/sources/facet-leg-pain-case\"", "href=\"/cases/published-05b\"")
                .containsSubsequence(
                        "What the clinicians did",
                        "Radiofrequency ablation of the medial branches",
                        "How the advice compares",
                        "How it was entered",
                        "From the published text alone");
        assertThat(visitor.publicPage("/sources/facet-leg-pain-case"))
                .contains("published patient", "href=\"/cases/published-05a\"");
        assertThat(visitor.publicPage("/cases/facet-001")).doesNotContain("What the clinicians did");
    }

    @Test
    void casesAreFilteredToPublishedPatients() throws Exception {
        int all = count(visitor.publicPage("/cases?published=all"));
        int parts = 0;
        for (Published.Agreement agreement : Published.Agreement.values()) {
            String page = visitor.publicPage("/cases?published=" + agreement.word());
            assertThat(page).contains("tag a-" + agreement.word());
            parts += count(page);
        }
        assertThat(all).isEqualTo(parts).isEqualTo((int) ShippedRules.VIGNETTES.stream()
                .filter(v -> v.published() != null)
                .count());
    }

    private static int count(String page) {
        Matcher count = Pattern.compile("<h2>(\\d+) cases").matcher(page);
        assertThat(count.find()).isTrue();
        return Integer.parseInt(count.group(1));
    }

    @ParameterizedTest
    @CsvSource({
        "facet-01, /rules/facet-01",
        "FACET-01, /rules/facet-01",
        "pain.weeks, /questions/pain.weeks",
        "facett jiont injecton, /interventions/facet-joint-injection",
        "cauda equina, /red-flags/cauda-equina"
    })
    void theSearchFindsIdsFirstAndForgivesSlips(String query, String address) throws Exception {
        String page = visitor.publicPage("/search?q=" + query.replace(" ", "%20"));
        String found = page.substring(page.indexOf("<main"));
        assertThat(found).contains("href=\"" + address + "\"");
        if (!query.contains(" ")) {
            Matcher first = Pattern.compile("<li><a href=\"([^\"]+)\"").matcher(found);
            assertThat(first.find()).isTrue();
            assertThat(first.group(1)).isEqualTo(address);
        }
    }

    @Test
    void theSearchAnswersWhateverIsTyped() throws Exception {
        for (String query : List.of("", "%20", "%22%3E%3Cscript%3E", "x".repeat(5_000), "zzzzzzzz")) {
            assertThat(visitor.publicPage("/search?q=" + query))
                    .doesNotContain("\"><script>")
                    .doesNotContain("<li><a href=\"/rules/");
        }
    }

    @Test
    void aRetiredIdLeadsToTheRuleThatItLivesOnIn() throws Exception {
        mvc.perform(get("/rules/gate-25")).andExpect(redirectedUrl("/rules/gate-24"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rules/facet-999",
                "/criteria/facet-01",
                "/laws/none",
                "/cases/none",
                "/facts/F-NONE-01",
                "/questions/pain"
            })
    void whatHasNoIdHasNoPage(String address) throws Exception {
        mvc.perform(get(address)).andExpect(status().isNotFound());
    }

    @Test
    void aQuestionShowsWhichCriteriaEachAnswerMeets() throws Exception {
        assertThat(visitor.publicPage("/questions/pain.weeks"))
                .containsSubsequence(
                        "What each answer can meet",
                        "&gt;= 4 weeks",
                        "&gt;= 12 weeks",
                        "href=\"/criteria/pain-12-weeks\"");
        assertThat(visitor.publicPage("/questions/pain.site"))
                .containsSubsequence("What each answer can meet", "Low back", "href=\"/criteria/");
    }

    @Test
    void anInterventionNamesTheSourceOfEachRuleAndSomeCandidates() throws Exception {
        assertThat(visitor.publicPage("/interventions/facet-joint-injection"))
                .contains(ShippedRules.BOOK.rules().stream()
                        .filter(r -> r.id().equals("facet-01"))
                        .map(r ->
                                "<small class=\"note\">" + r.citation().source().title() + ", "
                                        + r.citation().section())
                        .findFirst()
                        .orElseThrow())
                .contains("Cases for whom it is a candidate", "verdict=candidate\"");
    }

    @Test
    void aRuleIsFoundByWhyItIsThere() throws Exception {
        assertThat(visitor.publicPage("/search?q=wrong+often+enough+checklist")).contains("/rules/facet-02");
    }

    @Test
    void aPromotionalClaimIsMarkedWhereverItIsListed() throws Exception {
        Fact claim = ShippedRules.BOOK.catalogue().facts().stream()
                .filter(Fact::promotional)
                .findFirst()
                .orElseThrow();
        String list = visitor.publicPage("/facts");
        String after = list.substring(list.indexOf("href=\"/facts/" + claim.id() + "\""));
        assertThat(after.substring(0, after.indexOf("</li>"))).contains("promotional claim");
    }

    @Test
    void aLineThatNearlyEverybodyMissesIsNotListedCaseByCase() throws Exception {
        for (ClinicalRule rule : ShippedRules.BOOK.rules()) {
            if (rule.id().equals("rf-03")) {
                assertThat(visitor.publicPage("/rules/rf-03")).doesNotContain("/cases?misses=rf-03");
            }
        }
    }
}
