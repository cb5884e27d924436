package painpathway.web.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.web.Visitor;

/** Cases with other answers, every value of an answer, and two cases beside each other. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class WhatIfPageTest {

    private static final String CASE = "/cases/facet-001";

    @Autowired
    private MockMvc mvc;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(mvc);
    }

    @Test
    void aChangedAnswerIsKeptInTheAddressAndItsConsequencesAreShown() throws Exception {
        mvc.perform(get(CASE + "/what-if")
                        .queryParam("edit", "p0.pain.weeks")
                        .queryParam("p0.pain.weeks", "2 months")
                        .queryParam("save", "1"))
                .andExpect(redirectedUrl(CASE + "/what-if?c=p0.pain.weeks:8"));
        assertThat(visitor.publicPage(CASE + "/what-if?c=p0.pain.weeks:8"))
                .contains("was: 30 weeks", "8 weeks")
                .containsSubsequence("What follows", "Facet joint injection", "candidate", "not indicated", "facet-01")
                .containsSubsequence("Changes so far", "2 verdicts changed.", "Back to before this")
                .containsSubsequence("Where the two runs part", "Criteria", "Pain has lasted at least 12 weeks");
    }

    @Test
    void aChangeThatChangesNothingIsNotKeptAndABlankIsAChange() throws Exception {
        mvc.perform(get(CASE + "/what-if")
                        .queryParam("edit", "p0.pain.weeks")
                        .queryParam("p0.pain.weeks", "30")
                        .queryParam("save", "1"))
                .andExpect(redirectedUrl(CASE + "/what-if"));
        mvc.perform(get(CASE + "/what-if").queryParam("edit", "p0.pain.weeks").queryParam("save", "1"))
                .andExpect(redirectedUrl(CASE + "/what-if?c=p0.pain.weeks:"));
        assertThat(visitor.publicPage(CASE + "/what-if?c=p0.pain.weeks:")).contains("more answers needed");
    }

    @Test
    void anAnswerThatIsRefusedIsSaidAndNothingIsLost() throws Exception {
        assertThat(visitor.publicPage(
                        CASE + "/what-if?c=p0.pain.average:3&edit=p0.pain.weeks&save=1&p0.pain.weeks=soon"))
                .contains("This answer cannot be used.", "value=\"soon\"", "value=\"p0.pain.average:3\"");
    }

    @Test
    void theNearestPatientWithAnotherVerdictIsALinkToTry() throws Exception {
        assertThat(visitor.publicPage(CASE + "/what-if?c=p0.pain.weeks:8&near=facet-joint-injection"))
                .contains("at least 12 weeks", "c=p0.pain.weeks:8&amp;c=p0.pain.weeks:12");
        assertThat(visitor.publicPage(CASE + "/what-if?c=p0.pain.weeks:8&c=p0.pain.weeks:12"))
                .contains("No verdict differs.");
    }

    @Test
    void aPolicyCanBeChangedLikeAnAnswer() throws Exception {
        assertThat(visitor.publicPage("/compare?a=facet-001&b=facet-001&pa=us&pb=uk"))
                .contains("United States", "United Kingdom", "All answers are the same.");
    }

    @Test
    void twoCasesPartAtTheFirstFindingThatDiffers() throws Exception {
        String page = visitor.publicPage("/compare");
        assertThat(page).contains("Pairs worth a look", "/compare?a=");
        String pair = page.substring(page.indexOf("/compare?a=")).split("\"")[0].replace("&amp;", "&");
        assertThat(visitor.publicPage(pair))
                .containsSubsequence("Answers that differ", "Where the two part", "class=\"first\"", "Verdicts", "→");
    }

    @Test
    void aMistypedCaseIsNamedAndTheFormIsKept() throws Exception {
        assertThat(visitor.publicPage("/compare?a=facet-001&b=fact-002"))
                .contains("There is no case “fact-002”", "value=\"facet-001\"");
    }

    @Test
    void aStripShowsTheThresholdOfTheRules() throws Exception {
        assertThat(visitor.publicPage(CASE + "/sweep?of=p0.pain.weeks"))
                .containsSubsequence("no answer", "0–11 weeks", "12–", "this patient")
                .containsSubsequence("Facet joint injection", "vc-not-indicated", "vc-candidate");
        assertThat(visitor.publicPage(CASE + "/sweep?of=p0.pain.weeks&by=p0.pain.average&about=facet-joint-injection"))
                .containsSubsequence("0–4 points", "5–8 points", "mine", "this patient");
    }

    @Test
    void aQuestionThatIsNotAskedIsNotSweptAndTooManyPairsAreNotDrawn() throws Exception {
        assertThat(visitor.publicPage(CASE + "/sweep?of=p0.scan.findings"))
                .contains("not asked of this patient")
                .doesNotContain("<table class=\"strip");
        assertThat(visitor.publicPage(CASE + "/sweep?of=p0.pain.weeks&by=q.patient.age&about=facet-joint-injection"))
                .contains("too many pairs", "<table class=\"strip\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/what-if?c=nonsense&c=p9.pain.weeks:3&c=q.no.such:1&c=:&edit=p7.pain.weeks",
                "/what-if?near=nothing",
                "/what-if?c={x}&edit=%26",
                "/sweep?of=p9.pain.weeks&by=q.none&about=nothing",
                "/sweep?of=p0.pain.weeks&by=p0.pain.weeks&about=facet-joint-injection"
            })
    void whatNobodyAsksIsIgnored(String address) throws Exception {
        mvc.perform(get(java.net.URI.create(CASE + address.replace("{", "%7B").replace("}", "%7D"))))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases/none/what-if", "/cases/none/sweep", "/cases/none/steps"})
    void aCaseThatDoesNotExistIsNotFound(String address) throws Exception {
        mvc.perform(get(address)).andExpect(status().isNotFound());
    }
}
