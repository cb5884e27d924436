package painpathway.rules;

import org.jspecify.annotations.Nullable;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Review;
import painpathway.knowledge.Source.Citation;

/**
 * What a rule rests on.
 *
 * @param rationale why, in a sentence; advice rules always have one
 * @param reviewed  the date of the last reading, such as 2026-11-21
 * @param review    that a clinician was the last to read it; null if none was
 */
public record Grounds(
        Citation citation,
        Evidence evidence,
        @Nullable String rationale,
        String reviewed,
        @Nullable Review review) {}
