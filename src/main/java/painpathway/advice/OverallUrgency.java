package painpathway.advice;

import java.util.List;
import painpathway.advice.Advice.RaisedFlag;
import painpathway.knowledge.Urgency;

/** How urgent the whole advice is. */
final class OverallUrgency {

    private OverallUrgency() {}

    /** A pressing red flag comes first, then missing information, then whether a procedure can be discussed. */
    static Urgency of(RaisedBarriers barriers, List<InterventionAdvice> entries) {
        boolean flagged = false;
        for (RaisedFlag raised : barriers.flags()) {
            // The most pressing flag is the first.
            if (raised.urgency() != Urgency.ROUTINE) {
                return raised.urgency();
            }
            flagged = true;
        }
        boolean suggested = false;
        boolean open = false;
        for (InterventionAdvice entry : entries) {
            if (entry.intervention().procedure()) {
                Verdict underlying = entry.underlying();
                suggested |= underlying == Verdict.CANDIDATE || underlying == Verdict.CONDITIONAL;
                open |= entry.verdict() == Verdict.NEEDS_INFORMATION || entry.verdict() == Verdict.PROVISIONAL;
            }
        }
        if (!barriers.obstacles().isEmpty() || open && !suggested) {
            return Urgency.INSUFFICIENT_INFORMATION;
        }
        return flagged || suggested ? Urgency.ROUTINE : Urgency.CONSERVATIVE_FIRST;
    }
}
