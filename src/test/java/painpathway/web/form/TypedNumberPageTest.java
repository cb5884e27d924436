package painpathway.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.web.Visitor;

/** What somebody types into a number field: kept as typed, and shown as it counts or as refused. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class TypedNumberPageTest {

    @Autowired
    private MockMvc mvc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q.patient.age|\uff15\uff18|58 years",
                "q.patient.age|58 yrs|58 years",
                "p0.pain.weeks|1\u00a0000|1000 weeks",
                "p0.pain.weeks|7 months|30 weeks",
                "p0.pain.weeks|1 year and 3 months|65 weeks",
                "p0.pain.weeks|half a year|26 weeks",
                "p0.pain.weeks|10 days|1 week",
                "q.health.hba1c|48 mmol/mol|6.5 percent",
                "q.medicine.inr|2,5|2.5 ratio"
            })
    void keepsTheTextAndSaysHowItCounts(String field, String typed, String understood) throws Exception {
        String html = page(field, typed);
        assertThat(html)
                .contains("value=\"" + typed + "\"")
                .contains(">= " + understood + "</output>")
                .contains("data-state=\"saved\"")
                .doesNotContain("Please correct these answers");
    }

    @ParameterizedTest
    @CsvSource({"q.patient.age, 58", "q.patient.age, 58 years", "p0.pain.weeks, 1"})
    void saysNothingBesideWhatIsPlain(String field, String typed) throws Exception {
        assertThat(page(field, typed)).doesNotContain(">= ");
    }

    @Test
    void asksWhichOfTwoNumbersIsMeant() throws Exception {
        String html = page("p0.pain.weeks", "1,000");
        assertThat(html)
                .contains("value=\"1,000\"")
                .contains("1,000 could mean 1000 or 1. Write one of the two. Until then this counts as blank.")
                .doesNotContain(">= ");
        assertThat(saving(html)).isEqualTo("Cannot be used yet: 1. Please correct what is marked.");
    }

    @ParameterizedTest
    @CsvSource({"q.patient.age, 58.5 years", "q.patient.age, 158 yrs", "q.patient.age, 5 kg", "p0.pain.weeks, soon"})
    void whatIsRefusedIsNotShownAsSaved(String field, String typed) throws Exception {
        String html = page(field, typed);
        assertThat(html)
                .contains("value=\"" + typed + "\"")
                .contains("Enter a whole number, ")
                .doesNotContain(">= ");
        assertThat(saving(html)).doesNotContain("Saved");
    }

    @Test
    void saysInWhichOtherUnitsTimeCanBeGiven() throws Exception {
        String html = page("p0.pain.weeks", "7 months");
        assertThat(html)
                .contains("0 to 5200 weeks, or in months or years, rounded down to whole weeks</small>")
                .contains("<small>0 to 120 years</small></span>");
    }

    @Test
    void saysWhereAFormulaIsFrom() throws Exception {
        assertThat(page("q.patient.age", "58"))
                .contains("3 to 20 percent, or in mmol/mol (IFCC/NGSP master equation)</small>");
    }

    /** What rests on the time reads it in weeks. */
    @Test
    void aQuestionThatIsDueFromSomeWeeksOnIsDueForMonths() throws Exception {
        assertThat(enjoyment(page("p0.pain.weeks", "27 days"))).contains("hidden");
        assertThat(enjoyment(page("p0.pain.weeks", "1 month"))).doesNotContain("hidden");
    }

    @Test
    void theReplyToAScriptSaysItBesideTheField() throws Exception {
        Visitor visitor = new Visitor(mvc);
        String draft = Visitor.path(visitor.location(post("/intakes")));
        String reply = mvc.perform(post(draft)
                        .header("HX-Request", "true")
                        .param("q.patient.age", "58 yrs")
                        .param("revision", "1"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(reply).containsPattern("<output [^>]*id=\"q_patient_age-read\"[^>]*>= 58 years</output>");
    }

    private String page(String field, String typed) throws Exception {
        Visitor visitor = new Visitor(mvc);
        String draft = visitor.location(post("/intakes"));
        return visitor.page(visitor.location(post(draft).param(field, typed).param("whole", "true")));
    }

    private static String enjoyment(String html) {
        int at = html.indexOf("data-field=\"q.function.enjoyment\"");
        return html.substring(html.lastIndexOf('<', at), html.indexOf('>', at));
    }

    private static String saving(String html) {
        String line = html.substring(html.indexOf("<p id=\"saving\""));
        return line.substring(line.indexOf('>') + 1, line.indexOf("</p>"));
    }
}
