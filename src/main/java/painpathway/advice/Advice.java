package painpathway.advice;

import java.util.List;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.questionnaire.Question;

/**
 * The whole answer: one urgency, the red flags, and a verdict for every intervention and painful place, every time.
 *
 * @param interventions by place, then in the order of the catalogue
 * @param questions     unanswered questions that can still change something, the one to ask first in front
 * @param ignored       answers that do not count, because their question is not certainly due
 * @param statement     who decides
 */
public record Advice(Urgency urgency, List<RaisedFlag> redFlags, List<Suggestion> interventions, List<OpenQuestion> questions,
                     List<RaisedObstacle> obstacles, List<Ignored> ignored, String statement, Knowledge knowledge) {

    /** A red flag that is met, at its highest urgency, and the rules that raised it. */
    public record RaisedFlag(RedFlag flag, Urgency urgency, List<Reason> reasons) {

        /** What to do now. */
        public String action() {
            return flag.actions().get(urgency.word());
        }
    }

    /** An obstacle that is met; for blank safety questions, which they are. */
    public record RaisedObstacle(Obstacle obstacle, List<Reason> reasons, List<OpenQuestion> questions) {
    }

    /** A question that is open, about which place (null: the patient), and the interventions that it can decide. */
    public record OpenQuestion(Question question, Integer pain, List<Intervention> decides) {
    }

    /** An answer that does not count. {@code pain} is null for a question about the patient. */
    public record Ignored(Question question, Integer pain) {
    }

    /** What it takes to get the same advice again, beside the answers. */
    public record Knowledge(String version, String policy, String program) {
    }
}
