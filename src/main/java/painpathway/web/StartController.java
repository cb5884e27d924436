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
import painpathway.records.Drafts;

/** Where one begins: a new intake, a draft to go on with, a sample patient. A link may carry answers for the new intake. */
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
        model.addAttribute("drafts", drafts.latest(DRAFTS).stream().map(d -> new Begun(d.id(), d.reference(), d.urgency(), When.of(d.changed()))).toList());
        model.addAttribute("samples", Samples.load(live.book()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "start";
    }

    /** A draft in the list. */
    record Begun(String id, String reference, String urgency, When changed) {
    }
}
