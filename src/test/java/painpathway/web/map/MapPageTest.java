package painpathway.web.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import painpathway.ShippedRules;
import painpathway.advice.Advised;
import painpathway.advice.InterventionAdvice;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.rules.Stage;
import painpathway.vignette.Vignette;
import painpathway.web.Messages;
import painpathway.web.Visitor;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Workbench;
import painpathway.web.learn.Workbenches;

/** What the pages of the map show, with and without a patient, and the files. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class MapPageTest {

    private static final Pattern NODE = Pattern.compile("<a class=\"(node [^\"]*)\" href=\"([^\"]*)\"");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Workbenches benches;

    @Autowired
    private MessageSource messages;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(mvc);
    }

    /** The truths come from a reading of the rules of its own, the marks from the run behind the advice. */
    @Test
    void theMarksAreTheTruthsOfTheEngine() {
        Workbench bench = benches.now();
        Messages words = new Messages(messages, Locale.ENGLISH);
        List<Vignette> some = IntStream.range(0, bench.cases().size())
                .filter(i -> i % 50 == 0)
                .mapToObj(bench.cases()::get)
                .toList();
        for (Vignette vignette : some) {
            Advised advised = ShippedRules.ADVISOR.advised(vignette.assessment());
            for (int place = 0; place < vignette.assessment().advised(); place++) {
                Overlay overlay = Overlay.of(bench, advised, place, words);
                Conclusions run = vignette.runs(ShippedRules.BOOK).get(place);
                for (Finding finding : bench.book().findings()) {
                    assertThat(overlay.of(bench.subjects().of(finding)).look())
                            .as("%s of %s", finding.id(), vignette.id())
                            .isEqualTo(look(run.findings().truth(finding.index())));
                }
                for (ClinicalRule rule : bench.book().rules()) {
                    if (rule.stage() == Stage.ADVICE) {
                        assertThat(overlay.of(bench.subjects().of(rule)).look())
                                .as("%s of %s", rule.id(), vignette.id())
                                .isEqualTo(rule.inForce(run.policy()) ? look(run.truth(rule)) : "not-asked");
                    }
                }
            }
            for (InterventionAdvice entry : advised.advice().interventions()) {
                Overlay overlay = Overlay.of(bench, advised, entry.pain(), words);
                String state = switch (entry.verdict()) {
                    case WITHHELD -> "withheld";
                    case NOT_INDICATED, CONTRAINDICATED -> "closed";
                    case CANDIDATE, CONDITIONAL, PROVISIONAL, NEEDS_INFORMATION -> "open";
                };
                assertThat(overlay.of(bench.subjects()
                                        .known(
                                                Kind.INTERVENTIONS,
                                                entry.intervention().id()))
                                .look())
                        .isEqualTo(state);
            }
        }
    }

    private static String look(Truth truth) {
        return truth == Truth.MET ? "met" : truth == Truth.NOT_MET ? "ruled-out" : "unknown";
    }

    @Test
    void aPatientIsLaidOverTheMapAndWhatIsBehindIsMarked() throws Exception {
        String page = visitor.publicPage("/map/radiofrequency-ablation?case=radiofrequency-001");
        assertThat(page)
                .contains("Marked for one patient", "href=\"/cases/radiofrequency-001\"")
                .contains("<a class=\"node k-patterns m-met\" href=\"/patterns/two-blocks-positive\"")
                .contains("<a class=\"node k-interventions m-open\" href=\"/interventions/radiofrequency-ablation\"")
                .contains(
                        "<a class=\"node k-interventions m-closed neighbour\" href=\"/interventions/facet-joint-injection\"")
                .contains("Facet joint injection, not indicated, done before")
                .contains("href=\"/map/epidural-steroid-injection?case=radiofrequency-001\"");
        assertThat(visitor.publicPage("/map?case=radiofrequency-001")).contains("m-behind", "Without the patient");
    }

    @Test
    void withoutAPatientNothingIsMarked() throws Exception {
        String page = visitor.publicPage("/map/radiofrequency-ablation");
        assertThat(page).doesNotContain("class=\"sign s-", "Marked for", "place=");
    }

    @Test
    void anotherPlaceOfThePatientHasItsOwnMarks() throws Exception {
        Vignette two = benches.now().cases().stream()
                .filter(v -> v.assessment().advised() > 1)
                .findFirst()
                .orElseThrow();
        assertThat(visitor.publicPage("/map?case=" + two.id()))
                .contains("href=\"/map?case=" + two.id() + "&amp;place=2\"");
        assertThat(visitor.publicPage("/map?place=2&case=" + two.id())).contains("aria-current=\"true\">Place 2");
    }

    @Test
    void aFoldedBoxLeadsToTheMapOnWhichItIsUnfolded() throws Exception {
        String whole = visitor.publicPage("/map");
        assertThat(whole).contains("href=\"/map?open=rules:facet\"").doesNotContain("href=\"/rules/facet-01\"");
        String open = visitor.publicPage("/map?open=rules:facet");
        assertThat(open)
                .contains("href=\"/rules/facet-01\"", "href=\"/map?open=rules:facet&amp;open=rules:care\"")
                .contains("<a class=\"pill\" href=\"/map\"><span>Facet</span>");
    }

    @Test
    void theListHasEveryBoxAndWhatIsFolded() throws Exception {
        String page = visitor.publicPage("/map/facet-joint-injection");
        String list = page.substring(page.indexOf("id=\"as-list\""));
        Matcher node = NODE.matcher(page);
        int nodes = 0;
        while (node.find()) {
            nodes++;
            assertThat(list).contains("href=\"" + node.group(2) + "\"");
        }
        assertThat(nodes).isGreaterThan(30);
        assertThat(list).contains("href=\"/rules/gate-01\"", "has to be ruled out");
        assertThat(page).contains("Folded are rules that decide nothing", "Every procedure (33 rules)");
    }

    @ParameterizedTest
    @CsvSource({
        "/map.svg, map.svg",
        "/map/facet-joint-injection.svg, map-facet-joint-injection.svg",
        "/map/kyphoplasty.svg?case=cement-001&open=rules:cement, map-kyphoplasty-cement-001.svg"
    })
    void aFileNeedsNothingElse(String address, String name) throws Exception {
        String svg = mvc.perform(get(URI.create(address)))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("image/svg+xml"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"" + name + "\""))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Document file =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(file.getDocumentElement().getNodeName()).isEqualTo("svg");
        assertThat(
                        file.getDocumentElement().getNamespaceURI() == null
                                ? file.getDocumentElement().getAttribute("xmlns")
                                : file.getDocumentElement().getNamespaceURI())
                .isEqualTo("http://www.w3.org/2000/svg");
        assertThat(file.getElementsByTagName("style").item(0).getTextContent())
                .contains(".map-picture .box", "#16232b")
                .doesNotContain("var(", "inherit");
        assertThat(svg).doesNotContain("??", " th:", " href=\"/", " href=\"\"", "<script");
    }

    @ParameterizedTest
    @CsvSource({
        "/map/none, 404",
        "/map/none.svg, 404",
        "/map/pain.weeks, 404",
        "/map/%3Cscript%3E, 404",
        "/map?case=none, 404",
        "/map.svg?case=..%2F..%2Fetc, 404",
        "/map?open=none, 400",
        "/map?open=criteria:none, 400",
        "/map?open=%00, 400",
        "/map?open=rules:facet&open=, 400",
        "/map?place=2, 400",
        "/map?place=x, 400",
        "/map?case=facet-001&place=0, 400",
        "/map?case=facet-001&place=2, 400",
        "/map?case=facet-001&place=99999999999999999999, 400"
    })
    void whatMakesNoSenseIsRefused(String address, int wanted) throws Exception {
        mvc.perform(get(URI.create(address))).andExpect(status().is(wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/learn", "/interventions/facet-joint-injection", "/cases/facet-001"})
    void otherPagesLeadToTheMap(String address) throws Exception {
        assertThat(visitor.publicPage(address))
                .containsPattern("href=\"/map(/facet-joint-injection|\\?case=facet-001)?\"");
    }
}
