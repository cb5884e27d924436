package painpathway.web.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;
import painpathway.api.Replay;
import painpathway.handover.HandoverService;
import painpathway.nextquestion.NextQuestion;
import painpathway.questionnaire.Assessment;
import painpathway.records.Amendments;
import painpathway.records.ClosedRecord;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.records.Edit;
import painpathway.records.Records;
import painpathway.rules.PerRuleBook;
import painpathway.rules.RuleBook;
import painpathway.vignette.SamplePatients;
import painpathway.web.Messages;
import painpathway.web.advice.AdviceView;
import painpathway.web.form.BoundForm;
import painpathway.web.form.ConcurrentChangeView;
import painpathway.web.form.Form;
import painpathway.web.form.IntakeGuidance;
import painpathway.web.form.QuestionnairePage;

/**
 * The page of one draft: questions and advice. It works by plain form posts; with htmx only the parts around the questions
 * are replaced, so that no field loses its focus. Every post is saved before it is answered.
 */
@Controller
class IntakeController {

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final Records records;
    private final Amendments amendments;
    private final Presence presence;
    private final Replay replay;
    private final PerRuleBook<NextQuestion> nextQuestions;
    private final HandoverService handovers;
    private final MessageSource messages;
    private final PerRuleBook<Map<String, Assessment>> samples = new PerRuleBook<>(SamplePatients::patients);

    IntakeController(
            LiveAdvisor live,
            Drafts drafts,
            Records records,
            Amendments amendments,
            Presence presence,
            Replay replay,
            PerRuleBook<NextQuestion> nextQuestions,
            HandoverService handovers,
            MessageSource messages) {
        this.live = live;
        this.drafts = drafts;
        this.records = records;
        this.amendments = amendments;
        this.presence = presence;
        this.replay = replay;
        this.nextQuestions = nextQuestions;
        this.handovers = handovers;
        this.messages = messages;
    }

    /**
     * The part of the intake that is shown; none of this is stored.
     *
     * @param at   the section
     * @param lead {@link IntakeGuidance#ONE} or nothing
     * @param ask  question by question: the field of the question to look at again
     */
    record InView(String at, String lead, String ask) {

        InView {
            at = at == null ? "" : at;
            lead = IntakeGuidance.ONE.equals(lead) ? lead : "";
            ask = ask == null ? "" : ask;
        }
    }

