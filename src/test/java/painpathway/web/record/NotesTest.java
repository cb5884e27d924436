package painpathway.web.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.ShippedRules;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.vignette.SamplePatients;
import painpathway.web.Visitor;

/** Notes and sums: kept through saving, two tabs, closing, amending, comparing and printing, and never read by a rule. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class NotesTest {

    private static final String NOTE = "q.note.medicine.blood-thinner";
    private static final String LEVEL = "p0.note.scan.findings";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Drafts drafts;

    private Visitor browser;
    private String draft;

    @BeforeEach
    void aSamplePatient() throws Exception {
        browser = new Visitor(mvc);
        draft = browser.intake(SamplePatients.load(ShippedRules.BOOK).get(0).vignette(), "Bed 7");
    }

    private Draft now() {
        return drafts.find(Visitor.id(draft)).orElseThrow();
    }

    @Test
    void aNoteIsKeptLineByLineAndCanBeTakenBack() throws Exception {
        browser.location(post(draft).param("revision", "1").param(NOTE, "Eliquis\r\n\r\nin the morning"));
        assertThat(now().fields()).containsEntry(NOTE, List.of("Eliquis", "", "in the morning"));
        assertThat(browser.page(draft + "?at=medicine")).contains(">Eliquis in the morning</textarea>");
        browser.location(post(draft).param("revision", "2").param(NOTE, ""));
        assertThat(now().fields()).doesNotContainKey(NOTE);
    }

    @Test
    void aNoteOfAnotherTabIsToldAndNotOverwritten() throws Exception {
        browser.location(post(draft).param("revision", "1").param("tab", "one").param(NOTE, "Eliquis"));
        String location = browser.location(
                post(draft).param("revision", "1").param("tab", "two").param("q.note.safety", "Came alone"));
        assertThat(browser.page(location)).contains("Which ones, by name").contains("Now: Eliquis");
        assertThat(now().fields()).containsKeys(NOTE, "q.note.safety");
    }

    @Test
    void aNoteChangesNoAdviceAndNoCountOfQuestions() throws Exception {
        String before = browser.page(draft + "?at=advice");
        browser.location(post(draft).param("revision", "1").param("q.note.safety", "cauda equina, cancer, fever"));
        String after = browser.page(draft + "?at=advice");
        assertThat(advice(after)).isEqualTo(advice(before)).isNotEmpty();
        assertThat(after).doesNotContain("An answer came in for a question that is not on this page");
    }

    @Test
    void staysWithTheRecordItsPaperAndItsAmendment() throws Exception {
        browser.location(post(draft).param("revision", "1").param(LEVEL, "L5/S1 left\nMRI of May"));
        String record = browser.location(
                post(draft + "/close").param("who", "AB").param("asked", "true").param("revision", "2"));
        assertThat(record).startsWith("/records/");
        assertThat(browser.page(record)).contains("L5/S1 left MRI of May");
        assertThat(browser.page(record + "/print")).contains("L5/S1 left MRI of May");
        draft = Visitor.path(
                browser.location(post(record + "/amend").param("who", "AB").param("reason", "a new scan")));
        assertThat(now().fields()).containsEntry(LEVEL, List.of("L5/S1 left", "MRI of May"));
        browser.location(
                post(draft).param("revision", String.valueOf(now().revision())).param(LEVEL, "L4/5 left"));
        String next = browser.location(post(draft + "/close")
                .param("who", "AB")
                .param("asked", "true")
                .param("revision", String.valueOf(now().revision())));
        assertThat(browser.page(next + "/difference"))
                .contains("L5/S1 left MRI of May")
                .contains("L4/5 left");
    }

    @Test
    void aFieldThatIsNoNoteIsShownAsStrange() throws Exception {
        browser.location(post(draft).param("revision", "1").param("q.note.patient.age", "old"));
        assertThat(browser.page(draft)).contains("An answer came in for a question that is not on this page");
    }

    @Test
    void aSumFillsItsQuestionWithoutAScriptAndStaysWithTheRecord() throws Exception {
        browser.location(post(draft)
                .param("revision", "1")
                .param("q.sum.opioid-dose.1.what", "oxycodone")
                .param("q.sum.opioid-dose.1.dose", "10")
                .param("q.sum.opioid-dose.1.times", "2"));
        assertThat(browser.page(draft + "?at=opioid"))
                .contains("Oxycodone, by mouth: 10 mg × 2 a day × 1.5 = 30")
                .contains("Use 30 mg/day as the answer")
                .contains("Never use it to change");
        browser.location(post(draft)
                .param("revision", String.valueOf(now().revision()))
                .param("q.sum.opioid-dose.1.what", "oxycodone")
                .param("q.sum.opioid-dose.1.dose", "10")
                .param("q.sum.opioid-dose.1.times", "2")
                .param("q.opioid.daily-dose", "7")
                .param("fill", "opioid-dose"));
        assertThat(now().fields()).containsEntry("q.opioid.daily-dose", List.of("30"));
        String record = browser.location(post(draft + "/close")
                .param("who", "AB")
                .param("asked", "true")
                .param("revision", String.valueOf(now().revision())));
        assertThat(browser.page(record)).contains("Oxycodone, by mouth: 10 mg × 2 a day × 1.5 = 30");
    }

    @Test
    void aSumThatIsNotWholeFillsNothing() throws Exception {
        browser.location(post(draft)
                .param("revision", "1")
                .param("q.sum.opioid-dose.1.what", "oxycodone")
                .param("q.sum.opioid-dose.1.dose", "10")
                .param("q.opioid.daily-dose", "7")
                .param("fill", "opioid-dose"));
        assertThat(now().fields()).containsEntry("q.opioid.daily-dose", List.of("7"));
        assertThat(browser.page(draft + "?at=opioid")).contains("Something is still missing");
    }

    @Test
    void theMeanOfThreeScoresIsShownAndTheLicensedFormLinked() throws Exception {
        browser.location(post(draft)
                .param("revision", "1")
                .param("p0.pain.average", "6")
                .param("q.function.enjoyment", "5")
                .param("q.function.general-activity", "5"));
        assertThat(browser.page(draft + "?at=function"))
                .contains("PEG: the mean of pain, enjoyment and activity: 5.3 points");
        assertThat(browser.page(draft + "?at=mood")).contains("https://www.keele.ac.uk/sbst/");
    }

    private static String advice(String page) {
        return page.substring(page.indexOf("id=\"advice\""), page.indexOf("id=\"close\""));
    }
}
