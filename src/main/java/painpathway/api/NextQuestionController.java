package painpathway.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import painpathway.advice.LiveAdvisor;
import painpathway.nextquestion.NextQuestion;
import painpathway.questionnaire.Assessment;
import painpathway.rules.PerRuleBook;
import painpathway.rules.RuleBook;

/** What to ask next, and why. Takes the same request as for an advice, which may still be empty, and keeps nothing. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class NextQuestionController {

    private final LiveAdvisor live;
    private final PerRuleBook<NextQuestion> nextQuestions;

    NextQuestionController(LiveAdvisor live, PerRuleBook<NextQuestion> nextQuestions) {
        this.live = live;
        this.nextQuestions = nextQuestions;
    }

    @PostMapping(path = "/next-question", consumes = MediaType.APPLICATION_JSON_VALUE)
    NextQuestionReply nextQuestion(HttpServletRequest request) {
        Map<String, Object> body = JsonRequest.read(request);
        RuleBook book = live.book();
        Assessment soFar = AdviceController.assessment(body, book, 0);
        return NextQuestionReply.of(nextQuestions.of(book).next(soFar));
    }
}
