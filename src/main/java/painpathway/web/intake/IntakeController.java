package painpathway.web.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.Advisor;
import painpathway.advice.Foresight;
import painpathway.advice.LiveAdvisor;
import painpathway.nextquestion.NextQuestion;
import painpathway.records.Drafts;
import painpathway.records.Edit;
import painpathway.rules.PerRuleBook;
import painpathway.web.Messages;
import painpathway.web.advice.AdviceView;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.BoundForm;
import painpathway.web.form.ConcurrentChangeView;
import painpathway.web.form.Form;
import painpathway.web.form.IntakeGuidance;
import painpathway.web.form.QuestionnairePage;
import painpathway.web.form.SumFill;

/**
 * The page of one draft: questions and advice. It works by plain form posts; with htmx only the parts around the questions
 * are replaced, so that no field loses its focus. Every post is saved before it is answered.
 */
@Controller
class IntakeController {

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final DraftNotices notices;
    private final Presence presence;
    private final PerRuleBook<NextQuestion> nextQuestions;
    private final PerRuleBook<Foresight> foresights;
    private final MessageSource messages;

    IntakeController(
            LiveAdvisor live,
            Drafts drafts,
            DraftNotices notices,
            Presence presence,
            PerRuleBook<NextQuestion> nextQuestions,
            PerRuleBook<Foresight> foresights,
            MessageSource messages) {
        this.live = live;
        this.drafts = drafts;
        this.notices = notices;
        this.presence = presence;
        this.nextQuestions = nextQuestions;
        this.foresights = foresights;
        this.messages = messages;
    }

    /** The draft as it is now; {@code since} and {@code tab} come from the page before, to show what others have changed since. */
    @GetMapping("/intakes/{id}")
    String show(
            @PathVariable String id,
            InView inView,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(defaultValue = "") String tab,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Drafts.Saved saved = since == null
                ? new Drafts.Saved(drafts.find(id).orElseThrow(IntakeController::missing), List.of(), 0, Set.of())
                : drafts.since(id, since, tab).orElseThrow(IntakeController::missing);
        if (saved.draft().closedAs() != null) {
            return "redirect:/records/" + saved.draft().closedAs();
        }
        fill(saved, inView, false, new Messages(messages, locale), model, response);
        notices.add(saved.draft(), model);
        // Each open page is a tab of its own, even if one browser shows several.
        model.addAttribute("tab", UUID.randomUUID().toString().substring(0, 13));
        model.addAttribute("others", "");
        return "page";
    }

    @PostMapping("/intakes/{id}")
    String save(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        SumFill.into(parameters, live.book());
        Edit edit = Form.edit(parameters, live.book().questionnaire());
        Drafts.Saved saved = drafts.save(id, edit, Form.outdated(live.book().questionnaire()))
                .orElseThrow(IntakeController::missing);
        if (!saved.emptied().isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        InView inView = InView.of(parameters);
        if (htmx == null) {
            return saved.draft().closedAs() == null ? inView.redirect(id, edit) : CloseController.late(saved);
        }
        if (saved.draft().closedAs() != null) {
            response.setIntHeader("Answers-Refused", saved.refused());
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        Messages words = new Messages(messages, locale);
        fill(saved, inView, true, words, model, response);
        model.addAttribute(
                "others", presence.others(id, edit.page().tab(), edit.page().who(), words));
        if (!inView.advice()) {
            // While questions are shown the long advice is not; it is sent when it is opened.
            response.setHeader("HX-Reswap", "none");
        }
        return "live";
    }

    private void fill(
            Drafts.Saved saved,
            InView inView,
            boolean partial,
            Messages words,
            Model model,
            HttpServletResponse response) {
        Advisor advisor = live.now();
        Form form = Form.of(saved.draft());
        AdvisedAnswers answers = AdvisedAnswers.of(BoundForm.of(form, advisor.book()), advisor, words);
        drafts.assessed(saved.draft(), answers.advice().urgency().word());
        model.addAttribute("draft", saved.draft());
        model.addAttribute(
                "told", ConcurrentChangeView.of(saved.changes(), answers.places(), answers.questionnaire(), words));
        IntakeGuidance guidance = inView.oneByOne()
                ? IntakeGuidance.question(
                        new IntakeGuidance.Wish(inView.ask(), inView.putOff(), notices.procedureFirst(saved.draft())),
                        form,
                        answers,
                        nextQuestions.of(advisor.book()))
                : IntakeGuidance.bySection(nextQuestions.of(advisor.book()).needed(answers.assessment()));
        model.addAttribute("page", QuestionnairePage.of(inView.at(), form, answers, guidance, advisor.furtherPlaces()));
        model.addAttribute(
                "view",
                partial && !inView.advice()
                        ? AdviceView.brief(answers.advice(), answers.places(), answers.book(), words)
                        : AdviceView.of(answers.advice(), answers.places(), answers.book(), words));
        List<Foresight.Tap> taps = foresights.of(advisor.book()).taps(answers.advised());
        model.addAttribute("taps", taps);
        model.addAttribute("foreseen", Foresight.alarms(taps));
        model.addAttribute("partial", partial);
        // No cache may keep the answers of a patient or take a part of a page for the whole.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, "HX-Request");
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
