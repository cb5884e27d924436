package painpathway.web.quiz;

import java.util.Optional;
import painpathway.advice.Verdict;
import painpathway.knowledge.Urgency;

/** What somebody predicted, if anybody did. */
record Predicted(Optional<Prediction> prediction) {

    /** For a page that shows the answers to everybody. */
    static final Predicted NOTHING = new Predicted(Optional.empty());

    static Predicted of(Prediction prediction) {
        return new Predicted(Optional.of(prediction));
    }

    Optional<Urgency> urgency() {
        return prediction.map(Prediction::urgency);
    }

    Optional<Verdict> verdict(int asked) {
        return prediction.map(p -> p.verdicts().get(asked));
    }

    Optional<Integer> finding() {
        return prediction.map(Prediction::finding);
    }
}
