package painpathway.advice;

import java.util.List;
import painpathway.rules.Conclusions;

/** An advice with everything that led to it: one run of the rules for each painful place. */
public record Traced(Explained explained, List<Run> runs) {

    /** A run of the rules over one painful place; {@code steps} are the rules that fired, in their order, each with all its lines. */
    public record Run(Conclusions conclusions, List<Reason> steps) {}

    /** The advice itself. */
    public Advice advice() {
        return explained.advice();
    }
}
