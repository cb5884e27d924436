package painpathway.api;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import painpathway.advice.LiveAdvisor;

/** What the advisor knows, as JSON: its questions, interventions and sources, and which edition of the knowledge is in use. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class KnowledgeController {

    private final LiveAdvisor live;
    private final String program = ProgramVersion.current();

    KnowledgeController(LiveAdvisor live) {
        this.live = live;
    }

    @GetMapping("/questionnaire")
    QuestionnaireReply questionnaire() {
        return QuestionnaireReply.of(live.book().questionnaire());
    }

    @GetMapping("/interventions")
    List<InterventionReply> interventions() {
        return InterventionReply.of(live.book());
    }

    @GetMapping("/sources")
    List<SourceReply> sources() {
        return SourceReply.of(live.book());
    }

    @GetMapping("/knowledge")
    KnowledgeReply knowledge() {
        return KnowledgeReply.of(live.book(), program, live.lastReload());
    }
}
