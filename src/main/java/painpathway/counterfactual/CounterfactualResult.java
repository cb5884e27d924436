package painpathway.counterfactual;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;

/**
 * What would change one entry of an advice.
 *
 * @param target    the best verdict that changes can still bring: candidate, or else conditional; null if there is none better than
 *                  the present one
 * @param sets      the smallest sets of changes that bring the target, all of one size, at most {@link CounterfactualFinder#MOST_SETS} of
 *                  them
 * @param found     how many smallest sets there are; {@link CounterfactualFinder#MOST_FOUND} may mean more
 * @param blockedBy if no change makes it a candidate, why not
 * @param losses    of a candidate: the single answers that would lose it
 */
public record CounterfactualResult(
        InterventionAdvice entry,
        @Nullable Verdict target,
        List<Counterfactual> sets,
        int found,
        List<Blocked> blockedBy,
        List<Loss> losses) {

    /** Of a candidate, which nothing has to change. */
    static CounterfactualResult ofCandidate(InterventionAdvice entry, List<Loss> losses) {
        return new CounterfactualResult(entry, null, List.of(), 0, List.of(), losses);
    }

    /** The intervention that the entry is about. */
    public Intervention intervention() {
        return entry.intervention();
    }

    /** The painful place that the entry is about, from 0. */
    public int pain() {
        return entry.pain();
    }

    /** The present verdict without flags, obstacles and blank safety questions. */
    public Verdict underlying() {
        return entry.underlying();
    }

    /**
     * A rule that no permitted change can overcome: one against the intervention, or an indication that cannot be met.
     *
     * @param beside the indication with which this rule, or another one listed for the same indication, is always met; else null
     * @param lines  the lines of an indication that can never be true; empty if each of them could, but not all together
     */
    public record Blocked(ClinicalRule rule, @Nullable ClinicalRule beside, List<Line> lines) {

        /** A rule against the intervention that is always met. */
        static Blocked always(ClinicalRule rule) {
            return new Blocked(rule, null, List.of());
        }

        /** An indication that cannot be met. */
        static Blocked indication(ClinicalRule rule, List<Line> impossible) {
            return new Blocked(rule, null, impossible);
        }

        /** A rule against the intervention that is met, or another one is, whenever this indication is. */
        static Blocked beside(ClinicalRule indication, ClinicalRule rule) {
            return new Blocked(rule, indication, List.of());
        }
    }

    /** A line of a rule that can never be true. */
    public record Line(Finding finding, boolean ruledOut) {}

    /** One changed answer that turns a candidate into something else. */
    public record Loss(AnswerChange change, Verdict becomes) {}
}
