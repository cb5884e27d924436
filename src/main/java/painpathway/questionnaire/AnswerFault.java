package painpathway.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in the answers given.
 *
 * @param question the question's id, or the part of the request that is wrong; null only in the line that counts further faults
 * @param pain     the painful place from 0, or null if it is not about a place
 * @param value    the answer given, cut to a printable length; null if there was none
 * @param problem  what is wrong with it
 * @param allowed  what would be right, if that can be listed
 */
public record AnswerFault(
        @Nullable String question,
        @Nullable Integer pain,
        @Nullable String value,
        String problem,
        List<String> allowed) {

    /** A part of the request that is not there, or should not be. */
    static AnswerFault missing(String what, String problem, List<String> allowed) {
        return new AnswerFault(what, null, null, problem, allowed);
    }

    /** Stands for the faults that are not listed. */
    static AnswerFault more(int count) {
        String problem = "and " + count + (count == 1 ? " more fault" : " more faults");
        return new AnswerFault(null, null, null, problem, List.of());
    }
}
