package painpathway.web.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.web.Visitor;

/** The pages of a quiz, without scripts. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class QuizPageTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern CHOICE =
            Pattern.compile("name=\"((?:urgency|verdict-\\d|finding))\"[^>]* value=\"([^\"]+)\"");

    @Autowired
    private MockMvc mvc;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(mvc);
    }

    @Test
    void aQuizIsAWayOfAddressesThatCanBeWalkedTwice() throws Exception {
        String at = visitor.location(get("/quiz/new?topic=facet&level=any&count=2"));
        for (int i = 0; i < 2; i++) {
            String page = visitor.publicPage(at);
            assertThat(page)
                    .contains("Case " + (i + 1) + " of 2", "Your prediction")
                    .doesNotContain("href=\"/cases/", "href=\"/rules/");
            assertThat(withoutTokens(visitor.publicPage(at))).isEqualTo(withoutTokens(page));
            String revealed = visitor.location(get(URI.create(predicted(page))));
            assertThat(visitor.location(get(URI.create(predicted(page)))))
                    .as("sent twice")
                    .isEqualTo(revealed);
            String reveal = visitor.publicPage(revealed);
            assertThat(reveal).contains("of 5 right", "The advisor says", "href=\"/rules/", "href=\"/cases/");
            assertThat(visitor.publicPage(revealed)).isEqualTo(reveal);
            Matcher next = Pattern.compile("class=\"button\" href=\"(/quiz/cases[^\"]+)\"")
                    .matcher(reveal);
            assertThat(next.find()).isTrue();
            at = next.group(1).replace("&amp;", "&");
        }
        assertThat(visitor.publicPage(at)).contains("Results", "of 10 right", "What to read");
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"token\" value=\"[^\"]*\"", "");
    }

    /** The address to which the form of a page leads with the first answer to every question. */
    private static String predicted(String page) {
        StringBuilder query = new StringBuilder("/quiz/cases?");
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            query.append(hidden.group(1)).append('=').append(hidden.group(2)).append('&');
        }
        String last = "";
        Matcher choice = CHOICE.matcher(page);
        while (choice.find()) {
            if (!choice.group(1).equals(last)) {
                last = choice.group(1);
                query.append(last).append('=').append(choice.group(2)).append('&');
            }
        }
        return query.toString();
    }

    @Test
    void whatIsNoAddressOfThisQuizIsRefusedOrBeginsAnew() throws Exception {
        String first = visitor.location(get("/quiz/new?topic=facet&level=any&count=2"));
        mvc.perform(get(URI.create(first.replace("answers=", "answers=12x")))).andExpect(status().isBadRequest());
        mvc.perform(get(URI.create(first.replaceAll("rules=[^&]*", "rules=old"))))
                .andExpect(redirectedUrl("/quiz?told=changed"));
        assertThat(visitor.publicPage("/quiz?told=changed")).contains("The rules have changed");
        assertThat(visitor.publicPage(first + "&sent=1&urgency=routine"))
                .contains("Please answer every question first");
        assertThat(visitor.location(get("/quiz/new?topic=%3Cscript%3E&level=x&count=99999999999&seed=-1")))
                .contains("topic=&level=any&count=5");
        assertThat(visitor.publicPage("/quiz?told=%3Cscript%3E")).doesNotContain("<script>");
    }

    @Test
    void theWayInLeadsToIt() throws Exception {
        assertThat(visitor.publicPage("/learn")).contains("href=\"/quiz\"");
    }
}
