package painpathway.web.intake;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import painpathway.advice.LiveAdvisor;
import painpathway.api.FaultLog;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.rules.RuleBook;
import painpathway.vignette.SamplePatients;
import painpathway.web.DisplayTime;
import painpathway.web.form.BoundForm;
import painpathway.web.form.Form;
import painpathway.web.form.QuestionnairePage;

/** The start page: a new intake, a draft to continue, a sample patient. A link may carry answers for the new intake. */
@Controller
public class StartController {

    private static final Logger LOG = LoggerFactory.getLogger(StartController.class);
    private static final int DRAFTS = 8;

    private final LiveAdvisor live;
    private final Drafts drafts;

    StartController(LiveAdvisor live, Drafts drafts) {
        this.live = live;
        this.drafts = drafts;
    }

    @GetMapping("/")
    String start(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        model.addAttribute("carried", Form.fields(parameters));
        model.addAttribute("places", Form.places(parameters));
        RuleBook book = live.book();
        model.addAttribute(
                "drafts",
                drafts.latest(DRAFTS).stream().map(d -> begun(d, book)).toList());
        model.addAttribute("samples", SamplePatients.load(book));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "start";
    }

    /** A draft in the list; {@code places} help to tell drafts without a reference apart. */
    public record Begun(
            String id, String reference, String places, String urgency, DisplayTime changed, boolean readable) {}

    /** A line for a draft, whatever it holds: one that cannot be read must not take the others with it. */
    public static Begun begun(Draft draft, RuleBook book) {
        try {
            return begun(
                    draft,
                    String.join(", ", QuestionnairePage.places(BoundForm.of(Form.of(draft, null), book), book)),
                    true);
        } catch (RuntimeException e) {
            FaultLog.log(LOG, "a draft could not be read", e);
            return begun(draft, "", false);
        }
    }

    private static Begun begun(Draft draft, String places, boolean readable) {
        return new Begun(
                draft.id(), draft.reference(), places, draft.urgency(), DisplayTime.of(draft.changed()), readable);
    }
}
