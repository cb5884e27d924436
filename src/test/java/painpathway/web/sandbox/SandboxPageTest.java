package painpathway.web.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.ShippedRules;

/** A sandbox as its pages show it. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class SandboxPageTest {

    private static final String FACET = "advice/facet.drl";

    @Autowired
    private MockMvc mvc;

    private String open() throws Exception {
        String address = mvc.perform(post("/sandbox")).andReturn().getResponse().getRedirectedUrl();
        assertThat(address).matches("/sandbox/[0-9a-f]{24}");
        return address;
    }

    private MockHttpServletResponse save(String sandbox, String file, String text) throws Exception {
        return mvc.perform(post(sandbox + "/file")
                        .header("HX-Request", "true")
                        .param("file", file)
                        .param("text", text))
                .andReturn()
                .getResponse();
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aSlipIsToldAtItsLineAndNothingElseIsTouched() throws Exception {
        String mine = open();
        String other = open();
        String text = ShippedRules.BOOK.folder().text(FACET);
        assertThat(page(mine + "?file=" + FACET)).contains("The rules can be read", "facet-01");
        String found = save(mine, FACET, text.replaceFirst("pain-12-weeks", "pain-12-week"))
                .getContentAsString();
        assertThat(found)
                .contains("data-file=\"" + FACET + "\"", "data-line=\"18\"", "pain-12-week")
                .contains("did you mean");
        assertThat(page(mine)).contains("changed");
        assertThat(page(other + "?file=" + FACET)).contains("The rules can be read", "pain-12-weeks");
        assertThat(page("/rules/facet-01")).contains("pain-12-weeks");
        assertThat(save(mine, FACET, text).getContentAsString()).contains("The rules can be read");
    }

    static Stream<String> hostile() {
        String head =
                "package rules;\nimport painpathway.rules.Findings;\nimport function painpathway.rules.RuleVerbs.suggest;\n";
        return Stream.of(
                head + "rule \"X\" @id(\"x-1\") when Findings( met( \"facet-like-pain\" ) ) then System.exit( 1 ); end",
                head + "function void f() { Runtime.getRuntime().exec( \"id\" ); }",
                head
                        + "rule \"X\" when eval( Files.exists( Path.of( \"/etc/passwd\" ) ) ) then suggest( kcontext, \"x\" ); end",
                head + "rule \"" + "a".repeat(15_000) + "!\"",
                head + "rule \"X\" when Findings( met( \"" + "a-".repeat(9_000) + "\" ) ) then end",
                head + "rule \"X\" when " + "Findings( ".repeat(60) + " then end");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void rulesThatWantMoreThanRulesMayAreRefusedInAMoment(String text) throws Exception {
        String mine = open();
        // The first one reads the rules cold.
        save(mine, "advice/mine.drl", "package rules;");
        long start = System.nanoTime();
        assertThat(save(mine, "advice/mine.drl", text).getContentAsString()).contains("data-file=\"advice/mine.drl\"");
        assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(2);
    }

    @Test
    void yamlWithAliasesThatWouldExplodeIsRefused() throws Exception {
        String bomb =
                "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                        + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nlaws: [*e,*e,*e,*e,*e,*e]\n";
        assertThat(save(open(), "knowledge/checks.yaml", bomb).getContentAsString())
                .contains("data-file=\"knowledge/checks.yaml\"");
    }

    @Test
    void whatIsTooMuchIsRefusedAndSaidWhy() throws Exception {
        String mine = open();
        MockHttpServletResponse refused = save(mine, "advice/mine.drl", "x".repeat(30_000));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("A line of advice/mine.drl is too long.");
        assertThat(save(mine, "../mine.drl", "x").getContentAsString()).contains("cannot be called");
        assertThat(page(mine)).doesNotContain("file=advice/mine.drl");
    }

    @Test
    void aZipIsOpenedAndAHostileOneIsNot() throws Exception {
        byte[] zip = mvc.perform(get(open() + "/rules.zip"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        mvc.perform(multipart("/sandbox/zip").file(new MockMultipartFile("zip", zip)))
                .andExpect(status().is3xxRedirection());
        String refused = mvc.perform(multipart("/sandbox/zip")
                        .file(new MockMultipartFile("zip", RulesZipTest.zip(Map.of("../x.drl", "x")))))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("../x.drl", "stays inside the folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/000000000000000000000000", "/sandbox/nothing/ids", "/sandbox/nothing/rules.zip"})
    void aSandboxThatIsGoneIsNotFound(String address) throws Exception {
        mvc.perform(get(address)).andExpect(status().isNotFound());
    }

    @Test
    void theIdsOfTheRulesAreOfferedToWhoeverWrites() throws Exception {
        assertThat(page(open() + "/ids")).contains("\"facet-joint-injection\"", "\"pain-12-weeks\"", "\"pain.weeks\"");
    }
}
