package painpathway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.web.util.UriComponentsBuilder;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.Explained;
import painpathway.advice.LiveAdvisor;
import painpathway.advice.Samples;
import painpathway.pathway.NextQuestion;
import painpathway.pathway.Pathway;
import painpathway.questionnaire.Question;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.records.Edit;
import painpathway.rules.RuleBook;

/**
 * The page of one draft: questions and advice. It works by plain form posts; with htmx only the parts around the questions
 * are replaced, so that no field loses its focus. Every post is saved before it is answered.
 */
@Controller
class IntakeController {

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final Chooser chooser;
    private final MessageSource messages;

    IntakeController(LiveAdvisor live, Drafts drafts, Chooser chooser, MessageSource messages) {
        this.live = live;
        this.drafts = drafts;
        this.chooser = chooser;
        this.messages = messages;
    }

    /**
     * What of the intake is in view: nothing that is kept with the patient.
     *
     * @param at   the section
     * @param lead {@link Lead#ONE} or nothing
     * @param ask  question by question, the field of the one to look at again
     */
    record InView(String at, String lead, String ask) {

        InView {
            at = at == null ? "" : at;
            lead = Lead.ONE.equals(lead) ? lead : "";
            ask = ask == null ? "" : ask;
        }
    }

    /** A new draft: empty, with the answers of a sample patient, or with those of a link. */
    @PostMapping("/intakes")
    String create(@RequestParam MultiValueMap<String, String> parameters, @RequestParam(required = false) String sample) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int places = Form.places(parameters);
        if (sample != null) {
            Advisor advisor = live.now();
            var patient = Samples.patient(advisor.book(), sample).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            fields.putAll(Form.fields(patient, advisor.book().questionnaire()));
            places = patient.pains().size();
        }
        fields.putAll(Form.fields(parameters));
        return "redirect:/intakes/" + drafts.create(fields, places) + (sample == null ? "" : "?at=" + QuestionnairePage.ADVICE);
    }

    /** The draft as it stands; {@code since} and {@code tab} come from the page before and bring what others changed meanwhile. */
    @GetMapping("/intakes/{id}")
    String show(@PathVariable String id, InView inView, @RequestParam(required = false) Long since,
                @RequestParam(defaultValue = "") String tab, Locale locale, Model model, HttpServletResponse response) {
        Drafts.Saved saved = since == null ? new Drafts.Saved(drafts.find(id).orElseThrow(IntakeController::missing), List.of())
                : drafts.since(id, since, tab).orElseThrow(IntakeController::missing);
        fill(saved, inView, false, locale, model, response);
        // Each page that is open is a tab of its own, also where one browser shows several.
        model.addAttribute("tab", UUID.randomUUID().toString().substring(0, 13));
        return "page";
    }

    @PostMapping("/intakes/{id}")
    String save(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters,
                @RequestHeader(name = "HX-Request", required = false) String htmx, Locale locale, Model model, HttpServletResponse response) {
        Edit edit = Form.edit(parameters, live.book().questionnaire());
        Drafts.Saved saved = drafts.save(id, edit).orElseThrow(IntakeController::missing);
        // A button says more than the field that carries where one was, and comes after it.
        InView inView = new InView(last(parameters, "at"), last(parameters, "lead"), last(parameters, "ask"));
        if (htmx == null) {
            return "redirect:" + UriComponentsBuilder.fromPath("/intakes/" + id).queryParam("at", "{at}").queryParam("lead", "{lead}")
                    .queryParam("ask", "{ask}").queryParam("since", edit.base()).queryParam("tab", "{tab}").encode()
                    .build(inView.at, inView.lead, inView.ask, edit.tab());
        }
        fill(saved, inView, true, locale, model, response);
        if (!QuestionnairePage.ADVICE.equals(inView.at)) {
            // While questions are in view the long advice is not: it is sent when it is opened.
            response.setHeader("HX-Reswap", "none");
        }
        return "live";
    }

    /** What one question can still change; a part of the page, or a page of its own where there is no JavaScript. */
    @GetMapping("/intakes/{id}/why")
    String why(@PathVariable String id, @RequestParam String field, Locale locale, Model model, HttpServletResponse response) {
        Draft draft = drafts.find(id).orElseThrow(IntakeController::missing);
        RuleBook book = live.book();
        Reading reading = Reading.of(Form.of(draft, null), book);
        Question question = book.questionnaire().question(field.substring(field.indexOf('.') + 1));
        int place = field.matches("p\\d\\..+") ? field.charAt(1) - '0' : 0;
        if (question == null || question.derived() || place >= Math.max(1, reading.assessment().pains().size())) {
            throw missing();
        }
        model.addAttribute("changes", Lead.changes(chooser.next(book).why(reading.assessment(),
                new NextQuestion.Asked(question, question.perPain() ? place : null))));
        model.addAttribute("question", question);
        model.addAttribute("draft", draft);
        return part("why", model, response);
    }

    /** What stands folded on the advice page under one entry: all that is said of it, or every rule about it down to the answers. */
    @GetMapping({"/intakes/{id}/entries/{entry}", "/intakes/{id}/entries/{entry}/{rules:rules}"})
    String entry(@PathVariable String id, @PathVariable String entry, @PathVariable(required = false) String rules, Locale locale, Model model, HttpServletResponse response) {
        Draft draft = drafts.find(id).orElseThrow(IntakeController::missing);
        Advisor advisor = live.now();
        Words words = new Words(messages, locale);
        Reading reading = Reading.of(Form.of(draft, null), advisor.book());
        Explained explained = advisor.explain(reading.assessment());
        List<String> places = QuestionnairePage.placeNames(reading, advisor.book(), words);
        AdviceView view = AdviceView.of(explained.advice(), places, advisor.book(), words);
        model.addAttribute("entry", view.entry(entry).orElseThrow(IntakeController::missing));
        model.addAttribute("tree", AdviceView.tree(explained, entry, places, advisor.book(), words));
        model.addAttribute("draft", draft);
        return part(rules == null ? "entry" : rules, model, response);
    }

    /** Where the patient stands on the pathway, and what comes next. */
    @GetMapping("/intakes/{id}/path")
    String path(@PathVariable String id, Locale locale, Model model, HttpServletResponse response) {
        Draft draft = drafts.find(id).orElseThrow(IntakeController::missing);
        Advisor advisor = live.now();
        Words words = new Words(messages, locale);
        Reading reading = Reading.of(Form.of(draft, null), advisor.book());
        Advice advice = advisor.advise(reading.assessment());
        Pathway pathway = new Pathway(advisor.book(), reading.assessment().policy());
        model.addAttribute("path", PathView.of(pathway.standings(reading.assessment(), advice,
                chooser.changes(advisor.book()).of(reading.assessment(), advice)), advice, pathway,
                QuestionnairePage.placeNames(reading, advisor.book(), words), words));
        model.addAttribute("draft", draft);
        return part("path", model, response);
    }

    private static String part(String name, Model model, HttpServletResponse response) {
        model.addAttribute("part", name);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "part";
    }

    private static String last(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.get(values.size() - 1);
    }

    private void fill(Drafts.Saved saved, InView inView, boolean partial, Locale locale, Model model, HttpServletResponse response) {
        Advisor advisor = live.now();
        Words words = new Words(messages, locale);
        Draft draft = saved.draft();
        Form form = Form.of(draft, inView.at);
        Reading reading = Reading.of(form, advisor.book());
        Advice advice = advisor.advise(reading.assessment());
        drafts.assessed(draft, advice.urgency().word());
        List<String> places = QuestionnairePage.placeNames(reading, advisor.book(), words);
        model.addAttribute("draft", draft);
        model.addAttribute("told", Meanwhile.of(saved.told(), places, advisor.book(), words));
        Lead lead = inView.lead.isEmpty() ? Lead.BY_SECTION
                : Lead.question(inView.ask, form, reading, places, chooser.next(advisor.book()), words);
        model.addAttribute("page", QuestionnairePage.of(form, reading, lead, advisor.book(), words));
        model.addAttribute("view", AdviceView.of(advice, places, advisor.book(), words));
        model.addAttribute("partial", partial);
        // Answers of a patient: no cache keeps them, and a part of a page is never taken for the whole.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, "HX-Request");
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
