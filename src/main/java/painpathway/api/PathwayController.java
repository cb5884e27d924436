package painpathway.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;
import painpathway.counterfactual.CounterfactualFinder;
import painpathway.pathway.Pathway;
import painpathway.questionnaire.Assessment;
import painpathway.rules.PerRuleBook;
import painpathway.rules.RuleBook;

/** What would change an advice, and where the patient is on the pathway. Takes the same request as for an advice and keeps nothing. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class PathwayController {

    private final LiveAdvisor live;
    private final PerRuleBook<CounterfactualFinder> finders;

    PathwayController(LiveAdvisor live, PerRuleBook<CounterfactualFinder> finders) {
        this.live = live;
        this.finders = finders;
    }

    @PostMapping(path = "/changes", consumes = MediaType.APPLICATION_JSON_VALUE)
    ChangesReply changes(HttpServletRequest request) {
        Map<String, Object> body = JsonRequest.read(request);
        Advisor advisor = live.now();
        Assessment assessment = AdviceController.assessment(body, advisor.book(), 1);
        Advice advice = advisor.advise(assessment);
        return ChangesReply.of(advice, finders.of(advisor.book()).of(assessment, advice));
    }

    @GetMapping("/pathway")
    PathwayReply pathway(@RequestParam(required = false) @Nullable String policy) {
        RuleBook book = live.book();
        if (policy != null && !book.policies().contains(policy)) {
            throw JsonRequest.BadRequest.of("'policy' should be one of " + book.policies());
        }
        return PathwayReply.of(
                new Pathway(book, policy == null ? book.catalogue().defaultPolicy() : policy));
    }

    @PostMapping(path = "/pathway", consumes = MediaType.APPLICATION_JSON_VALUE)
    PathwayStatusReply pathway(HttpServletRequest request) {
        Map<String, Object> body = JsonRequest.read(request);
        Advisor advisor = live.now();
        Assessment assessment = AdviceController.assessment(body, advisor.book(), 1);
        Advice advice = advisor.advise(assessment);
        Pathway pathway = new Pathway(advisor.book(), assessment.policy());
        return PathwayStatusReply.of(
                advice,
                pathway.standings(assessment, advice, finders.of(advisor.book()).of(assessment, advice)));
    }
}
