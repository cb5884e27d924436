package painpathway.web.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.records.ClosedRecord;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.records.NewDrafts;
import painpathway.records.Records;
import painpathway.web.FormToken;
import painpathway.web.Initials;
import painpathway.web.form.Form;

/** Begins the next version of a record, for a reason, in the name of a person, and once. */
@Controller
class AmendController {

    private static final int LONGEST_REASON = 300;

    private final Drafts drafts;
    private final NewDrafts newDrafts;
    private final Records records;

    AmendController(Drafts drafts, NewDrafts newDrafts, Records records) {
        this.drafts = drafts;
        this.newDrafts = newDrafts;
        this.records = records;
    }

    /** A new draft with the same answers; answers that came too late may come along. A version that was amended is only read. */
    @PostMapping("/records/{id}/amend")
    String amend(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        ClosedRecord record = records.find(id).orElseThrow(AmendController::missing);
        Map<String, List<String>> late = Form.fields(parameters);
        if (record.superseded() != null && late.isEmpty()) {
            return "redirect:/records/" + record.id();
        }
        Optional<Initials> who = Initials.read(Form.last(parameters, Initials.FIELD));
        String reason = Form.clean(Form.last(parameters, "reason"), LONGEST_REASON);
        if (who.isEmpty() || reason.isEmpty()) {
            return "redirect:/records/" + record.id() + "?fault=" + (who.isEmpty() ? "initials" : "reason") + "#amend";
        }
        Draft closed = drafts.find(record.draft()).orElseThrow(AmendController::missing);
        int places = Math.max(closed.places(), Form.places(parameters));
        NewDrafts.First first = new NewDrafts.First(FormToken.of(parameters, late), closed.fields(), places);
        NewDrafts.Reason why = new NewDrafts.Reason(record.id(), who.get().text(), reason);
        return "redirect:/intakes/" + newDrafts.amend(why, first, late);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
