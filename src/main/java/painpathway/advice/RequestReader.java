package painpathway.advice;

import java.util.Map;
import java.util.Set;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.AssessmentReader;
import painpathway.rules.RuleBook;

/** Reads requests against the questionnaire and the policies of one rule book. */
public record RequestReader(RuleBook book) {

    /** Reads a request with as many painful places as are allowed. */
    public AssessmentReader.Result read(Map<String, Object> request, AssessmentReader.Places pains) {
        return AssessmentReader.read(request, book.questionnaire(), policies(), defaultPolicy(), pains);
    }

    /** What of a request can be used, whatever else is in it. */
    public Assessment usable(Map<String, Object> request) {
        return AssessmentReader.usable(request, book.questionnaire(), policies(), defaultPolicy());
    }

    private Set<String> policies() {
        return book.policies();
    }

    private String defaultPolicy() {
        return book.catalogue().defaultPolicy();
    }
}
