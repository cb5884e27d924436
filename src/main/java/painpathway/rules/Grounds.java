package painpathway.rules;

import org.jspecify.annotations.Nullable;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Source.Citation;

/**
 * What a rule rests on.
 *
 * @param rationale why, in a sentence; advice rules always have one
 * @param reviewed  the date of the last reading, such as 2026-11-21
 */
public record Grounds(
        Citation citation, Evidence evidence, @Nullable String rationale, String reviewed) {}
