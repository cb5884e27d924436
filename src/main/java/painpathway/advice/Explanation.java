package painpathway.advice;

import java.util.List;
import painpathway.knowledge.Intervention;

/**
 * The full form of one entry's reasons: enough to derive the underlying verdict again from nothing else.
 *
 * @param rules every rule in force that is about the intervention, with every line down to the answers: contraindications, indications
 *              and holds first, then what decides nothing; of each kind those that are met, then the nearest
 */
public record Explanation(Intervention intervention, int pain, Verdict underlying, List<Reason> rules) {
}
