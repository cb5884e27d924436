package painpathway.web.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.LiveAdvisor;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.web.Messages;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.BoundForm;
import painpathway.web.form.Form;

/** What is asked once before an intake is closed: who closes it, and whether it may be closed with what is missing. */
@Controller
class ClosingController {

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final MessageSource messages;

    ClosingController(LiveAdvisor live, Drafts drafts, MessageSource messages) {
        this.live = live;
        this.drafts = drafts;
        this.messages = messages;
    }

    @GetMapping("/intakes/{id}/closing")
    String closing(@PathVariable String id, Locale locale, Model model, HttpServletResponse response) {
        Draft draft = drafts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (draft.closedAs() != null) {
            return "redirect:/records/" + draft.closedAs();
        }
        BoundForm bound = BoundForm.of(Form.of(draft), live.book());
        AdvisedAnswers answers = AdvisedAnswers.of(bound, live.now(), new Messages(messages, locale));
        model.addAttribute("draft", draft);
        model.addAttribute("urgency", answers.advice().urgency().word());
        model.addAttribute("unanswered", Unanswered.of(answers));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "closing";
    }
}
