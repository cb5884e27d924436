package painpathway.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Question;
import painpathway.rules.Finding;
import painpathway.rules.Literal;

/**
 * A sentence of {@code laws.yaml} that must be true of every patient: whenever all of {@code when} is true, so is {@code then}.
 *
 * @param policy the policy that it is about; null if it is about every policy
 */
record Law(String id, String says, @Nullable String policy, List<When> when, Then then, int line) {

    /** The file with the laws of a rules folder. */
    static final String FILE = "laws.yaml";

    boolean inForce(String policyAskedFor) {
        return policy == null || policy.equals(policyAskedFor);
    }

    /** One condition of a law. */
    sealed interface When {
        /** The question is due and answered, and one of these tests passes (or, with {@code wanted} false, none does). */
        record Answered(List<Literal.Test> anyOf, boolean wanted) implements When {}

        /** The question is due and blank. */
        record Blank(Question question) implements When {}

        /** The finding is met; or ruled out; or at least not certainly met. */
        record OfFinding(Finding finding, String how) implements When {}

        /** The red flag is raised, at this urgency where one is given. */
        record OfFlag(RedFlag flag, @Nullable Urgency at) implements When {}

        /** The obstacle is met. */
        record OfObstacle(Obstacle obstacle) implements When {}

        /** The urgency of the advice is one of these. */
        record OfUrgency(List<Urgency> anyOf) implements When {}
    }

    /** The promise of a law. */
    sealed interface Then {
        /** The verdict of each of these interventions is one of these (or, with {@code never}, none of these). */
        record Verdicts(List<Verdict> verdicts, boolean never, List<Intervention> of) implements Then {}

        /** The urgency is one of these. */
        record Urgencies(List<Urgency> anyOf) implements Then {}

        /** The red flag is raised (or is not), at this urgency where one is given. */
        record Flag(RedFlag flag, @Nullable Urgency at, boolean raised) implements Then {}

        /** The obstacle is met. */
        record Blocked(Obstacle obstacle) implements Then {}

        /** Never a candidate, and conditional or provisional only with that check. */
        record Checked(String check, List<Intervention> of) implements Then {}

        /** The stance or note is shown on each of these interventions. */
        record Shown(boolean stance, String id, List<Intervention> of) implements Then {}

        /** No answer to the question changes anything. */
        record Unread(Question question) implements Then {}
    }
}
