package painpathway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;
import painpathway.ShippedRules;
import painpathway.advice.LiveAdvisor;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Questionnaire;
import painpathway.vignette.SamplePatients;

/** The page as a browser gets it, with and without JavaScript. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class PageTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LiveAdvisor live;

    @Test
    void showsEverySectionAndTheFirstOneOpen() throws Exception {
        String html = page(form());
        for (Questionnaire.Section section : live.book().questionnaire().sections()) {
            assertThat(html).contains(section.title()).contains("data-step=\"" + section.id() + "\"");
        }
        assertThat(tag(html, "id=\"step-patient\"")).doesNotContain("hidden");
        assertThat(tag(html, "id=\"step-safety\"")).contains("hidden");
    }

    @Test
    void uncoversAQuestionOnceItsParentIsAnswered() throws Exception {
        assertThat(question(page(form()), "q.safety.trauma-weeks-ago")).contains("hidden");
        assertThat(question(page(form("q.safety.trauma", "minor")), "q.safety.trauma-weeks-ago"))
                .doesNotContain("hidden");
    }

    @Test
    void keepsTheAnswerOfAQuestionThatIsHiddenAndSaysThatItDoesNotCount() throws Exception {
        MultiValueMap<String, String> form =
                form("at", "advice", "q.safety.trauma", "none", "q.safety.trauma-weeks-ago", "3");
        String html = page(form);
        assertThat(question(html, "q.safety.trauma-weeks-ago")).contains("kept");
        assertThat(html).contains("<b class=\"kept-answer\">3 weeks</b>");
        assertThat(tag(html, "id=\"q_safety_trauma-weeks-ago-text\"")).contains("value=\"3\"");
        assertThat(html).contains("Answers that are not used");
    }

    @Test
    void showsTheFacetStoryAsACandidateForDiagnosisAndTreatment() throws Exception {
        String entry = entry(page(facetStory()), "facet-joint-injection-0");
        assertThat(entry)
                .contains("v-candidate")
                .contains("diagnostic")
                .contains("therapeutic")
                .contains("Risks")
                .contains("Guidelines disagree.")
                .contains("text read");
    }

    @Test
    void putsAnEmergencyBeforeEverythingAndWithholdsQuietly() throws Exception {
        MultiValueMap<String, String> form = facetStory();
        form.put("q.safety.bladder-bowel-saddle", List.of("urine", "saddle-numbness"));
        form.set("q.safety.bladder-bowel-onset", "within-14-days");
        String advice = page(form);
        advice = advice.substring(advice.indexOf("id=\"advice\""));
        assertThat(advice.indexOf("u-emergency")).isLessThan(advice.indexOf("fold"));
        assertThat(advice)
                .contains(live.book()
                        .catalogue()
                        .redFlag("cauda-equina")
                        .actions()
                        .get("emergency"));
        assertThat(entry(advice, "facet-joint-injection-0"))
                .contains("withheld; without the warning it would be: candidate");
        assertThat(advice).doesNotContain("class=\"card entry");
    }

    @Test
    void aWarningThatRestsOnABlankSaysSoWhereverItIsShown() throws Exception {
        String said = live.book()
                .questionnaire()
                .question("safety.bladder-bowel-onset")
                .whenUnknown();
        MultiValueMap<String, String> form = facetStory();
        form.set("q.safety.bladder-bowel-saddle", "urine");
        String draft = draft();
        String html = follow(post(draft).params(form).param("whole", "true"));
        String alarm = html.substring(html.indexOf("id=\"alarm\""), html.indexOf("id=\"steps\""));
        String card = html.substring(html.indexOf("card flag"), html.indexOf("entry-"));
        assertThat(List.of(alarm, card))
                .allSatisfy(part -> assertThat(part)
                        .contains("class=\"assumed\">" + said)
                        .doesNotContain("Started or got worse in the last 14 days"));
        assertThat(card).contains("class=\"aside assumed\">" + said);
        String record = location(post(draft.replaceAll("\\?.*", "") + "/close")
                .param("who", "AB")
                .param("asked", "true"));
        assertThat(shown(record)).contains("class=\"assumed\">" + said);
        assertThat(shown(record + "/print")).contains(said).doesNotContain("Started or got worse in the last 14 days");

        form.set("q.safety.bladder-bowel-onset", "within-14-days");
        assertThat(page(form)).contains("cauda equina").doesNotContain(said).doesNotContain("class=\"assumed\"");
    }

    @Test
    void saysOneWeekOnThePageAndOnPaper() throws Exception {
        MultiValueMap<String, String> form = facetStory();
        form.set("p0.pain.weeks", "1");
        form.set("p0.care.physiotherapy-weeks", "1");
        form.set("q.function.enjoyment", "1");
        String draft = draft();
        String html = follow(post(draft).params(form).param("whole", "true"));
        String paper = shown(draft.replaceAll("\\?.*", "") + "/print");
        assertThat(paper).contains("answer: 1 week", ">1 week<", ">1 point<");
        assertThat(html + paper).doesNotContainPattern("\\b1 (?:weeks|points|months|days|hours|years)\\b");
    }

    @Test
    void namesAValueOutOfRangeAtItsFieldAndKeepsWhatWasTyped() throws Exception {
        String html = page(form("q.patient.age", "158", "p0.pain.weeks", "1,000"));
        assertThat(tag(html, "id=\"q_patient_age-text\""))
                .contains("value=\"158\"")
                .contains("aria-invalid=\"true\"");
        assertThat(html).contains("Enter a whole number, 0 to 120 years.").contains("1,000 could mean 1000 or 1.");
        assertThat(tag(html, "id=\"p0_pain_weeks-text\"")).contains("value=\"1,000\"");
    }

    @Test
    void keepsAWarningInViewWhileATypingErrorStands() throws Exception {
        MultiValueMap<String, String> form =
                form("at", "advice", "q.patient.age", "158", "q.safety.bladder-bowel-saddle", "urine");
        assertThat(page(form))
                .contains("Please correct these answers")
                .contains(live.book()
                        .catalogue()
                        .redFlag("cauda-equina")
                        .actions()
                        .get("emergency"));
    }

    @Test
    void keepsNotKnownTickedAndApartFromBlankAndNone() throws Exception {
        String html = page(form(
                "q.patient.age", "not-known", "q.safety.weakness", "not-known", "q.safety.cord-signs", "not-known"));
        for (String field : List.of("q.patient.age", "q.safety.weakness", "q.safety.cord-signs")) {
            assertThat(input(html, field, "not-known")).contains("checked");
        }
        assertThat(input(html, "q.safety.cord-signs", "none")).doesNotContain("checked");
        assertThat(input(html, "q.safety.cancer", "not-known")).doesNotContain("checked");
    }

    @Test
    void letsASymptomOutweighNoneAndNotKnown() throws Exception {
        MultiValueMap<String, String> form = form();
        form.put("q.safety.cord-signs", List.of("none", "clumsy-hands", "not-known"));
        form.put("q.safety.fever-or-ill", List.of("none", "not-known"));
        String html = page(form);
        assertThat(input(html, "q.safety.cord-signs", "clumsy-hands")).contains("checked");
        assertThat(input(html, "q.safety.cord-signs", "none")).doesNotContain("checked");
        assertThat(input(html, "q.safety.fever-or-ill", "not-known")).contains("checked");
        assertThat(input(html, "q.safety.fever-or-ill", "none")).doesNotContain("checked");
    }

    @Test
    void takesThreePlacesAndRemovesOneWithoutJavaScript() throws Exception {
        MultiValueMap<String, String> form = form(
                "at", "pain", "places", "3", "p0.pain.site", "neck", "p1.pain.site", "knee", "p2.pain.site", "hip");
        assertThat(page(form))
                .contains("Place 1: Neck")
                .contains("Place 2: Knee")
                .contains("Place 3: Hip")
                .contains("Add another painful place");
        form.set("remove", "1");
        assertThat(page(form))
                .contains("Place 1: Neck")
                .contains("Place 2: Hip")
                .doesNotContain("Place 3")
                .contains("Add another painful place");
    }

    @Test
    void takesSixPlacesAndAnswersOneAsTheFirstWithoutJavaScript() throws Exception {
        MultiValueMap<String, String> form = form(
                "at",
                "pain",
                "places",
                "6",
                "p0.pain.site",
                "neck",
                "p0.pain.average",
                "7",
                "p0.pain.worst",
                "8",
                "p1.pain.average",
                "3",
                "p1.pain.site",
                "knee");
        form.set("same", "pain/1");
        String html = page(form);
        assertThat(html).contains("Place 6").doesNotContain("Add another painful place");
        assertThat(input(html, "p1.pain.worst", "8")).contains("checked");
        assertThat(input(html, "p1.pain.average", "3")).contains("checked");
        assertThat(input(html, "p1.pain.site", "knee")).contains("checked");
        // Nothing but where it is and warning signs is asked about the sixth.
        List<String> skipped = ShippedRules.BOOK.questionnaire().items(6).stream()
                .filter(item -> !ShippedRules.PLAIN.furtherPlaces().asks(item))
                .map(Item::field)
                .toList();
        assertThat(skipped).isNotEmpty();
        assertThat(html).contains("p5.pain.site").doesNotContain(skipped);
    }

    @Test
    void takesAnAnswerBackWithoutJavaScript() throws Exception {
        assertThat(input(page(form("q.safety.cancer", "past")), "q.safety.cancer", "past"))
                .contains("checked");
        assertThat(input(page(form("q.safety.cancer", "past", "clear", "q.safety.cancer")), "q.safety.cancer", "past"))
                .doesNotContain("checked");
    }

    @Test
    void escapesWhatIsSentAndNamesWhatItDoesNotKnow() throws Exception {
        String hostile = "\"><script>alert(1)</script>";
        String html = page(form(
                "at",
                "advice",
                "q.patient.age",
                hostile,
                "q." + hostile,
                hostile,
                "policy",
                hostile,
                "places",
                hostile));
        assertThat(html).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
        assertThat(html).contains("An answer came in for a question that is not on this page");
    }

    @Test
    void sendsOnlyTheChangingPartsToHtmx() throws Exception {
        String html = mvc.perform(post(draft())
                        .param("whole", "true")
                        .params(form("at", "safety", "q.safety.trauma", "minor"))
                        .header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(header().string("HX-Reswap", "none"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html)
                .doesNotContain("<fieldset")
                .doesNotContain("id=\"advice\"")
                .contains("q.safety.trauma-weeks-ago")
                .contains("id=\"sofar\"");
        assertThat(mvc.perform(post(draft())
                                .param("whole", "true")
                                .params(form("at", "advice"))
                                .header("HX-Request", "true"))
                        .andExpect(header().doesNotExist("HX-Reswap"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("id=\"advice\"");
    }

    @Test
    void takesTheAnswersOfALinkIntoTheNewDraft() throws Exception {
        String start = mvc.perform(get("/").params(facetStory()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        MultiValueMap<String, String> carried = new LinkedMultiValueMap<>();
        Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(start);
        while (hidden.find()) {
            carried.add(hidden.group(1), hidden.group(2));
        }
        String linked = shown(location(post("/intakes").params(carried)) + "?at=advice");
        assertThat(entry(linked, "facet-joint-injection-0"))
                .isEqualTo(entry(page(facetStory()), "facet-joint-injection-0"));
    }

    @Test
    void offersANewIntakeTheDraftsAndSamplePatientsAtTheStart() throws Exception {
        String address = location(post("/intakes").param("reference", "Room 4, <b>Tuesday</b>"));
        String start = shown("/");
        assertThat(start).contains("Room 4, &lt;b&gt;Tuesday&lt;/b&gt;").contains("href=\"" + address + "\"");
        for (SamplePatients.Offer offer : SamplePatients.load(live.book())) {
            assertThat(start).contains(HtmlUtils.htmlEscape(offer.title()));
            String html = follow(post("/intakes").param("sample", offer.vignette()));
            assertThat(html).contains("id=\"advice\"").doesNotContain("An answer came in");
        }
    }

    @Test
    void tellsDraftsWithoutAReferenceApartByWhereItHurts() throws Exception {
        String address = location(post("/intakes")
                .param("p0.pain.site", "chest-wall")
                .param("p1.pain.site", "knee")
                .param("places", "2"));
        String start = shown("/");
        assertThat(start.substring(start.indexOf("href=\"" + address + "\"")))
                .startsWith("href=\"" + address + "\">No reference</a>")
                .contains(">Chest wall, Knee<");
    }

    @Test
    void knowsNoDraftThatWasNotBegun() throws Exception {
        mvc.perform(get("/intakes/nothing")).andExpect(status().isNotFound());
        mvc.perform(post("/intakes/nothing").param("whole", "true")).andExpect(status().isNotFound());
        mvc.perform(post("/intakes").param("sample", "nobody")).andExpect(status().isNotFound());
    }

    @Test
    void showsWhatWasSavedWhenThePageIsOpenedAgain() throws Exception {
        String address = draft();
        follow(post(address)
                .params(form("q.patient.age", "158", "p0.pain.weeks", "1,000", "q.safety.cord-signs", "not-known"))
                .param("whole", "true"));
        String html = shown(address);
        assertThat(tag(html, "id=\"q_patient_age-text\"")).contains("value=\"158\"");
        assertThat(tag(html, "id=\"p0_pain_weeks-text\"")).contains("value=\"1,000\"");
        assertThat(input(html, "q.safety.cord-signs", "not-known")).contains("checked");
    }

    @Test
    void keepsWhatAFormThatWasCutOffDoesNotSpeakOf() throws Exception {
        String address = draft();
        follow(post(address)
                .params(form("q.safety.cancer", "past", "q.safety.trauma", "minor"))
                .param("whole", "true"));
        assertThat(input(
                        follow(post(address).params(form("revision", "1", "q.safety.trauma", "none"))),
                        "q.safety.cancer",
                        "past"))
                .contains("checked");
        assertThat(input(
                        follow(post(address)
                                .params(form("revision", "2", "q.safety.trauma", "none"))
                                .param("whole", "true")),
                        "q.safety.cancer",
                        "past"))
                .doesNotContain("checked");
    }

    @Test
    void aPageThatIsOutOfDateOverwritesNothingThatItDidNotTouchAndBothAreTold() throws Exception {
        String address = draft();
        follow(post(address)
                .params(form(
                        "tab", "a", "who", "Ann", "revision", "0", "q.patient.age", "50", "q.safety.cancer", "past"))
                .param("whole", "true"));
        String second = follow(post(address)
                .params(form(
                        "tab", "b", "who", "Ben", "revision", "0", "q.patient.age", "60", "q.safety.trauma", "minor"))
                .param("whole", "true"));
        assertThat(tag(second, "id=\"q_patient_age-text\"")).contains("value=\"60\"");
        assertThat(input(second, "q.safety.cancer", "past")).contains("checked");
        assertThat(input(second, "q.safety.trauma", "minor")).contains("checked");
        assertThat(second)
                .contains("Ann answered &quot;50 years&quot;")
                .contains("Your answer came later and has been kept");
        String first = mvc.perform(post(address)
                        .params(form(
                                "tab",
                                "a",
                                "who",
                                "Ann",
                                "revision",
                                "1",
                                "q.patient.age",
                                "50",
                                "q.safety.cancer",
                                "past"))
                        .param("whole", "true")
                        .header("HX-Request", "true"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(first).contains("Ben changed this").contains("Now: 60 years. Before: 50 years.");
        assertThat(tag(shown(address), "id=\"q_patient_age-text\"")).contains("value=\"60\"");
    }

    @Test
    void loadsNothingFromElsewhere() throws Exception {
        String address = draft();
        String html = mvc.perform(get(address))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(mvc.perform(get(address)).andReturn().getResponse().getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        assertThat(html)
                // A link that somebody follows loads nothing.
                .doesNotContainPattern("<(?!a )[^>]*(src|href)=\"(https?:)?//")
                .doesNotContainPattern("<style|style=\"|onclick=");
        for (String path : found(html, "(?:src|href)=\"(/[^\"#]+)\"")) {
            mvc.perform(get(path)).andExpect(status().isOk());
        }
    }

    @Test
    void nothingIsSavedForAPageOfAnotherSite() throws Exception {
        String address = draft();
        for (String site : List.of("cross-site", "same-site")) {
            mvc.perform(post(address)
                            .params(form("q.patient.age", "50"))
                            .param("whole", "true")
                            .header("Sec-Fetch-Site", site))
                    .andExpect(status().isForbidden());
            mvc.perform(post("/intakes").header("Sec-Fetch-Site", site)).andExpect(status().isForbidden());
            mvc.perform(get("/").header("Sec-Fetch-Site", site)).andExpect(status().isOk());
        }
        assertThat(shown(address)).doesNotContain("value=\"50\"");
        mvc.perform(post(address)
                        .params(form("q.patient.age", "50"))
                        .param("whole", "true")
                        .header("Sec-Fetch-Site", "same-origin"))
                .andExpect(status().is3xxRedirection());
        assertThat(tag(shown(address), "id=\"q_patient_age-text\"")).contains("value=\"50\"");
    }

    // ------------------------------------------------------------------ helpers

    /** A new draft, a post of the whole form without JavaScript, and the page that the browser is sent on to. */
    private String page(MultiValueMap<String, String> form) throws Exception {
        return follow(post(draft()).params(form).param("whole", "true"));
    }

    private String draft() throws Exception {
        return location(post("/intakes"));
    }

    private String follow(MockHttpServletRequestBuilder request) throws Exception {
        return shown(location(request));
    }

    private String shown(String address) throws Exception {
        return new Visitor(mvc).page(address);
    }

    private String location(MockHttpServletRequestBuilder request) throws Exception {
        return new Visitor(mvc).location(request);
    }

    private static MultiValueMap<String, String> form(String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return form;
    }

    private static MultiValueMap<String, String> facetStory() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String none : List.of(
                "safety.bladder-bowel-saddle",
                "safety.weakness",
                "safety.cord-signs",
                "safety.fever-or-ill",
                "safety.infection",
                "safety.trauma",
                "safety.bone-weakening",
                "safety.vessel-and-organ-signs",
                "medicine.blood-thinner",
                "health.diabetes",
                "health.allergies",
                "health.implants",
                "health.other-illness")) {
            answers.put("q." + none, "none");
        }
        for (String none : List.of("pain.night", "diagnosis.known", "scan.kind", "surgery.kind", "prior.procedures")) {
            answers.put("p0." + none, "none");
        }
        MultiValueMap<String, String> form = form(
                "at",
                "advice",
                "q.patient.age",
                "58",
                "q.patient.pregnant",
                "not-applicable",
                "q.safety.cancer",
                "never",
                "q.safety.weight-loss",
                "no",
                "q.function.enjoyment",
                "7",
                "q.function.general-activity",
                "7",
                "q.function.painful-areas",
                "1",
                "q.mood.startback",
                "low",
                "q.mood.phq2",
                "1",
                "q.mood.serious-untreated-illness",
                "no",
                "q.mood.substance-misuse",
                "no",
                "q.opioid.daily-dose",
                "0",
                "q.care.psychology-weeks",
                "0",
                "q.plan.rehabilitation",
                "yes",
                "p0.pain.site",
                "low-back",
                "p0.pain.side",
                "both",
                "p0.pain.weeks",
                "30",
                "p0.pain.average",
                "6",
                "p0.pain.worst",
                "8",
                "p0.pain.quality",
                "aching",
                "p0.pain.spread",
                "nearby",
                "p0.pain.dominant",
                "spine",
                "p0.pain.worse-with",
                "twisting",
                "p0.pain.worse-with",
                "bending-back",
                "p0.pain.eased-by",
                "lying",
                "p0.care.physiotherapy-weeks",
                "10",
                "p0.care.physiotherapy-result",
                "some",
                "p0.care.medicines-weeks",
                "10",
                "p0.care.medicines-result",
                "some");
        answers.forEach(form::add);
        return form;
    }

    /** The opening tag of a question. */
    private static String question(String html, String field) {
        return tag(html, "data-field=\"" + field + "\"");
    }

    private static String input(String html, String field, String value) {
        return Arrays.stream(html.split("(?=<input)"))
                .map(i -> i.substring(0, i.indexOf('>') + 1))
                .filter(i -> i.contains("name=\"" + field + "\"") && i.contains("value=\"" + value + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static String tag(String html, String attribute) {
        int at = html.indexOf(attribute);
        assertThat(at).as(attribute).isPositive();
        return html.substring(html.lastIndexOf('<', at), html.indexOf('>', at) + 1);
    }

    /** One entry of the advice, as far as the next one. */
    private static String entry(String html, String id) {
        int start = html.indexOf("id=\"entry-" + id + "\"");
        assertThat(start).as(id).isPositive();
        int end = html.indexOf("id=\"entry-", start + 10);
        // What is unfolded is fetched from an address of the draft, which differs from one draft to the next.
        return html.substring(html.lastIndexOf('<', start), end < 0 ? html.length() : end)
                .replaceAll("/intakes/[^/\"#]+", "/intakes/")
                .replaceAll("\\s+", " ");
    }

    private static List<String> found(String html, String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(r -> HtmlUtils.htmlUnescape(r.group(1)))
                .distinct()
                .toList();
    }
}
