package painpathway.web.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.advice.LiveAdvisor;
import painpathway.api.AdviceRequest;
import painpathway.api.Replay;
import painpathway.api.ReplayedAssessment;
import painpathway.records.ClosedRecord;
import painpathway.records.Drafts;
import painpathway.records.Records;
import painpathway.vignette.SamplePatients;
import painpathway.web.Visitor;
import painpathway.web.form.Form;
import tools.jackson.databind.json.JsonMapper;

/** Closing, amending, comparing, handling and finding again, as a browser does it. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class RecordPageTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LiveAdvisor live;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Records records;

    @Autowired
    private Replay replay;

    private Visitor browser;
    private String draft;

    @BeforeEach
    void aSamplePatient() throws Exception {
        browser = new Visitor(mvc);
        draft = browser.intake(sample(0), "Bed 7");
    }

    @Test
    void freezesTheRequestAndTheAdviceToTheByte() throws Exception {
        ClosedRecord record = close(draft);
        byte[] again = mvc.perform(post("/api/advice")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(record.request()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(record.advice().getBytes(StandardCharsets.UTF_8)).isEqualTo(again);
        assertThat(record.knowledge()).isEqualTo(live.book().version());
        assertThat(record.reference()).isEqualTo("Bed 7");
        byte[] file = mvc.perform(get("/records/" + record.id() + "/file"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"Bed-7-1.json\""))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(file, StandardCharsets.UTF_8))
                .isEqualTo("{\"request\":" + record.request() + ",\"reply\":" + record.advice() + "}");
        assertThat(new JsonMapper().readTree(file).propertyNames()).containsExactly("request", "reply");
    }

    @Test
    void keepsEveryAnswerOfTheDraftInTheRequest() throws Exception {
        ClosedRecord record = close(draft);
        ReplayedAssessment again = ReplayedAssessment.of(replay.readRequest(record.request()), live.book());
        assertThat(again.unusable()).isEmpty();
        assertThat(Form.fields(again.assessment(), live.book().questionnaire()))
                .isEqualTo(without(drafts.find(record.draft()).orElseThrow().fields()));
    }

    @Test
    void showsARecordWithItsUrgencyVerdictsAndAnswers() throws Exception {
        ClosedRecord record = close(draft);
        String html = browser.page("/records/" + record.id());
        assertThat(html)
                .contains("Bed 7")
                .contains("Routine")
                .contains("v-candidate")
                .contains("58 years")
                .contains("Mark as dealt with")
                .contains("Facet joint injection")
                .contains(record.knowledge());
        assertThat(browser.location(get(draft))).isEqualTo("/records/" + record.id());
    }

    @Test
    void doesNotCloseWhileAnAnswerIsRefusedOrSomebodyElseWasFaster() throws Exception {
        assertThat(browser.location(post(draft + "/close")
                        .param("who", "AB")
                        .param("asked", "true")
                        .param("revision", "1")
                        .param("q.patient.age", "158")))
                .startsWith(draft + "?at=advice");
        assertThat(drafts.find(Visitor.id(draft)).orElseThrow().closedAs()).isNull();
        browser.location(
                post(draft).param("revision", "2").param("tab", "other").param("q.patient.age", "60"));
        String told = browser.page(browser.location(post(draft + "/close")
                .param("who", "AB")
                .param("asked", "true")
                .param("revision", "2")
                .param("tab", "mine")));
        assertThat(told).contains("Now: 60 years. Before: 158 years.");
        assertThat(drafts.find(Visitor.id(draft)).orElseThrow().closedAs()).isNull();
        assertThat(browser.location(post(draft + "/close")
                        .param("who", "AB")
                        .param("asked", "true")
                        .param("revision", "3")
                        .param("tab", "mine")))
                .startsWith("/records/");
    }

    @Test
    void saysHowManyAnswersCameAfterItWasClosed() throws Exception {
        ClosedRecord record = close(draft);
        assertThat(browser.location(post(draft).param("revision", "1").param("q.patient.age", "61")))
                .isEqualTo("/records/" + record.id() + "?late=1");
        assertThat(browser.page("/records/" + record.id() + "?late=1"))
                .contains("1 answer came in after this intake was closed");
        mvc.perform(post(draft)
                        .param("revision", "1")
                        .param("q.patient.age", "61")
                        .header("HX-Request", "true"))
                .andExpect(status().isConflict())
                .andExpect(header().string("Answers-Refused", "1"));
        mvc.perform(post(draft)
                        .param("revision", "1")
                        .param("touched", "q.patient.age")
                        .param("q.patient.age", "58")
                        .header("HX-Request", "true"))
                .andExpect(status().isConflict())
                .andExpect(header().string("Answers-Refused", "0"));
    }

    @Test
    void putsAnAmendmentBesideTheRecordAndShowsTheDifference() throws Exception {
        ClosedRecord first = close(draft);
        String amending = Visitor.path(browser.location(
                post("/records/" + first.id() + "/amend").param("who", "AB").param("reason", "a test")));
        browser.location(post(amending)
                .param("revision", "1")
                .param("touched", "p0.pain.worse-with")
                .param("q.safety.bladder-bowel-saddle", "urine")
                .param("q.safety.bladder-bowel-onset", "within-14-days"));
        ClosedRecord second = close(amending);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.id());
        assertThat(records.find(first.id()).orElseThrow().advice()).isEqualTo(first.advice());
        String difference = browser.page("/records/" + second.id() + "/difference");
        assertThat(difference)
                .contains("u-routine")
                .contains("u-emergency")
                .contains("candidate")
                .contains("withheld")
                .contains("Warning signs")
                .contains("Facet joint injection")
                .contains("blank");
        assertThat(browser.page("/records/" + first.id()))
                .contains("A later version amends this record")
                .contains("/records/" + second.id());
        assertThat(browser.page("/records/" + second.id()))
                .contains(live.book()
                        .catalogue()
                        .redFlag("cauda-equina")
                        .actions()
                        .get("emergency"));
        mvc.perform(get("/records/" + first.id() + "/difference")).andExpect(status().isNotFound());
    }

    @Test
    void advisesAgainUnderTodaysKnowledge() throws Exception {
        ClosedRecord record = close(draft);
        assertThat(browser.page("/records/" + record.id() + "/today"))
                .contains("Nothing has changed")
                .contains("The rules have not changed since");
        assertThat(records.find(record.id()).orElseThrow().advice()).isEqualTo(record.advice());
    }

    @Test
    void readsARequestThatTodaysQuestionnaireNoLongerTakesWhole() throws Exception {
        AdviceRequest request = replay.readRequest(close(draft)
                .request()
                .replace("\"policy\":\"us\"", "\"policy\":\"gone\"")
                .replace("\"patient.age\":58", "\"patient.age\":58,\"patient.shoe-size\":42")
                .replace("\"pain.weeks\":30", "\"pain.weeks\":30000"));
        ReplayedAssessment again = ReplayedAssessment.of(request, live.book());
        assertThat(again.unusable()).containsExactlyInAnyOrder("policy", "patient.shoe-size", "pain.weeks");
        assertThat(again.assessment().patient()).containsKeys("patient.age", "safety.cancer");
        assertThat(again.assessment().pains().get(0))
                .doesNotContainKey("pain.weeks")
                .containsKey("pain.site");
    }

    @Test
    void putsAnUnhandledEmergencyFirstUntilItIsHandled() throws Exception {
        ClosedRecord emergency = close(browser.intake(sample(2), "worklist <1>"));
        ClosedRecord routine = close(browser.intake(sample(0), "worklist <2>"));
        String list = browser.page("/records?samples=show&reference=WORKLIST");
        assertThat(list.indexOf(emergency.id())).isPositive().isLessThan(list.indexOf(routine.id()));
        assertThat(list).contains("worklist &lt;1&gt;").doesNotContain("<1>");
        assertThat(browser.location(
                        post("/records/" + emergency.id() + "/handled").param("who", "AB")))
                .isEqualTo("/records/" + emergency.id());
        assertThat(browser.page("/records/" + emergency.id()))
                .contains("Dealt with: ")
                .contains("AB")
                .doesNotContain("Mark as dealt with");
        list = browser.page("/records?samples=show&reference=worklist");
        assertThat(list.indexOf(routine.id())).isPositive().isLessThan(list.indexOf(emergency.id()));
        assertThat(browser.page("/records?samples=show&reference=worklist&urgency=emergency"))
                .contains(emergency.id())
                .doesNotContain(routine.id());
        assertThat(browser.page("/records?samples=show&reference=worklist&to=2020-01-01"))
                .contains("Nothing matches");
        assertThat(browser.page("/records?kind=x&urgency=y&from=z&to=9999-99-99&page=0"))
                .contains("Worklist");
    }

    @Test
    void knowsNoRecordThatWasNotMade() throws Exception {
        for (String address : List.of(
                "/records/nothing", "/records/nothing/today", "/records/nothing/difference", "/records/nothing/file")) {
            mvc.perform(get(address)).andExpect(status().isNotFound());
        }
        for (String address : List.of("/records/nothing/amend", "/records/nothing/handled", "/intakes/nothing/close")) {
            mvc.perform(post(address)).andExpect(status().isNotFound());
        }
    }

    @Test
    void nothingIsKeptOfAnIntakeWithoutAnswers() throws Exception {
        String draft = Visitor.path(browser.location(post("/intakes")));
        String back = browser.location(
                post(draft + "/close").param("who", "AB").param("asked", "true").param("revision", "1"));
        assertThat(back).startsWith(draft + "?at=advice&blank");
        assertThat(browser.page(back.replaceAll("#.*", ""))).contains("Nothing has been answered yet");
        assertThat(drafts.find(Visitor.id(draft)).orElseThrow().closedAs()).isNull();
    }

    // ------------------------------------------------------------------ helpers

    private String sample(int number) {
        return SamplePatients.load(live.book()).get(number).vignette();
    }

    private ClosedRecord close(String draft) throws Exception {
        long revision = drafts.find(Visitor.id(draft)).orElseThrow().revision();
        String address = browser.location(post(draft + "/close")
                .param("who", "AB")
                .param("asked", "true")
                .param("revision", String.valueOf(revision)));
        assertThat(address).startsWith("/records/");
        return records.find(Visitor.id(address)).orElseThrow();
    }

    private static Map<String, List<String>> without(Map<String, List<String>> fields) {
        Map<String, List<String>> answers = new LinkedHashMap<>(fields);
        answers.remove("reference");
        return answers;
    }
}
