package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.rules.Finding;

/**
 * A case to predict, with the answers that the engine computed.
 *
 * @param asked   the interventions of which the verdict is asked, in the order of the catalogue
 * @param finding which finding decided about one of them
 */
record QuizCase(Patient patient, Urgency urgency, List<Asked> asked, FindingQuestion finding, Set<Hardness> hard) {

    /** An intervention with its verdict. */
    record Asked(Intervention intervention, Verdict verdict) {}

    /**
     * Which of these findings decided.
     *
     * @param right the position of the one that did
     */
    record FindingQuestion(Intervention about, List<Finding> options, int right) {}

    /** What somebody answers who is right. Two cases in a row with the same answers would give the second one away. */
    List<String> pattern() {
        List<String> pattern = new ArrayList<>(List.of(urgency.word()));
        asked.forEach(a -> pattern.add(a.verdict.word()));
        return pattern;
    }
}
