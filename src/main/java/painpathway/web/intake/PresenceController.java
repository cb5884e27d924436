package painpathway.web.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.LiveAdvisor;
import painpathway.records.Drafts;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;
import painpathway.web.form.BoundForm;
import painpathway.web.form.ConcurrentChangeView;
import painpathway.web.form.Form;
import painpathway.web.form.PlaceNames;

/** Tells an open page who else has the draft open, and what they have changed. */
@Controller
class PresenceController {

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final Presence presence;
    private final MessageSource messages;

    PresenceController(LiveAdvisor live, Drafts drafts, Presence presence, MessageSource messages) {
        this.live = live;
        this.drafts = drafts;
        this.presence = presence;
        this.messages = messages;
    }

    /** A page was left, so its reader is no longer there. */
    @PostMapping("/intakes/{id}/left")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void left(@PathVariable String id, @RequestParam String tab) {
        presence.left(id, tab);
    }

    /** What others have changed since a page was made, for a page that asks from time to time. */
    @GetMapping("/intakes/{id}/meanwhile")
    String meanwhile(
            @PathVariable String id,
            @RequestParam long since,
            @RequestParam String tab,
            @RequestParam(defaultValue = "") String who,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Drafts.Saved saved =
                drafts.since(id, since, tab).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Messages words = new Messages(messages, locale);
        model.addAttribute("draft", saved.draft());
        model.addAttribute("told", saved.changes().isEmpty() ? List.of() : changes(saved, words));
        model.addAttribute(
                "others",
                presence.others(id, Form.clean(tab, Form.LONGEST_TAB), Form.clean(who, Form.LONGEST_WHO), words));
        model.addAttribute("partial", false);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "fragments/draft :: told";
    }

    private List<ConcurrentChangeView> changes(Drafts.Saved saved, Messages words) {
        RuleBook book = live.book();
        BoundForm bound = BoundForm.of(Form.of(saved.draft()), book);
        PlaceNames places = PlaceNames.of(bound.assessment(), book.questionnaire(), words);
        return ConcurrentChangeView.of(saved.changes(), places, book.questionnaire(), words);
    }
}
