package painpathway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import painpathway.SmallFolder;
import painpathway.advice.LiveAdvisor;
import painpathway.audit.Acceptance;
import painpathway.counterfactual.CounterfactualFinder;
import painpathway.nextquestion.NextQuestion;
import painpathway.rules.PerRuleBook;

/** A rules folder with sums of decimal numbers: advice and the next question work, what needs formulas says why it does not. */
class NotEncodableTest {

    private static final String PATIENT = "{\"pains\": [{}]}";

    @TempDir
    private Path folder;

    private MockMvc mvc;

    @BeforeEach
    void makeItsSumsDecimal() throws IOException {
        SmallFolder.copyTo(folder);
        SmallFolder.change(folder, "questionnaire.yaml", "type: integer", "type: decimal");
        LiveAdvisor live = new LiveAdvisor(folder, "test", Acceptance::check);
        mvc = MockMvcBuilders.standaloneSetup(
                        new AdviceController(live),
                        new NextQuestionController(live, new PerRuleBook<>(NextQuestion::new)),
                        new PathwayController(live, new PerRuleBook<>(CounterfactualFinder::new)))
                .setControllerAdvice(new ApiErrors())
                .build();
    }

    @Test
    void onlyWhatNeedsFormulasIsRefusedAndSaysWhy() throws Exception {
        assertThat(send("/api/advice").getStatus()).isEqualTo(200);
        assertThat(send("/api/next-question").getStatus()).isEqualTo(200);
        // Twice: nothing half-built may stay behind.
        for (String path : List.of("/api/changes", "/api/pathway", "/api/changes")) {
            MockHttpServletResponse response = send(path);
            assertThat(response.getStatus()).as(path).isEqualTo(501);
            assertThat(response.getContentType()).isEqualTo("application/problem+json");
            assertThat(response.getContentAsString())
                    .contains("'pain.")
                    .contains("too many combinations")
                    .doesNotContain("Exception");
        }
    }

    private MockHttpServletResponse send(String path) throws Exception {
        return mvc.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(PATIENT))
                .andReturn()
                .getResponse();
    }
}
