package painpathway.counterfactual;

import java.util.List;
import java.util.stream.Collectors;

/** Answers that would all have to change: together they reach the target, and no fewer of them do. */
public record Counterfactual(List<AnswerChange> changes) {

    /** The set as a condition in words. */
    public String text() {
        return "if " + changes.stream().map(AnswerChange::text).collect(Collectors.joining(", and "));
    }
}
