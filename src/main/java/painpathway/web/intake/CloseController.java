package painpathway.web.intake;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;
import painpathway.api.Replay;
import painpathway.handover.HandoverService;
import painpathway.records.Amendments;
import painpathway.records.ClosedRecord;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.records.Edit;
import painpathway.records.Records;
import painpathway.web.Initials;
import painpathway.web.Messages;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.BoundForm;
import painpathway.web.form.Form;
import painpathway.web.form.QuestionnairePage;

/** Closes a draft: its answers and the advice on them become a record, which never changes. */
@Controller
class CloseController {

    /** Sent by the page that has shown what is missing. */
    private static final String ASKED = "asked";

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final Records records;
    private final Amendments amendments;
    private final Replay replay;
    private final HandoverService handovers;
    private final MessageSource messages;

    CloseController(
            LiveAdvisor live,
            Drafts drafts,
            Records records,
            Amendments amendments,
            Replay replay,
            HandoverService handovers,
            MessageSource messages) {
        this.live = live;
        this.drafts = drafts;
        this.records = records;
        this.amendments = amendments;
        this.replay = replay;
        this.handovers = handovers;
        this.messages = messages;
    }

    /**
     * Saves the contents of the page and closes the draft, unless nothing has been answered, somebody else has changed it since, an
     * answer is refused, or somebody else has amended the same record first. What is missing is asked about once, and nobody closes
     * an intake without initials.
     */
    @PostMapping("/intakes/{id}/close")
    String close(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        Advisor advisor = live.now();
        Edit edit = Form.edit(parameters, advisor.book().questionnaire());
        Drafts.Saved saved = drafts.save(id, edit, Form.outdated(advisor.book().questionnaire()))
                .orElseThrow(CloseController::missing);
        if (saved.draft().closedAs() != null) {
            return late(saved);
        }
        BoundForm bound = BoundForm.of(Form.of(saved.draft()), advisor.book());
        if (!saved.changes().isEmpty() || !bound.whole()) {
            return InView.OF_ADVICE.redirect(id, edit);
        }
        if (bound.assessment().blank()) {
            return "redirect:/intakes/" + id + "?at=" + QuestionnairePage.ADVICE + "&blank#close";
        }
        boolean asked = parameters.containsKey(ASKED);
        Optional<Initials> who = Initials.read(edit.page().who());
        AdvisedAnswers answers = AdvisedAnswers.of(bound, advisor, new Messages(messages, locale));
        if (who.isEmpty() || !asked && !Unanswered.of(answers).none()) {
            return "redirect:/intakes/" + id + "/closing" + (asked ? "?initials" : "");
        }
        return close(saved.draft(), edit, who.get(), answers, locale);
    }

    private String close(Draft draft, Edit edit, Initials who, AdvisedAnswers answers, Locale locale) {
        Advice advice = answers.advice();
        ClosedRecord.Content content = new ClosedRecord.Content(
                advice.urgency().word(),
                advice.knowledge().policy(),
                advice.knowledge().version(),
                advice.knowledge().program(),
                replay.request(answers.assessment(), answers.questionnaire()),
                replay.reply(advice));
        return records.close(draft.id(), draft.revision(), content, who.text())
                .map(record -> {
                    handovers.closed(record, locale);
                    return "redirect:/records/" + record;
                })
                .orElseGet(() -> stopped(draft.id(), edit));
    }

    /** Where to continue when a draft could not be closed, because of what others did at the same moment or before. */
    private String stopped(String id, Edit edit) {
        Draft now = drafts.find(id).orElseThrow(CloseController::missing);
        if (now.closedAs() != null) {
            return "redirect:/records/" + now.closedAs();
        }
        return amendments.latestFor(now).isPresent()
                ? "redirect:/intakes/" + id + "/overtaken"
                : InView.OF_ADVICE.redirect(id, edit);
    }

    /** Leads to the record of a draft that was closed before its answers came in, and says how many those were. */
    static String late(Drafts.Saved saved) {
        return "redirect:/records/" + saved.draft().closedAs()
                + (saved.refused() == 0 ? "" : "?late=" + saved.refused());
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
