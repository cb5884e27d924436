package painpathway.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Question;

/**
 * The whole advice: one urgency, the red flags, and always a verdict for every intervention and painful place.
 *
 * @param interventions by place, then in the order of the catalogue
 * @param questions     unanswered questions that can still change something, the one to ask first in front
 * @param ignored       answers that do not count, because their question is not certainly due
 * @param statement     who decides
 */
public record Advice(
        Urgency urgency,
        List<RaisedFlag> redFlags,
        List<InterventionAdvice> interventions,
        List<OpenQuestion> questions,
        List<RaisedObstacle> obstacles,
        List<Ignored> ignored,
        String statement,
        Knowledge knowledge) {

    /** A red flag that is met, at its highest urgency, and the rules that raised it. */
    public record RaisedFlag(RedFlag flag, Urgency urgency, List<Reason> reasons) {

        /** What to do now. */
        public String action() {
            return flag.action(urgency);
        }

        /** What was assumed, in sentences, where the flag is as pressing as this only because of it; none where one rule stands on answers. */
        public List<String> assumptions() {
            List<Reason> pressing =
                    reasons.stream().filter(r -> r.rule().urgency() == urgency).toList();
            return pressing.stream().anyMatch(r -> r.assumptions().isEmpty())
                    ? List.of()
                    : pressing.stream()
                            .flatMap(r -> r.assumptions().stream())
                            .distinct()
                            .toList();
        }
    }

    /**
     * An obstacle that is met; if it is about blank safety questions, also which ones.
     *
     * @param answered whether all of these were answered with "not known"
     */
    public record RaisedObstacle(
            Obstacle obstacle, boolean answered, List<Reason> reasons, List<OpenQuestion> questions) {

        /** What is said of it. */
        public String text() {
            return answered ? obstacle.whenNotKnown() : obstacle.text();
        }
    }

    /** An open question, the place it is about (null: the patient), and the interventions that it can decide. */
    public record OpenQuestion(Question question, @Nullable Integer pain, List<Intervention> decides) {}

    /** An answer that does not count. {@code pain} is null for a question about the patient. */
    public record Ignored(Question question, @Nullable Integer pain) {}

    /** What is needed besides the answers to get the same advice again. */
    public record Knowledge(String version, String policy, String program) {}
}
