package painpathway.web.intake;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.MockedStatic;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import painpathway.advice.Foresight;
import painpathway.advice.LiveAdvisor;
import painpathway.questionnaire.Answers;
import painpathway.rules.PerRuleBook;
import painpathway.vignette.SamplePatients;
import painpathway.web.Visitor;

/**
 * The answers of a page are read once, whatever the page shows. Every advice begins with one reading, so there is no second advice
 * either. The readings are counted in the thread that answers the request.
 */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class OneReadingTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LiveAdvisor live;

    /** Looks at answers that nobody has given, on the way to the reply. They are not the patient's, and do not count here. */
    @MockitoBean
    private PerRuleBook<Foresight> foresights;

    private String draft;
    private int age = 40;

    @BeforeEach
    void aSamplePatient() throws Exception {
        when(foresights.of(any())).thenReturn(mock(Foresight.class));
        draft = new Visitor(mvc).intake(SamplePatients.load(live.book()).get(0).vignette(), "Bed 7");
        // The rules are compiled and the next question is prepared before anything is counted.
        mvc.perform(get(draft).param("lead", "one")).andExpect(status().isOk());
    }

    @ParameterizedTest(name = "at \"{0}\", lead \"{1}\"")
    @CsvSource({"'', ''", "advice, ''", "'', one", "advice, one"})
    void aSavedAnswerIsReadOnce(String at, String lead) throws Exception {
        reads(1, save().param("at", at).param("lead", lead));
        // Three places are read together.
        reads(1, save().param("at", at).param("lead", lead).param("places", "3").param("p1.pain.site", "knee"));
    }

    @ParameterizedTest(name = "at \"{0}\", lead \"{1}\"")
    @CsvSource({"'', ''", "advice, ''", "'', one", "advice, one"})
    void aPageIsMadeFromOneReading(String at, String lead) throws Exception {
        reads(1, get(draft).param("at", at).param("lead", lead));
    }

    @Test
    void aQuestionLookedAtAgainTakesOneMoreBecauseItCountsAsBlank() throws Exception {
        reads(2, save().param("lead", "one").param("ask", "q.patient.age"));
    }

    @Test
    void aDocumentIsMadeFromOneReading() throws Exception {
        reads(1, get(draft + "/print"));
        reads(1, get(draft + "/patient-sheet"));
    }

    private MockHttpServletRequestBuilder save() {
        age++;
        return post(draft)
                .header("HX-Request", "true")
                .param("revision", "1")
                .param("touched", "q.patient.age")
                .param("q.patient.age", String.valueOf(age));
    }

    private void reads(int times, MockHttpServletRequestBuilder request) throws Exception {
        try (MockedStatic<Answers> answers = mockStatic(Answers.class, CALLS_REAL_METHODS)) {
            mvc.perform(request).andExpect(status().isOk());
            answers.verify(() -> Answers.of(any(), any()), times(times));
        }
    }
}
