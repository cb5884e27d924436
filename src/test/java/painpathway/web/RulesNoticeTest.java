package painpathway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import painpathway.SmallFolder;
import painpathway.advice.LiveAdvisor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** While a change to the rules folder is refused, every page and the API say so; none of them fails, and they advise by the rules from before. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class RulesNoticeTest {

    private static final String NOTICE = "A change to the rules was refused at ";
    private static final String SAMPLE = "Numb for 30 weeks: an injection is a candidate";

    @TempDir
    private static Path folder;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LiveAdvisor live;

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) throws IOException {
        SmallFolder.copyTo(folder);
        // The path needs scores that can be counted through.
        SmallFolder.change(folder, "questionnaire.yaml", "type: decimal", "type: integer");
        Files.writeString(
                folder.resolve("samples.yaml"),
                "samples:\n  - {title: \"Numb\", text: \"30 weeks\", vignette: \"" + SAMPLE + "\"}\n");
        registry.add("advisor.rules", folder::toString);
    }

    @Test
    void aRefusedChangeIsToldEverywhereAndNoPageFails() throws Exception {
        String intake = mvc.perform(post("/intakes").param("sample", SAMPLE))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String draft = intake.replaceAll("[?#].*", "");
        String closed = mvc.perform(post("/intakes").param("sample", SAMPLE))
                .andReturn()
                .getResponse()
                .getRedirectedUrl()
                .replaceAll("[?#].*", "");
        String record = mvc.perform(post(closed + "/close")
                        .param("revision", "1")
                        .param("who", "AB")
                        .param("asked", "true"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl()
                .replaceAll("[?#].*", "");
        List<String> pages = List.of("/", "/records", draft, draft + "?at=advice", draft + "/path", record);
        assertThat(knowledge().get("reload").toString()).isEqualTo("{\"state\":\"none\"}");
        String version = knowledge().get("version").asString();
        for (String page : pages) {
            assertThat(page(get(page))).as(page).doesNotContain(NOTICE);
        }

        SmallFolder.change(folder, "samples.yaml", "title:", "titel:");
        SmallFolder.change(folder, "vignettes/all.yaml", "expect:", "expects:");
        live.reloadIfChanged();
        JsonNode reload = knowledge().get("reload");
        assertThat(reload.propertyNames()).containsExactly("state", "since", "faults");
        assertThat(reload.get("state").asString()).isEqualTo("refused");
        assertThat(reload.get("since").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(reload.get("faults").toString())
                .contains(
                        "samples.yaml:2: key 'titel' is not known here; did you mean 'title'?",
                        "vignettes/all.yaml:6: key 'expects'");
        assertThat(knowledge().get("version").asString()).isEqualTo(version);
        for (String page : pages) {
            assertThat(page(get(page))).as(page).containsOnlyOnce(NOTICE);
        }
        assertThat(mvc.perform(get("/error").accept(MediaType.TEXT_HTML))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .containsOnlyOnce(NOTICE);
        assertThat(page(get("/"))).contains("30 weeks").contains(SAMPLE);
        // What a page asks for in between is a part of it, and has told it already.
        assertThat(page(post(draft)
                        .header("HX-Request", "true")
                        .param("revision", "1")
                        .param("tab", "t")
                        .param("turn", "1")))
                .doesNotContain(NOTICE);
        assertThat(mvc.perform(post("/api/advice")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"pains\": [{}]}"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        // A redirect does not carry it along in the address.
        assertThat(mvc.perform(post("/intakes").param("sample", SAMPLE))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .doesNotContain("rulesRefused");

        SmallFolder.change(folder, "samples.yaml", "titel:", "title:");
        SmallFolder.change(folder, "vignettes/all.yaml", "expects:", "expect:");
        live.reloadIfChanged();
        assertThat(knowledge().get("reload").get("state").asString()).isEqualTo("accepted");
        assertThat(knowledge().get("reload").get("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        for (String page : pages) {
            assertThat(page(get(page))).as(page).doesNotContain(NOTICE);
        }
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    private JsonNode knowledge() throws Exception {
        return JsonMapper.shared()
                .readTree(mvc.perform(get("/api/knowledge"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}
