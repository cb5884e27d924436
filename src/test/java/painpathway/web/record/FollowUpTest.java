package painpathway.web.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.ShippedRules;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.vignette.SamplePatients;
import painpathway.web.Visitor;

/** A follow-up takes over history, marked, asks the rest anew with the result of the procedure first, and shows both advices. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class FollowUpTest {

    private static final String PROCEDURES = "p0.prior.procedures";
    private static final String RELIEF = "p0.prior.facet-block-1-relief";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Drafts drafts;

    private Visitor browser;
    private String record;
    private Draft closed;
    private String intake;

    @BeforeEach
    void aFollowUpOfASamplePatient() throws Exception {
        browser = new Visitor(mvc);
        String first =
                browser.intake(SamplePatients.load(ShippedRules.BOOK).get(0).vignette(), "Bed 7");
        browser.location(post(first)
                .param("revision", "1")
                .param("p0.prior.procedures", "epidural")
                .param("p0.prior.epidural-relief", "30")
                .param("p0.note.prior.procedures", "L4/5"));
        record = close(first, 2);
        closed = drafts.find(Visitor.id(first)).orElseThrow();
        intake = Visitor.path(browser.location(post(record + "/follow-up").param("token", "one")));
    }

    private String close(String draft, long revision) throws Exception {
        return browser.location(post(draft + "/close")
                .param("who", "AB")
                .param("asked", "true")
                .param("revision", String.valueOf(revision)));
    }

    private Draft now() {
        return drafts.find(Visitor.id(intake)).orElseThrow();
    }

    private void answer(String field, String... values) throws Exception {
        browser.location(post(intake)
                .param("revision", String.valueOf(now().revision()))
                .param("touched", field)
                .param(field, values));
    }

    @Test
    void historyIsTakenOverWithItsNotesAndNothingThatCanHaveChanged() {
        Draft followUp = now();
        assertThat(followUp.reference()).isEqualTo("Bed 7");
        assertThat(followUp.follows()).isEqualTo(Visitor.id(record));
        assertThat(followUp.fields())
                .containsEntry("p0.pain.site", closed.fields().get("p0.pain.site"))
                .containsEntry(PROCEDURES, List.of("epidural"))
                .containsEntry("p0.note.prior.procedures", List.of("L4/5"))
                .as("an answer that says none, or can be another by now, is asked anew")
                .doesNotContainKeys("p0.scan.kind", "q.health.allergies", "p0.prior.epidural-relief")
                .doesNotContainKeys("p0.pain.weeks", "q.medicine.blood-thinner", "p0.care.physiotherapy-weeks");
        assertThat(closed.fields()).containsKeys("p0.scan.kind", "p0.pain.weeks", "q.medicine.blood-thinner");
        for (String field : followUp.fields().keySet()) {
            assertThat(Item.parse(field, ShippedRules.BOOK.questionnaire())
                            .map(Item::question)
                            .filter(Question::safety))
                    .as(field)
                    .isEmpty();
        }
    }

    @Test
    void theProcedureAndItsReliefAreAskedBeforeAnythingElse() throws Exception {
        assertThat(browser.page(intake + "?lead=one"))
                .contains("data-ask=\"" + PROCEDURES)
                .contains("This follows up Bed 7");
        answer(PROCEDURES, "facet-block", "epidural");
        assertThat(browser.page(intake + "?lead=one")).contains("data-ask=\"" + RELIEF);
        answer(RELIEF, "85");
        answer("p0.prior.facet-block-1-hours", "5");
        answer("p0.prior.facet-block-days-ago", "6");
        answer("p0.prior.epidural-relief", "30");
        answer("p0.prior.epidural-weeks-lasted", "2");
        answer("p0.prior.epidurals-last-year", "1");
        answer("p0.prior.latest-days-ago", "6");
        assertThat(browser.page(intake + "?lead=one"))
                .as("then the safety questions")
                .contains("data-ask=\"p0.pain.weeks");
    }

    @Test
    void whatWasTakenOverWaitsUntilSomebodyHasCheckedIt() throws Exception {
        assertThat(marks()).containsEntry("waiting", 4).containsEntry("checked", 0);
        assertThat(browser.page(intake + "?at=advice")).contains("4 answers taken over, not checked yet");
        answer("q.checked.patient.age", "yes");
        assertThat(marks()).as("still right").containsEntry("waiting", 3).containsEntry("checked", 1);
        answer(PROCEDURES, "epidural", "nerve-block");
        assertThat(marks()).as("another answer is one of today").containsEntry("waiting", 2);
        answer("q.checked.patient.age", "");
        assertThat(marks()).as("taken back").containsEntry("waiting", 3).containsEntry("checked", 0);
        assertThat(browser.page(intake + "/closing"))
                .contains("3 answers taken over, not checked yet")
                .contains("href=\"" + intake + "?at=advice\"");
    }

    @Test
    void whatWasTakenOverAboutAPlaceGoesWithThePlace() throws Exception {
        answer("p0.pain.site", "neck");
        assertThat(now().fields())
                .containsEntry("p0.pain.site", List.of("neck"))
                .containsKeys("q.patient.age", "q.carried.patient.age")
                .doesNotContainKeys(PROCEDURES, "p0.carried.prior.procedures", "p0.carried.pain.site");
        answer("p0.pain.side", "left");
        answer(PROCEDURES, "epidural");
        assertThat(now().fields()).as("said of the new place").containsEntry(PROCEDURES, List.of("epidural"));
    }

    @Test
    void itGoesAlsoWhereThePageIsClosedWithTheNewPlace() throws Exception {
        browser.location(post(intake + "/close")
                .param("who", "AB")
                .param("revision", "1")
                .param("touched", "p0.pain.side")
                .param("p0.pain.side", "left"));
        assertThat(now().fields())
                .containsEntry("p0.pain.side", List.of("left"))
                .doesNotContainKey(PROCEDURES);
    }

    @Test
    void afterAnEmergencyTheWarningSignsComeFirst() throws Exception {
        String first =
                browser.intake(SamplePatients.load(ShippedRules.BOOK).get(2).vignette(), "Bed 8");
        String emergency = close(first, 1);
        String followUp = Visitor.path(browser.location(post(emergency + "/follow-up")));
        assertThat(browser.page(followUp + "?lead=one"))
                .contains("Then: Emergency")
                .contains("data-ask=\"p0.pain.weeks")
                .doesNotContain("data-ask=\"" + PROCEDURES);
    }

    private Map<String, Integer> marks() throws Exception {
        String page = browser.page(intake + "?at=patient");
        int all = count(page, "class=\"beside carried\"");
        int checked = count(page, "name=\"[qp]0?\\.checked\\.[^\"]+\" checked");
        return Map.of("waiting", all - checked, "checked", checked);
    }

    private static int count(String page, String pattern) {
        return page.split(pattern, -1).length - 1;
    }

    @Test
    void bothAdvicesStandBesideEachOtherOpenAndClosed() throws Exception {
        answer("p0.pain.weeks", "3");
        String open = browser.page(intake + "/then-and-now");
        assertThat(open).contains("Then, ").contains("Now, not closed yet").contains("What changed");
        String followUp = close(intake, now().revision());
        assertThat(browser.page(followUp))
                .contains(record + "\"")
                .contains("Taken over from an earlier record, not checked again")
                .contains("How old is the patient?");
        assertThat(browser.page(followUp + "/then-and-now")).doesNotContain("not closed yet");
        assertThat(browser.page(record)).contains("Follow-up begun on").contains(followUp + "\"");
        assertThat(browser.page(followUp + "/letter")).contains("taken over from an earlier record, not checked again");
        assertThat(browser.location(post(intake))).startsWith(followUp);
    }

    @Test
    void twoClicksBeginOneFollowUpAndAnAmendedVersionBeginsNone() throws Exception {
        assertThat(Visitor.path(browser.location(post(record + "/follow-up").param("token", "one"))))
                .isEqualTo(intake);
        String amendment = Visitor.path(
                browser.location(post(record + "/amend").param("who", "AB").param("reason", "a typing error")));
        String amended = close(
                amendment, drafts.find(Visitor.id(amendment)).orElseThrow().revision());
        assertThat(amended).isNotEqualTo(record);
        assertThat(browser.location(post(record + "/follow-up").param("token", "two")))
                .isEqualTo(record);
        assertThat(browser.page(record)).doesNotContain("Start a follow-up");
        for (String paper : List.of("/letter", "/print", "/patient-sheet")) {
            assertThat(browser.page(record + paper)).contains("This record was amended later");
        }
        assertThat(browser.page(Visitor.path(amended) + "/letter")).doesNotContain("This record was amended later");
    }
}
