package painpathway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import painpathway.advice.LiveAdvisor;
import painpathway.advice.Samples;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.rules.RuleBook;

/** The start page: a new intake, a draft to continue, a sample patient. A link may carry answers for the new intake. */
@Controller
class StartController {

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
        model.addAttribute("drafts", drafts.latest(DRAFTS).stream().map(d -> begun(d, book)).toList());
        model.addAttribute("samples", Samples.load(book));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "start";
    }

    /** A draft in the list; {@code places} tell those apart that nobody gave a reference. */
    record Begun(String id, String reference, String places, String urgency, When changed) {
    }

    private static Begun begun(Draft draft, RuleBook book) {
        return new Begun(draft.id(), draft.reference(), String.join(", ", QuestionnairePage.places(Reading.of(Form.of(draft, null), book), book)),
                draft.urgency(), When.of(draft.changed()));
    }
}
