package painpathway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;
import painpathway.ShippedRules;
import painpathway.advice.Explanation;
import painpathway.advice.LiveAdvisor;
import painpathway.advice.Reason;
import painpathway.questionnaire.Truth;
import painpathway.rules.Verb;
import painpathway.vignette.SamplePatients;
import painpathway.vignette.Vignette;

/** What unfolds as "every rule" under an entry. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class EveryRuleTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LiveAdvisor live;

    @Test
    void rulesThatOnlyExcludeOtherPatientsAreCountedAndNotShown() throws Exception {
        String sample = SamplePatients.load(live.book()).get(0).vignette();
        String at = mvc.perform(post("/intakes").param("sample", sample))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String page = HtmlUtils.htmlUnescape(
                mvc.perform(get(at.substring(0, at.indexOf('?')) + "/entries/facet-joint-injection-0/rules"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        Vignette vignette = ShippedRules.VIGNETTES.stream()
                .filter(v -> v.name().equals(sample))
                .findFirst()
                .orElseThrow();
        Explanation explanation = ShippedRules.PLAIN.explain(vignette.assessment()).explanations().stream()
                .filter(e -> e.intervention().id().equals("facet-joint-injection"))
                .findFirst()
                .orElseThrow();
        List<Reason> others = explanation.rules().stream()
                .filter(r -> r.rule().verb().isAgainst() && r.truth() == Truth.NOT_MET)
                .toList();
        assertThat(others).anyMatch(r -> r.rule().verb() == Verb.CONTRAINDICATE);
        for (Reason reason : explanation.rules()) {
            if (others.contains(reason)) {
                assertThat(page).doesNotContain("<span>" + reason.rule().name() + "</span>");
            } else {
                assertThat(page).contains("<span>" + reason.rule().name() + "</span>");
            }
        }
        assertThat(page).contains("are left out here (" + others.size() + ").");
    }
}
