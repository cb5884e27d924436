package painpathway.advice;

import java.util.List;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;

/**
 * One rule and why it is met, not met or unknown.
 *
 * @param truth       of the rule in this run
 * @param assumptions what was assumed, in sentences, where that alone decides whether the rule is met
 * @param because     in the full form its lines as the rule has them; in the short form only those that decide, the most telling first
 */
public record Reason(ClinicalRule rule, Truth truth, List<String> assumptions, List<Line> because) {

    /**
     * One line of a reason: about a finding, about one alternative rule of a finding, or about one answer.
     *
     * @param finding     the finding, or null in a line that is about an answer alone
     * @param ruledOut    true where the rule wants the finding ruled out
     * @param text        the sentence of the finding or of its rule
     * @param rule        the rule that this line is about
     * @param truth       of the finding or rule in this run, before {@code ruledOut} reverses it
     * @param question    the question that was tested; null for a pattern
     * @param needs       what its answer has to be
     * @param answered    its answer; null where it is not known
     * @param due         whether the question is asked in this branch at all
     * @param assumptions what was assumed, in sentences, because a blank counts as an answer here or behind the finding.
     *                    A question that is not asked here is another matter: see {@code due}
     * @param gap         how far the number answered is from what is needed; null if nothing is lacking or it is not a number
     * @param inputs      in the full form, the answers that a derived number is made from
     * @param anyOf       true where any one of {@code because} is enough, false where all of them are needed
     * @param because     the lines that this one depends on
     */
    public record Line(
            Finding finding,
            boolean ruledOut,
            String text,
            ClinicalRule rule,
            Truth truth,
            Question question,
            String needs,
            Object answered,
            Truth due,
            List<String> assumptions,
            Gap gap,
            List<Input> inputs,
            boolean anyOf,
            List<Line> because) {

        /** Whether this line helps its rule to be met. */
        public Truth holds() {
            return ruledOut ? truth.not() : truth;
        }

        /** True where it rests on a blank that counts as an answer. */
        public boolean assumed() {
            return !assumptions.isEmpty();
        }
    }

    /** How far a number is below or above what is needed, in the unit of its question (null: a plain count). */
    public record Gap(boolean over, double by, String unit) {}

    /** One answer that a derived number is made from; {@code assumed} if a blank counts as it. */
    public record Input(Question question, Object answered, Truth due, boolean assumed) {}
}
