package painpathway.web.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.advice.LiveAdvisor;
import painpathway.records.Drafts;
import painpathway.records.Records;
import painpathway.vignette.SamplePatients;
import painpathway.web.Visitor;

/** Whatever is done about an intake or a record carries the initials of a person, and is done once. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class DeedPageTest {

    private static final int EMERGENCY = 2;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LiveAdvisor live;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Records records;

    private Visitor browser;
    private String draft;

    @BeforeEach
    void anEmergency() throws Exception {
        browser = new Visitor(mvc);
        draft = browser.intake(SamplePatients.load(live.book()).get(EMERGENCY).vignette(), "Bed 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "7", "A1", "\ud83e\uddb4", "ABCDEFGHIJK"})
    void nobodyClosesOrActsWithoutInitials(String who) throws Exception {
        assertThat(browser.location(post(draft + "/close")
                        .param("revision", "1")
                        .param("asked", "true")
                        .param("who", who)))
                .isEqualTo(draft + "/closing?initials");
        assertThat(browser.page(draft + "/closing?initials")).contains("Enter your initials first");
        assertThat(drafts.find(Visitor.id(draft)).orElseThrow().closedAs()).isNull();
        String record = closed("AB");
        for (String deed : new String[] {"handled", "told", "amend"}) {
            String back = browser.location(post(record + "/" + deed)
                    .param("who", who)
                    .param("at", now())
                    .param("whom", "the hospital")
                    .param("reason", "a new answer"));
            assertThat(back).startsWith(record + "?fault=initials");
            assertThat(browser.page(back.replaceAll("#.*", ""))).contains("Enter your initials: 1 to 10 letters");
        }
        assertThat(records.find(Visitor.id(record)).orElseThrow().handled()).isNull();
        assertThat(browser.page(record)).contains("Nothing has been noted yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB", "A. B.", "\u00e9", "\u674e", "\uae40\ubbfc\uc900", "\u0930\u093e", "\u0645\u062d"})
    void initialsMayBeInAnyScript(String who) throws Exception {
        String record = closed(who);
        assertThat(records.find(Visitor.id(record)).orElseThrow().closedBy()).isEqualTo(who.replaceAll("[. ]", ""));
    }

    @Test
    void closingSaysOnceWhatIsMissing() throws Exception {
        draft = Visitor.path(browser.location(post("/intakes").param("q.patient.age", "58")));
        assertThat(browser.location(
                        post(draft + "/close").param("revision", "1").param("who", "AB")))
                .isEqualTo(draft + "/closing");
        String page = browser.page(draft + "/closing");
        assertThat(page).contains("Before you close").contains("more question").contains("name=\"asked\"");
        String record = closed("AB");
        assertThat(browser.location(get(draft + "/closing"))).isEqualTo(record);
        assertThat(browser.location(
                        post(draft + "/close").param("revision", "1").param("who", "AB")))
                .as("a second click")
                .isEqualTo(record);
        assertThat(records.versions(Visitor.id(record))).hasSize(1);
    }

    @Test
    void whoWasToldIsOnTheRecordAndOnPaper() throws Exception {
        String record = closed("AB");
        String before = browser.page(record + "/letter");
        told(record, now(), "the hospital <1>", "spoke to Dr Lee");
        told(record, now(), "the family doctor", "");
        for (String page : new String[] {record, record + "/letter", record + "/print"}) {
            assertThat(browser.page(page))
                    .as(page)
                    .contains("Told: the hospital &lt;1&gt;")
                    .contains("spoke to Dr Lee")
                    .contains("Told: the family doctor")
                    .contains("(AB)");
        }
        assertThat(browser.page(record + "/patient-sheet")).doesNotContain("Dr Lee");
        assertThat(before).doesNotContain("Told: ");
        mvc.perform(get(record + "/letter.pdf")).andExpect(status().isOk());
        mvc.perform(get(record + "/handover.pdf")).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2999-01-01T10:00", "1999-01-01T10:00"})
    void nobodyWasToldAtATimeThatHasNotPassed(String at) throws Exception {
        String record = closed("AB");
        assertThat(told(record, at, "the hospital", "")).startsWith(record + "?fault=time");
        assertThat(told(record, now(), "", "")).startsWith(record + "?fault=whom");
        assertThat(browser.page(record)).doesNotContain("Told: ");
    }

    @Test
    void whatWasHandledCanBeTakenBack() throws Exception {
        String record = closed("AB");
        browser.location(post(record + "/handled").param("who", "CD"));
        assertThat(browser.page(record)).contains("Not dealt with after all").doesNotContain("Mark as dealt with");
        browser.location(post(record + "/reopen").param("who", "EF"));
        assertThat(browser.page(record))
                .contains("Mark as dealt with")
                .contains("No longer counts as dealt with")
                .contains("(EF)");
    }

    @Test
    void amendingAsksForAReasonShowsItAndIsBegunOnce() throws Exception {
        String record = closed("AB");
        assertThat(browser.location(post(record + "/amend").param("who", "AB"))).startsWith(record + "?fault=reason");
        String first = amend(record, "one");
        assertThat(amend(record, "one")).isEqualTo(first);
        assertThat(amend(record, "another-tab")).isEqualTo(first);
        assertThat(browser.page(first))
                .contains("You are amending record Bed 9, version 1, closed on ")
                .contains("by AB.")
                .contains("Reason for amending: the wife called");
        assertThat(browser.page(record)).contains("CD is amending this record now");
        draft = first;
        String second = closed("CD");
        assertThat(browser.page(second)).contains("Reason for amending: the wife called");
        assertThat(browser.page(record)).doesNotContain(">Amend<").contains("A later version amends this record");
    }

    @Test
    void twoClicksOnBeginMakeOneDraftAndAnotherReferenceMakesAnother() throws Exception {
        String first = begin("Bed 1");
        assertThat(begin("Bed 1")).isEqualTo(first);
        assertThat(begin("Bed 2")).isNotEqualTo(first);
    }

    @Test
    void aDiscardedDraftCanBeTakenBackWithAllOfIt() throws Exception {
        String back =
                browser.location(post(draft + "/discard").param("revision", "1").param("q.patient.age", "77"));
        assertThat(browser.page(back)).contains("The draft is in the bin").contains(draft + "/take-back");
        assertThat(browser.page("/records?samples=show&kind=drafts&reference=bed+9"))
                .doesNotContain(draft + "\"");
        assertThat(browser.page("/records?samples=show&kind=bin")).contains(draft + "\"");
        assertThat(browser.page(draft)).contains("This draft is in the bin");
        assertThat(browser.location(post(draft + "/take-back"))).isEqualTo(draft);
        assertThat(browser.page(draft)).doesNotContain("This draft is in the bin");
        assertThat(drafts.find(Visitor.id(draft)).orElseThrow().fields().get("q.patient.age"))
                .containsExactly("77");
    }

    private String begin(String reference) throws Exception {
        return browser.location(post("/intakes").param("token", "same-form").param("reference", reference));
    }

    private String amend(String record, String token) throws Exception {
        return Visitor.path(browser.location(post(record + "/amend")
                .param("who", "CD")
                .param("reason", "the wife called")
                .param("token", token + record.replaceAll("[^A-Za-z0-9]", ""))));
    }

    private String told(String record, String at, String whom, String note) throws Exception {
        return browser.location(post(record + "/told")
                .param("who", "AB")
                .param("at", at)
                .param("whom", whom)
                .param("note", note));
    }

    private static String now() {
        return LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private String closed(String who) throws Exception {
        long revision = drafts.find(Visitor.id(draft)).orElseThrow().revision();
        String record = browser.location(post(draft + "/close")
                .param("revision", String.valueOf(revision))
                .param("asked", "true")
                .param("who", who));
        assertThat(record).startsWith("/records/");
        return record;
    }
}
