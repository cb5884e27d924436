package painpathway.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;
import painpathway.advice.RequestReader;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.AssessmentReader;
import painpathway.rules.RuleBook;

/** The advice as JSON: answers go in, the whole advice comes out, nothing is kept. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class AdviceController {

    private final LiveAdvisor live;

    AdviceController(LiveAdvisor live) {
        this.live = live;
    }

    @PostMapping(path = "/advice", consumes = MediaType.APPLICATION_JSON_VALUE)
    AdviceReply advice(HttpServletRequest request, @RequestParam(required = false) @Nullable String explain) {
        Map<String, Object> body = JsonRequest.read(request);
        if (explain != null && !explain.equals("full") && !explain.equals("short")) {
            throw JsonRequest.BadRequest.of("'explain' should be full or short");
        }
        Advisor advisor = live.now();
        Assessment assessment = assessment(body, advisor.book(), 1);
        return "full".equals(explain)
                ? AdviceReply.of(advisor.explain(assessment))
                : AdviceReply.of(advisor.advise(assessment));
    }

    static Assessment assessment(Map<String, Object> body, RuleBook book, int fewestPains) {
        AssessmentReader.Result result =
                new RequestReader(book).read(body, AssessmentReader.Places.advised(fewestPains));
        if (!result.faults().isEmpty()) {
            throw JsonRequest.BadRequest.of(result.faults());
        }
        return result.accepted();
    }
}
