package painpathway.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import painpathway.advice.RequestReader;
import painpathway.questionnaire.AnswerFault;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.AssessmentReader;
import painpathway.rules.RuleBook;

/**
 * A frozen request read with the questionnaire in use, which may have changed since.
 *
 * @param unusable the questions whose answers it no longer accepts
 */
public record ReplayedAssessment(Assessment assessment, List<String> unusable) {

    /** Reads what can still be read. */
    public static ReplayedAssessment of(AdviceRequest request, RuleBook book) {
        Map<String, Object> values = request.values();
        List<String> unusable = new RequestReader(book)
                .read(values, AssessmentReader.Places.RECORDED).faults().stream()
                        .map(AnswerFault::question)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return new ReplayedAssessment(new RequestReader(book).usable(values), unusable);
    }
}
