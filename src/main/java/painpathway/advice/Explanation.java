package painpathway.advice;

import java.util.List;
import painpathway.knowledge.Intervention;

/**
 * The full form of one entry's reasons. The underlying verdict can be derived from it alone.
 *
 * @param rules every rule of the policy about the intervention, with every line down to the answers: contraindications, indications
 *              and holds first, then rules that decide nothing; within each kind the met ones, then the nearest
 */
public record Explanation(Intervention intervention, int pain, Verdict underlying, List<Reason> rules) {}