    /** A new draft: empty, with the answers of a sample patient, or with those of a link. */
    @PostMapping("/intakes")
    String create(
            @RequestParam MultiValueMap<String, String> parameters, @RequestParam(required = false) String sample) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int places = Form.places(parameters);
        if (sample != null) {
            Advisor advisor = live.now();
            Assessment patient =
                    Optional.ofNullable(samples.of(advisor.book()).get(sample)).orElseThrow(IntakeController::missing);
            fields.putAll(Form.fields(patient, advisor.book().questionnaire()));
            places = patient.pains().size();
        }
        fields.putAll(Form.fields(parameters));
        return "redirect:/intakes/" + drafts.create(fields, places)
                + (sample == null ? "" : "?at=" + QuestionnairePage.ADVICE);
    }

    /** The draft as it is now; {@code since} and {@code tab} come from the page before, to show what others have changed since. */
    @GetMapping("/intakes/{id}")
    String show(
            @PathVariable String id,
            InView inView,
            @RequestParam(required = false) Long since,
            @RequestParam(defaultValue = "") String tab,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Drafts.Saved saved = since == null
                ? new Drafts.Saved(drafts.find(id).orElseThrow(IntakeController::missing), List.of(), 0)
                : drafts.since(id, since, tab).orElseThrow(IntakeController::missing);
        if (saved.draft().closedAs() != null) {
            return "redirect:/records/" + saved.draft().closedAs();
        }
        fill(saved, inView, false, locale, model, response);
        // Each open page is a tab of its own, even if one browser shows several.
        model.addAttribute("tab", UUID.randomUUID().toString().substring(0, 13));
        model.addAttribute("others", "");
        return "page";
    }

    @PostMapping("/intakes/{id}")
    String save(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Edit edit = Form.edit(parameters, live.book().questionnaire());
        Drafts.Saved saved = drafts.save(id, edit).orElseThrow(IntakeController::missing);
        // A button counts more than the field with the previous section, and comes after it.
        InView inView =
                new InView(Form.last(parameters, "at"), Form.last(parameters, "lead"), Form.last(parameters, "ask"));
        if (htmx == null) {
            return saved.draft().closedAs() == null ? again(id, inView, edit) : late(saved);
        }
        if (saved.draft().closedAs() != null) {
            response.setIntHeader("Answers-Refused", saved.refused());
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        fill(saved, inView, true, locale, model, response);
        model.addAttribute("others", others(id, edit.page().tab(), edit.page().who(), locale));
        if (!QuestionnairePage.ADVICE.equals(inView.at)) {
            // While questions are shown the long advice is not; it is sent when it is opened.
            response.setHeader("HX-Reswap", "none");
        }
        return "live";
    }

    /**
     * Saves the contents of the page and closes the draft, unless somebody else has changed it since, an answer is refused, or
     * somebody else has amended the same record first.
     */
    @PostMapping("/intakes/{id}/close")
    String close(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        Advisor advisor = live.now();
        Edit edit = Form.edit(parameters, advisor.book().questionnaire());
        Drafts.Saved saved = drafts.save(id, edit).orElseThrow(IntakeController::missing);
        if (saved.draft().closedAs() != null) {
            return late(saved);
        }
        BoundForm reading = BoundForm.of(Form.of(saved.draft(), null), advisor.book());
        if (!saved.changes().isEmpty() || !reading.whole()) {
            return again(id, new InView(QuestionnairePage.ADVICE, "", ""), edit);
        }
        Advice advice = advisor.advise(reading.assessment());
        ClosedRecord.Content content = new ClosedRecord.Content(
                advice.urgency().word(),
                advice.knowledge().policy(),
                advice.knowledge().version(),
                advice.knowledge().program(),
                replay.request(reading.assessment(), advisor.book().questionnaire()),
                replay.reply(advice));
        return records.close(id, saved.draft().revision(), content, edit.page().who())
                .map(record -> {
                    handovers.closed(record, locale);
                    return "redirect:/records/" + record;
                })
                .orElseGet(() -> stopped(id, edit));
    }

    /** Where to go on when a draft could not be closed, because of what others did in the same moment or before. */
    private String stopped(String id, Edit edit) {
        Draft now = drafts.find(id).orElseThrow(IntakeController::missing);
        if (now.closedAs() != null) {
            return "redirect:/records/" + now.closedAs();
        }
        return amendments.latestFor(now).isPresent()
                ? "redirect:/intakes/" + id + "/overtaken"
                : again(id, new InView(QuestionnairePage.ADVICE, "", ""), edit);
    }

    /** Redirects to a new page, which says what others have changed since the page that was sent. */
    private static String again(String id, InView inView, Edit edit) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/intakes/" + id)
                        .queryParam("at", "{at}")
                        .queryParam("lead", "{lead}")
                        .queryParam("ask", "{ask}")
                        .queryParam("since", edit.base())
                        .queryParam("tab", "{tab}")
                        .encode()
                        .build(inView.at, inView.lead, inView.ask, edit.page().tab());
    }

    private static String late(Drafts.Saved saved) {
        return "redirect:/records/" + saved.draft().closedAs()
                + (saved.refused() == 0 ? "" : "?late=" + saved.refused());
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
        Drafts.Saved saved = drafts.since(id, since, tab).orElseThrow(IntakeController::missing);
        Messages words = new Messages(messages, locale);
        RuleBook book = live.book();
        model.addAttribute("draft", saved.draft());
        model.addAttribute(
                "told",
                saved.changes().isEmpty()
                        ? List.of()
                        : ConcurrentChangeView.of(
                                saved.changes(),
                                QuestionnairePage.placeNames(
                                        BoundForm.of(Form.of(saved.draft(), null), book), book, words),
                                book,
                                words));
        model.addAttribute("others", others(id, tab, who, locale));
        model.addAttribute("partial", false);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "fragments/draft :: told";
    }

    private String others(String id, String tab, String who, Locale locale) {
        Messages words = new Messages(messages, locale);
        List<String> others = presence.seen(id, Form.clean(tab, Form.LONGEST_TAB), Form.clean(who, Form.LONGEST_WHO));
        return others.isEmpty()
                ? ""
                : words.say(
                        "others",
                        others.stream()
                                .map(o -> o.isEmpty() ? words.say("told.someone") : o)
                                .distinct()
                                .collect(Collectors.joining(", ")));
    }

    private void fill(
            Drafts.Saved saved,
            InView inView,
            boolean partial,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Advisor advisor = live.now();
        Messages words = new Messages(messages, locale);
        Draft draft = saved.draft();
        Form form = Form.of(draft, inView.at);
        BoundForm reading = BoundForm.of(form, advisor.book());
        Advice advice = advisor.advise(reading.assessment());
        drafts.assessed(draft, advice.urgency().word());
        List<String> places = QuestionnairePage.placeNames(reading, advisor.book(), words);
        model.addAttribute("draft", draft);
        model.addAttribute("told", ConcurrentChangeView.of(saved.changes(), places, advisor.book(), words));
        IntakeGuidance lead = inView.lead.isEmpty()
                ? IntakeGuidance.BY_SECTION
                : IntakeGuidance.question(inView.ask, form, reading, places, nextQuestions.of(advisor.book()), words);
        model.addAttribute("page", QuestionnairePage.of(form, reading, lead, advisor.book(), words));
        boolean brief = partial && !QuestionnairePage.ADVICE.equals(inView.at);
        model.addAttribute(
                "view",
                brief
                        ? AdviceView.brief(advice, places, advisor.book(), words)
                        : AdviceView.of(advice, places, advisor.book(), words));
        model.addAttribute("partial", partial);
        model.addAttribute(
                "overtaken", partial ? null : amendments.latestFor(draft).orElse(null));
        // No cache may keep the answers of a patient or take a part of a page for the whole.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, "HX-Request");
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
