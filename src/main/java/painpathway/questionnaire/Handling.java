package painpathway.questionnaire;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the answer to a question.
 *
 * @param safety      a blank answer makes the information insufficient
 * @param recordOnly  no rule reads it, and that is meant
 * @param unknownAs   the answer that blank and "not known" count as where the question is due; null = none
 * @param whenUnknown the sentence that tells a reader what a blank was taken as; null where it is taken as nothing
 */
public record Handling(
        boolean safety,
        boolean recordOnly,
        @Nullable Answer unknownAs,
        @Nullable String whenUnknown) {

    /** Where a blank counts as nothing. */
    static Handling of(boolean safety, boolean recordOnly) {
        return new Handling(safety, recordOnly, null, null);
    }
}
