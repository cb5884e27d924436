package painpathway.web.intake;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.LiveAdvisor;
import painpathway.questionnaire.Questionnaire;
import painpathway.records.Bin;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.web.form.Form;

/** Discards a draft, and takes it back. */
@Controller
class BinController {

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final Bin bin;

    BinController(LiveAdvisor live, Drafts drafts, Bin bin) {
        this.live = live;
        this.drafts = drafts;
        this.bin = bin;
    }

    /** What the page still holds is saved first, so that a draft that is taken back has all of it. */
    @PostMapping("/intakes/{id}/discard")
    String discard(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Questionnaire questionnaire = live.book().questionnaire();
        Draft draft = drafts.save(id, Form.edit(parameters, questionnaire), Form.outdated(questionnaire))
                .orElseThrow(BinController::missing)
                .draft();
        if (draft.closedAs() != null) {
            return "redirect:/records/" + draft.closedAs();
        }
        bin.discard(id);
        return "redirect:/records?discarded=" + id;
    }

    @PostMapping("/intakes/{id}/take-back")
    String takeBack(@PathVariable String id) {
        Draft draft = drafts.find(id).orElseThrow(BinController::missing);
        bin.takeBack(draft.id());
        return "redirect:/intakes/" + draft.id();
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
