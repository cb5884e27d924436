package painpathway.web.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.web.servlet.MockMvc;
import painpathway.ShippedRules;
import painpathway.lesson.Lesson;
import painpathway.vignette.SamplePatients;
import painpathway.web.Visitor;
import painpathway.web.learn.Workbenches;

/** Lessons, and how pages are shown to a room. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class LessonPageTest {

    private static final String BLOCK = "/lessons/why-one-good-block-is-not-enough";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Workbenches benches;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(mvc);
    }

    @Test
    void aLessonIsReadOnOnePageAndPresentedPartByPart() throws Exception {
        Lesson lesson = benches.lessons().stream()
                .filter(l -> BLOCK.endsWith(l.id()))
                .findFirst()
                .orElseThrow();
        int parts = lesson.parts().size();
        String whole = visitor.publicPage(BLOCK);
        assertThat(whole.split("<section class=\"card text\"", -1)).hasSize(parts + 1);
        assertThat(whole).doesNotContain("rel=\"next\"", "present.js");
        String first = visitor.publicPage(BLOCK + "?present");
        assertThat(first)
                .contains("<link rel=\"next\" href=\"" + BLOCK + "?part=1&amp;present\">", "/js/present.js")
                .doesNotContain("rel=\"prev\"", lesson.parts().get(0).title() + "</h1>");
        assertThat(visitor.publicPage(BLOCK + "?part=1&present"))
                .contains("<h1>" + lesson.parts().get(0).title() + "</h1>", "rel=\"prev\"")
                .doesNotContain(lesson.parts().get(1).title());
        assertThat(visitor.publicPage(BLOCK + "?part=" + parts + "&present")).doesNotContain("rel=\"next\"");
    }

    @Test
    void theWayInListsTheLessons() throws Exception {
        for (String page : List.of("/learn", "/lessons")) {
            assertThat(visitor.publicPage(page))
                    .contains(BLOCK, "/lessons/unknown-is-not-no", "/lessons/what-a-brochure-does-not-say");
        }
    }

    @Test
    void threeLessonsOfAboutTenMinutesEach() {
        assertThat(benches.lessons())
                .extracting(Lesson::title)
                .containsExactlyInAnyOrder(
                        "Why one good block is not enough", "Unknown is not no", "What a brochure does not say");
        assertThat(benches.lessons()).allSatisfy(lesson -> {
            int words =
                    (lesson.lead() + lesson.parts()).replaceAll("<[^>]*>", "").split("\\s+").length;
            assertThat(words).as(lesson.id()).isBetween(500, 1_300);
            assertThat(lesson.links()).as(lesson.id()).anyMatch(l -> l.contains("/steps?at="));
        });
    }

    @Test
    void everyLinkOfALessonLeadsToAPage() throws Exception {
        for (Lesson lesson : benches.lessons()) {
            for (String link : lesson.links()) {
                if (link.startsWith("/")) {
                    mvc.perform(get(URI.create(link.replaceAll("#.*", ""))))
                            .andExpect(result -> assertThat(result.getResponse().getStatus())
                                    .as("%s in %s", link, lesson.id())
                                    .isEqualTo(200));
                }
            }
        }
    }

    @Test
    void everyPageOfTheWorkbenchCanBeShownToARoomButNoneAboutAPatient() throws Exception {
        for (String page : List.of("/learn", "/cases?topic=facet", "/rules/facet-01", "/cases/facet-001", "/review")) {
            String room = page + (page.contains("?") ? "&" : "?") + "present";
            assertThat(visitor.publicPage(page)).doesNotContain("present.css");
            assertThat(visitor.publicPage(room)).contains("/css/present.css", "/js/present.js");
        }
        assertThat(visitor.publicPage("/cases?topic=facet")).contains("href=\"/cases?topic=facet&amp;present\"");
        assertThat(visitor.publicPage("/cases?topic=facet&present")).contains("href=\"/cases?topic=facet\"");
        String intake =
                visitor.intake(SamplePatients.load(ShippedRules.BOOK).get(0).vignette(), "Bed 7");
        assertThat(visitor.page(intake + "?present")).doesNotContain("present.css");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lessons/none", BLOCK + "?part=-1", BLOCK + "?part=99"})
    void whatDoesNotExistIsNotFound(String address) throws Exception {
        mvc.perform(get(address)).andExpect(status().isNotFound());
    }
}
