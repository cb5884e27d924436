package painpathway.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final String program;

    AdviceController(LiveAdvisor live, @Value("${advisor.program}") String program) {
        this.live = live;
        this.program = program;
    }

    @PostMapping(path = "/advice", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> advice(HttpServletRequest request, @RequestParam(required = false) String explain) {
        Map<String, Object> body = JsonRequest.read(request);
        if (explain != null && !explain.equals("full") && !explain.equals("short")) {
            throw JsonRequest.BadRequest.of("'explain' should be full or short");
        }
        Advisor advisor = live.now();
        Assessment assessment = assessment(body, advisor.book(), 1);
        return "full".equals(explain)
                ? AdviceJson.of(advisor.explain(assessment))
                : AdviceJson.of(advisor.advise(assessment));
    }

    @GetMapping("/questionnaire")
    Map<String, Object> questionnaire() {
        return KnowledgeJson.questionnaire(live.book().questionnaire());
    }

    @GetMapping("/interventions")
    List<Map<String, Object>> interventions() {
        return KnowledgeJson.interventions(live.book());
    }

    @GetMapping("/sources")
    List<Map<String, Object>> sources() {
        return KnowledgeJson.sources(live.book());
    }

    @GetMapping("/knowledge")
    Map<String, Object> knowledge() {
        return KnowledgeJson.knowledge(live.book(), program, live.lastReload());
    }

    static Assessment assessment(Map<String, Object> body, RuleBook book, int fewestPains) {
        AssessmentReader.Result result = new RequestReader(book).read(body, fewestPains);
        if (!result.faults().isEmpty()) {
            throw JsonRequest.BadRequest.of(result.faults());
        }
        return result.assessment();
    }
}
