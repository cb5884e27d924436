package painpathway.pathway;

import java.util.List;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.counterfactual.AnswerChange;
import painpathway.counterfactual.CounterfactualResult;
import painpathway.questionnaire.Question;

/**
 * Where one patient is with one intervention.
 *
 * @param results  what the answers say about having done it; empty if none says that it was done
 * @param steps    the changes of the first smallest set, in order; empty if nothing is needed or nothing helps
 */
public record PathwayStatus(
        InterventionAdvice entry,
        List<Result> results,
        State state,
        List<AnswerChange> steps,
        CounterfactualResult prospect) {

    /** A result as answered. */
    public record Result(Question question, Object answered) {}

    /** Whether it has been done before, whatever the verdict on doing it again. */
    public boolean done() {
        return !results.isEmpty();
    }

    /** Whether it can be considered now. */
    public enum State {
        /** A candidate, or a candidate once a check is done or an answer is known. */
        OPEN("open"),
        /** Not indicated, or contraindicated. */
        CLOSED("closed"),
        /** Withheld because of a red flag, an obstacle or a blank safety question. */
        WITHHELD("withheld");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word of the JSON contract. */
        public String word() {
            return word;
        }

        /** The state that goes with a verdict. */
        public static State of(Verdict verdict) {
            return switch (verdict) {
                case WITHHELD -> WITHHELD;
                case CONTRAINDICATED, NOT_INDICATED -> CLOSED;
                default -> OPEN;
            };
        }
    }
}
