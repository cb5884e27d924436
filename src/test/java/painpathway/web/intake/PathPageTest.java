package painpathway.web.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.SmallFolder;

/** The page of the path under rules with sums of decimal numbers, which are too many to be counted through. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class PathPageTest {

    @TempDir
    private static Path folder;

    @Autowired
    private MockMvc mvc;

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) throws IOException {
        SmallFolder.copyTo(folder);
        SmallFolder.change(folder, "questionnaire.yaml", "type: integer", "type: decimal");
        registry.add("advisor.rules", folder::toString);
    }

    @Test
    void aPathThatCannotBeWorkedOutSaysSo() throws Exception {
        String draft = mvc.perform(post("/intakes"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl()
                .replaceAll("[?#].*", "");
        MockHttpServletResponse response =
                mvc.perform(get(draft + "/path")).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .contains("The path cannot be worked out with the rules in use")
                .contains("The path from here")
                .doesNotContain("??");
    }
}
