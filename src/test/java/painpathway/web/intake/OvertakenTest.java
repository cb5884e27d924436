package painpathway.web.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import painpathway.advice.LiveAdvisor;
import painpathway.records.ClosedRecord;
import painpathway.records.Drafts;
import painpathway.records.Records;
import painpathway.vignette.SamplePatients;
import painpathway.web.Visitor;

/** Two people amend one record: whoever closes second is stopped, sees the difference and goes on with the answers of both. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class OvertakenTest {

    private static final String BLADDER = "q.safety.bladder-bowel-saddle";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LiveAdvisor live;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Records records;

    private Visitor browser;
    private ClosedRecord first;
    private String mine;
    private String theirs;

    @BeforeEach
    void twoWhoAmendOneRecord() throws Exception {
        browser = new Visitor(mvc);
        first = closed(browser.intake(SamplePatients.load(live.book()).get(0).vignette(), "Bed <7>"));
        mine = Visitor.path(browser.location(
                post("/records/" + first.id() + "/amend").param("who", "AB").param("reason", "a test")));
        theirs = Visitor.path(browser.location(
                post("/records/" + first.id() + "/amend").param("who", "CD").param("reason", "a test")));
    }

    @Test
    void anEmergencyThatSomebodyElseEnteredIsNeverPassedOver() throws Exception {
        save(theirs, BLADDER, "urine", "q.safety.bladder-bowel-onset", "within-14-days");
        ClosedRecord second = closed(theirs);
        assertThat(second.urgency()).isEqualTo("emergency");
        assertThat(page(mine)).contains("version 2 is now the latest");
        assertThat(browser.location(post(mine + "/close")
                        .param("who", "AB")
                        .param("asked", "true")
                        .param("revision", "1")
                        .param("tab", "mine")
                        .param("q.patient.age", "61")))
                .isEqualTo(mine + "/overtaken");
        assertThat(records.versions(first.id())).hasSize(2);
        assertThat(page("/records?samples=show&kind=unhandled&reference=bed")).contains(second.id());

        String difference = page(mine + "/overtaken");
        String action =
                live.book().catalogue().redFlag("cauda-equina").actions().get("emergency");
        assertThat(difference)
                .contains("What changed from version 1 to version 2")
                .contains("u-emergency")
                .contains(action)
                .contains("Warning signs")
                .contains("Cannot pass, feel or hold urine as usual")
                .contains("61 years")
                .doesNotContain("<7>")
                .doesNotContain("Answered differently in both");

        String on = browser.location(carryOver(second));
        assertThat(page(on))
                .contains("Cannot pass, feel or hold urine as usual")
                .contains(action)
                .doesNotContain("version 2 is now the latest");
        assertThat(drafts.find(Visitor.id(mine)).orElseThrow().fields())
                .containsEntry(BLADDER, List.of("urine"))
                .containsEntry("q.patient.age", List.of("61"));
        assertThat(browser.location(carryOver(second))).as("pressed twice").isEqualTo(mine + "/overtaken?again=");
        assertThat(browser.location(get(mine + "/overtaken"))).isEqualTo(mine);

        ClosedRecord third = closed(mine);
        assertThat(third.version()).isEqualTo(3);
        assertThat(third.previous()).isEqualTo(second.id());
        assertThat(third.urgency()).isEqualTo("emergency");
        assertThat(browser.location(get(mine + "/overtaken"))).isEqualTo("/records/" + third.id());
    }

    @Test
    void anUnhandledEmergencyStaysOnTheWorklistUntilItIsHandled() throws Exception {
        save(theirs, BLADDER, "urine", "q.safety.bladder-bowel-onset", "within-14-days");
        ClosedRecord second = closed(theirs);
        String calm = Visitor.path(browser.location(
                post("/records/" + second.id() + "/amend").param("who", "AB").param("reason", "a test")));
        save(calm, BLADDER, "none");
        ClosedRecord third = closed(calm);
        assertThat(third.urgency()).isEqualTo("routine");
        String list = page("/records?samples=show&reference=bed");
        assertThat(list.indexOf(second.id())).isPositive().isLessThan(list.indexOf(third.id()));
        assertThat(list).contains("amended since");
        assertThat(page("/records/" + third.id()))
                .contains("Other versions that nobody has marked as dealt with")
                .contains("/records/" + second.id());
        browser.location(post("/records/" + third.id() + "/handled").param("who", "AB"));
        assertThat(page("/records?samples=show&reference=bed&kind=unhandled"))
                .contains(second.id())
                .doesNotContain(third.id());
        browser.location(post("/records/" + second.id() + "/handled").param("who", "AB"));
        assertThat(page("/records?samples=show&reference=bed"))
                .doesNotContain(second.id())
                .contains(third.id());
        assertThat(page("/records/" + third.id())).doesNotContain("Other versions that nobody");
    }

    @Test
    void whatBothAnsweredIsChosenByAPerson() throws Exception {
        save(theirs, BLADDER, "urine");
        ClosedRecord second = closed(theirs);
        save(mine, BLADDER, "stool", "q.patient.age", "61");
        String page = page(mine + "/overtaken");
        assertThat(page)
                .contains("Answered differently in both")
                .contains("Version 2: Cannot pass, feel or hold urine as usual")
                .contains("Yours: Cannot control the bowels as usual")
                .contains("name=\"choice." + BLADDER + "\"")
                .doesNotContain("checked");
        assertThat(browser.location(carryOver(second))).isEqualTo(mine + "/overtaken?again=");
        assertThat(page(mine + "/overtaken?again=")).contains("Nothing was carried over");
        assertThat(drafts.find(Visitor.id(mine)).orElseThrow().amends()).isEqualTo(first.id());
        assertThat(page(browser.location(carryOver(second).param("choice." + BLADDER, "theirs"))))
                .contains("Version 2 changed this");
        assertThat(drafts.find(Visitor.id(mine)).orElseThrow().amends()).isEqualTo(second.id());
        assertThat(drafts.find(Visitor.id(mine)).orElseThrow().fields())
                .containsEntry(BLADDER, List.of("urine"))
                .containsEntry("q.patient.age", List.of("61"));
    }

    @Test
    void whoeverAmendsAVersionThatIsNotTheLatestIsToldAtOnce() throws Exception {
        save(theirs, "q.patient.age", "61");
        closed(theirs);
        assertThat(browser.location(post("/records/" + first.id() + "/amend")
                        .param("who", "EF")
                        .param("reason", "a test")))
                .as("a version that was amended is only read")
                .isEqualTo("/records/" + first.id());
        assertThat(page("/records/" + first.id())).doesNotContain(">Amend<");
        String late = browser.location(post("/records/" + first.id() + "/amend")
                .param("who", "EF")
                .param("reason", "a test")
                .param("q.patient.age", "58"));
        assertThat(page(late)).contains("version 2 is now the latest").contains(late + "/overtaken");
        assertThat(page(late + "/overtaken")).contains("Your draft says nothing that version 1 did not say");
    }

    @Test
    void placesThatBothAddedComeAlongAndNothingClosesUntilTheyFit() throws Exception {
        save(
                theirs,
                "places",
                "6",
                "p1.pain.site",
                "knee",
                "p2.pain.site",
                "hip",
                "p3.pain.site",
                "shoulder",
                "p4.pain.site",
                "abdomen",
                "p5.pain.site",
                "chest-wall");
        ClosedRecord second = closed(theirs);
        save(mine, "places", "2", "p1.pain.site", "neck");
        assertThat(page(mine + "/overtaken"))
                .contains("The number of painful places would be 7")
                .contains("Place 7: Neck");
        browser.location(carryOver(second));
        assertThat(page(mine))
                .contains("Place 2: Knee")
                .contains("Place 3: Hip")
                .contains("Too many painful places")
                .contains("Place 7: Neck");
        assertThat(browser.location(post(mine + "/close").param("revision", revision(mine))))
                .startsWith(mine + "?");
        save(mine, "remove", "1");
        assertThat(page(mine))
                .contains("Place 2: Hip")
                .contains("Place 6: Neck")
                .doesNotContain("Too many painful places");
        assertThat(closed(mine).version()).isEqualTo(3);
    }

    @Test
    void pressedTwiceAndInTwoTabsAndByTwoPeopleItBecomesOneVersion() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            String mineAt = revision(mine);
            String theirsAt = revision(theirs);
            List<Callable<String>> presses = Stream.of(mine, mine, mine, theirs, theirs, theirs)
                    .<Callable<String>>map(d -> () -> browser.location(post(d + "/close")
                            .param("who", "AB")
                            .param("asked", "true")
                            .param("revision", d.equals(mine) ? mineAt : theirsAt)
                            .param("tab", "t")))
                    .toList();
            List<Future<String>> all = threads.invokeAll(presses);
            List<ClosedRecord> versions = records.versions(first.id());
            assertThat(versions).hasSize(2);
            String winner = "/intakes/" + versions.get(1).draft();
            for (int i = 0; i < presses.size(); i++) {
                String draft = i < 3 ? mine : theirs;
                if (draft.equals(winner)) {
                    assertThat(all.get(i).get())
                            .isEqualTo("/records/" + versions.get(1).id());
                } else {
                    assertThat(all.get(i).get()).isEqualTo(draft + "/overtaken");
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void knowsNoDraftThatWasNotBegun() throws Exception {
        mvc.perform(get("/intakes/nothing/overtaken")).andExpect(status().isNotFound());
        mvc.perform(post("/intakes/nothing/carry-over")).andExpect(status().isNotFound());
        assertThat(browser.location(post(mine + "/carry-over"))).isEqualTo(mine + "/overtaken?again=");
    }

    // ------------------------------------------------------------------ helpers

    private void save(String draft, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(draft).param("revision", revision(draft)).param("tab", "tab");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        browser.location(request);
    }

    private MockHttpServletRequestBuilder carryOver(ClosedRecord latest) {
        return post(mine + "/carry-over").param("revision", revision(mine)).param("latest", latest.id());
    }

    private ClosedRecord closed(String draft) throws Exception {
        String address = browser.location(post(draft + "/close")
                .param("revision", revision(draft))
                .param("who", "AB")
                .param("asked", "true"));
        assertThat(address).startsWith("/records/");
        return records.find(Visitor.id(address)).orElseThrow();
    }

    private String revision(String draft) {
        return String.valueOf(drafts.find(Visitor.id(draft)).orElseThrow().revision());
    }

    private String page(String address) throws Exception {
        return HtmlUtils.htmlUnescape(browser.page(address).replaceAll("&lt;|&gt;", "&quot;"));
    }
}
