package painpathway.nextquestion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Item;

/**
 * What to ask next.
 *
 * @param next    null if nothing unanswered can change the advice
 * @param why     the entries that it can still change
 * @param atMost  the most questions that are still to be asked, including this one; falls with every answer
 * @param needed  how many questions that are due now are still needed for the advice
 * @param skipped blank questions that are not worth asking, each with the reasons
 */
public record Step(@Nullable Item next, List<Why> why, int atMost, int needed, List<SkippedQuestion> skipped) {

    /** True if no open question can change the advice any more. */
    public boolean complete() {
        return next == null;
    }
}
