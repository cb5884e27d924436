package painpathway.web.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.Explained;
import painpathway.advice.LiveAdvisor;
import painpathway.counterfactual.CounterfactualFinder;
import painpathway.counterfactual.CounterfactualResult;
import painpathway.logic.NotEncodable;
import painpathway.nextquestion.NextQuestion;
import painpathway.pathway.Pathway;
import painpathway.pathway.PathwayStatus;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.rules.PerRuleBook;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;
import painpathway.web.advice.AdviceView;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.BoundForm;
import painpathway.web.form.Form;
import painpathway.web.form.IntakeGuidance;
import painpathway.web.form.PlaceNames;

/** The folded parts of a draft's page, sent when they are unfolded. Without JavaScript each is a page of its own. */
@Controller
class IntakePartsController {

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final PerRuleBook<NextQuestion> nextQuestions;
    private final PerRuleBook<CounterfactualFinder> finders;
    private final MessageSource messages;

    IntakePartsController(
            LiveAdvisor live,
            Drafts drafts,
            PerRuleBook<NextQuestion> nextQuestions,
            PerRuleBook<CounterfactualFinder> finders,
            MessageSource messages) {
        this.live = live;
        this.drafts = drafts;
        this.nextQuestions = nextQuestions;
        this.finders = finders;
        this.messages = messages;
    }

    /** What one question can still change. */
    @GetMapping("/intakes/{id}/why")
    String why(@PathVariable String id, @RequestParam String field, Model model, HttpServletResponse response) {
        Draft draft = drafts.find(id).orElseThrow(IntakePartsController::missing);
        RuleBook book = live.book();
        Assessment assessment = BoundForm.of(Form.of(draft), book).assessment();
        Item item = Item.parse(field, book.questionnaire())
                .filter(i -> i.place() < assessment.places())
                .orElseThrow(IntakePartsController::missing);
        model.addAttribute(
                "changes", IntakeGuidance.changes(nextQuestions.of(book).why(assessment, item)));
        model.addAttribute("question", item.question());
        model.addAttribute("draft", draft);
        return part("why", model, response);
    }

    /** The folded parts under one entry of the advice: everything about it, or every rule about it down to the answers. */
    @GetMapping({"/intakes/{id}/entries/{entry}", "/intakes/{id}/entries/{entry}/{rules:rules}"})
    String entry(
            @PathVariable String id,
            @PathVariable String entry,
            @PathVariable(required = false) @Nullable String rules,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Draft draft = drafts.find(id).orElseThrow(IntakePartsController::missing);
        Advisor advisor = live.now();
        Messages words = new Messages(messages, locale);
        Assessment assessment = BoundForm.of(Form.of(draft), advisor.book()).assessment();
        Advice advice;
        if (rules == null) {
            advice = advisor.advise(assessment);
        } else {
            Explained explained = advisor.explain(assessment);
            advice = explained.advice();
            model.addAttribute("tree", AdviceView.tree(explained, entry, advisor.book(), words));
        }
        PlaceNames places = PlaceNames.of(assessment, advisor.book().questionnaire(), words);
        model.addAttribute(
                "entry",
                AdviceView.of(advice, places, advisor.book(), words)
                        .entry(entry)
                        .orElseThrow(IntakePartsController::missing));
        model.addAttribute("draft", draft);
        return part(rules == null ? "entry" : rules, model, response);
    }

    /** Where the patient is on the pathway, and what comes next; a sentence if the rules in use are too complex for that. */
    @GetMapping("/intakes/{id}/path")
    String path(@PathVariable String id, Locale locale, Model model, HttpServletResponse response) {
        Draft draft = drafts.find(id).orElseThrow(IntakePartsController::missing);
        Advisor advisor = live.now();
        AdvisedAnswers answers = AdvisedAnswers.of(
                BoundForm.of(Form.of(draft), advisor.book()), advisor, new Messages(messages, locale));
        model.addAttribute("draft", draft);
        List<CounterfactualResult> changes;
        try {
            changes = finders.of(advisor.book()).of(answers.assessment(), answers.advice());
        } catch (NotEncodable e) {
            return part("path", model, response);
        }
        Pathway pathway = new Pathway(advisor.book(), answers.assessment().policy());
        List<PathwayStatus> statuses = pathway.standings(answers.assessment(), answers.advice(), changes);
        model.addAttribute("path", PathView.of(statuses, pathway, answers));
        return part("path", model, response);
    }

    private static String part(String name, Model model, HttpServletResponse response) {
        model.addAttribute("part", name);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "part";
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
