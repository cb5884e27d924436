package painpathway.web.record;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.LiveAdvisor;
import painpathway.records.ClosedRecord;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.records.NewDrafts;
import painpathway.records.Records;
import painpathway.web.DisplayTime;
import painpathway.web.FormToken;
import painpathway.web.form.Form;

/** Begins the follow-up of a record, and lays the advice then and the advice now beside each other. */
@Controller
class FollowUpController {

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final NewDrafts newDrafts;
    private final Records records;
    private final RecordViews views;

    FollowUpController(LiveAdvisor live, Drafts drafts, NewDrafts newDrafts, Records records, RecordViews views) {
        this.live = live;
        this.drafts = drafts;
        this.newDrafts = newDrafts;
        this.records = records;
        this.views = views;
    }

    /** A new draft with what the rules folder takes over, asked one question at a time. A version that was amended is only read. */
    @PostMapping("/records/{id}/follow-up")
    String begin(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        ClosedRecord record = record(id);
        if (record.superseded() != null) {
            return "redirect:/records/" + record.id();
        }
        Draft closed = drafts.find(record.draft()).orElseThrow(FollowUpController::missing);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put(Form.POLICY, closed.fields().getOrDefault(Form.POLICY, List.of(record.policy())));
        if (!closed.reference().isEmpty()) {
            fields.put(Draft.REFERENCE, List.of(closed.reference()));
        }
        fields.putAll(live.book()
                .questionnaire()
                .followUp()
                .begin(closed.fields(), live.book().questionnaire()));
        NewDrafts.First first =
                new NewDrafts.First(FormToken.of(parameters, Map.of("follows", id)), fields, closed.places());
        return "redirect:/intakes/" + newDrafts.follow(id, first) + "?lead=one";
    }

    /** The advice on a follow-up that is open, beside that of the record it follows. */
    @GetMapping("/intakes/{id}/then-and-now")
    String ofDraft(@PathVariable String id, Locale locale, Model model, HttpServletResponse response) {
        Draft draft = drafts.find(id).orElseThrow(FollowUpController::missing);
        if (draft.closedAs() != null) {
            return "redirect:/records/" + draft.closedAs() + "/then-and-now";
        }
        model.addAttribute("back", "/intakes/" + id);
        return compare(followed(draft), views.of(draft, locale), locale, model, response);
    }

    /** The advice of a closed follow-up, beside that of the record it follows. */
    @GetMapping("/records/{id}/then-and-now")
    String ofRecord(@PathVariable String id, Locale locale, Model model, HttpServletResponse response) {
        ClosedRecord record = record(id);
        ClosedRecord then = followed(drafts.find(record.draft()).orElseThrow(FollowUpController::missing));
        model.addAttribute("back", "/records/" + id);
        model.addAttribute("closedNow", DisplayTime.whole(record.closed()));
        return compare(then, views.of(record, locale), locale, model, response);
    }

    private String compare(
            ClosedRecord then, RecordView now, Locale locale, Model model, HttpServletResponse response) {
        RecordView before = views.of(then, locale);
        model.addAttribute("record", then);
        model.addAttribute("closedThen", DisplayTime.whole(then.closed()));
        model.addAttribute("then", before);
        model.addAttribute("now", now);
        model.addAttribute("difference", RecordDifference.between(before, now));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "then-and-now";
    }

    private ClosedRecord followed(Draft draft) {
        return Optional.ofNullable(draft.follows()).flatMap(records::find).orElseThrow(FollowUpController::missing);
    }

    private ClosedRecord record(String id) {
        return records.find(id).orElseThrow(FollowUpController::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
