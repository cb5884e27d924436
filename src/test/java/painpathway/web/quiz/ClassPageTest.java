package painpathway.web.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.web.FormToken;
import painpathway.web.Visitor;

/** Who may see and do what in a class, without scripts. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class ClassPageTest {

    @Autowired
    private MockMvc mvc;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(mvc);
    }

    @Test
    void onlyTheBrowserThatOpenedAClassLeadsIt() throws Exception {
        MockHttpServletResponse opened = mvc.perform(post("/class")
                        .param("token", FormToken.next())
                        .param("topic", "facet")
                        .param("count", "3")
                        .header("Content-Length", "60")
                        .content("x".repeat(60)))
                .andExpect(status().isFound())
                .andExpect(cookie().httpOnly("educator", true))
                .andReturn()
                .getResponse();
        String lead = opened.getRedirectedUrl();
        Cookie educator = opened.getCookie("educator");
        String code = lead.replace("/lead", "");
        assertThat(educator.getPath()).isEqualTo(code);
        assertThat(educator.getAttribute("SameSite")).isEqualTo("Lax");
        mvc.perform(get(lead)).andExpect(redirectedUrl(code));
        mvc.perform(get(lead + "/answers.csv")).andExpect(status().isNotFound());
        mvc.perform(post(lead + "/on").param("seen", "joining-0").content("x")).andExpect(status().isNotFound());
        mvc.perform(post(lead + "/end").content("x")).andExpect(status().isFound());
        mvc.perform(get(lead).cookie(educator))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"));
        mvc.perform(get(lead + "/now?seen=asking-0").cookie(educator)).andExpect(header().string("HX-Refresh", "true"));
        mvc.perform(post("/class").content("x".repeat(9_000))).andExpect(status().isContentTooLarge());
        mvc.perform(post(code + "/join").content("x".repeat(9_000))).andExpect(status().isContentTooLarge());
        mvc.perform(post(code + "/join")
                        .param("nickname", "Ana")
                        .header("Sec-Fetch-Site", "cross-site")
                        .content("x"))
                .andExpect(status().isForbidden());
        mvc.perform(post(lead + "/end").cookie(educator).content("x")).andExpect(redirectedUrl("/class?ended"));
        mvc.perform(get(code)).andExpect(status().isNotFound());
        mvc.perform(get(lead).cookie(educator)).andExpect(redirectedUrl(code));
    }

    @Test
    void aCodeThatIsTypedLeadsToItsClass() throws Exception {
        mvc.perform(get(URI.create("/class?code=bcd%20fgh"))).andExpect(redirectedUrl("/class/BCDFGH"));
        assertThat(visitor.publicPage("/class?code=12")).contains("This is not the code of a class");
        for (String none : new String[] {"/class/BCDFGH", "/class/x", "/class/BCDFGH0"}) {
            assertThat(mvc.perform(get(none))
                            .andExpect(status().isNotFound())
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("There is no such class");
        }
    }

    @Test
    void theWayInLeadsToIt() throws Exception {
        assertThat(visitor.publicPage("/learn")).contains("href=\"/class\"");
    }
}
