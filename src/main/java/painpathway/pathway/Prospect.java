package painpathway.pathway;

import java.util.List;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;

/**
 * What would change one entry of an advice.
 *
 * @param underlying the verdict that stands without flags, obstacles and blank safety questions
 * @param target     the best verdict that changes can still bring: candidate, or else conditional; null where there is none better than
 *                   what stands
 * @param sets       the smallest sets of changes that bring the target, all of one size, at most {@link Changes#MOST_SETS} of them
 * @param found      how many smallest sets there are; {@link Changes#MOST_FOUND} may stand for more
 * @param blockedBy  where no change makes it a candidate, why
 * @param losses     of a candidate: the single answers that would lose it
 */
public record Prospect(Intervention intervention, int pain, Verdict underlying, Verdict target, List<ChangeSet> sets, int found,
                      List<Blocked> blockedBy, List<Loss> losses) {

    /**
     * A rule that nothing that can change gets round: one that speaks against, or an indication that cannot be met.
     *
     * @param beside the indication beside which this rule, or another one told with the same indication, always holds; else null
     * @param lines  of an indication, the lines that can never hold; empty where each of them could, but not all together
     */
    public record Blocked(ClinicalRule rule, ClinicalRule beside, List<Line> lines) {
    }

    /** A line of a rule that can never hold. */
    public record Line(Finding finding, boolean ruledOut) {
    }

    /** One answer that, changed so, turns a candidate into something else. */
    public record Loss(Change change, Verdict becomes) {
    }
}
