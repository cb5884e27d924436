package painpathway.web.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A case from an intake: the same answers, nobody else's, and gone with the intake. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class OwnCaseTest {

    private static final String SECRET = "Bed 7 Marianne";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private String intake() throws Exception {
        return mvc.perform(post("/intakes")
                        .param("reference", SECRET)
                        .param("q.patient.age", "58")
                        .param("p0.pain.site", "low-back")
                        .param("p0.pain.weeks", "30"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl()
                .replaceAll("[?#].*", "");
    }

    private MockHttpServletResponse made(String intake) throws Exception {
        return mvc.perform(post(intake + "/case"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletRequestBuilder by(Cookie browser, String address) {
        return get(address).cookie(browser);
    }

    @Test
    void hasTheAnswersOfTheIntakeAndNothingThatNamesThePatient() throws Exception {
        String intake = intake();
        assertThat(mvc.perform(get(intake + "?at=advice"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("formaction=\"" + intake + "/case\"");
        MockHttpServletResponse made = made(intake);
        Cookie browser = made.getCookie(OwnCases.COOKIE);
        assertThat(browser.isHttpOnly()).isTrue();
        for (String page : new String[] {"", "/steps", "/what-if", "/sweep?of=p0.pain.weeks"}) {
            assertThat(mvc.perform(by(browser, made.getRedirectedUrl() + page))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .as(page)
                    .contains("A patient from one of your intakes")
                    .doesNotContain("Marianne");
        }
        assertThat(mvc.perform(by(browser, made.getRedirectedUrl()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("58 years", "Low back", "30 weeks");
        assertThat(mvc.perform(get("/cases")).andReturn().getResponse().getContentAsString())
                .doesNotContain(OwnCases.PREFIX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcdef0123456789abcdef", "x"})
    void isThereForNobodyElse(String other) throws Exception {
        String address = made(intake()).getRedirectedUrl();
        mvc.perform(get(address)).andExpect(status().isNotFound());
        mvc.perform(by(new Cookie(OwnCases.COOKIE, other), address)).andExpect(status().isNotFound());
        mvc.perform(by(new Cookie(OwnCases.COOKIE, other), address + "/steps")).andExpect(status().isNotFound());
    }

    @Test
    void isGoneWithTheIntake() throws Exception {
        String intake = intake();
        MockHttpServletResponse made = made(intake);
        Cookie browser = made.getCookie(OwnCases.COOKIE);
        mvc.perform(by(browser, made.getRedirectedUrl())).andExpect(status().isOk());
        String id = intake.substring(intake.lastIndexOf('/') + 1);
        jdbc.sql("delete from answer_change where draft = ?").param(id).update();
        jdbc.sql("delete from draft_tab where draft = ?").param(id).update();
        jdbc.sql("delete from draft where id = ?").param(id).update();
        mvc.perform(by(browser, made.getRedirectedUrl())).andExpect(status().isNotFound());
    }

    @Test
    void noCaseIsMadeOfAnIntakeThatIsNotThere() throws Exception {
        mvc.perform(post("/intakes/nothing/case")).andExpect(status().isNotFound());
    }
}
