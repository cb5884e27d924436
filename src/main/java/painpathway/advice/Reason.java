package painpathway.advice;

import java.util.List;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;

/**
 * One rule and why it holds, does not hold, or is not known to hold.
 *
 * @param truth       of the rule in this run
 * @param assumptions what was assumed, in sentences, where the rule is so only because of it
 * @param because     its lines, decisive ones first; in the short form only those that decide
 */
public record Reason(ClinicalRule rule, Truth truth, List<String> assumptions, List<Line> because) {

    /**
     * One line of a reason. It is about a finding, about one alternative rule of a finding, or about one answer.
     *
     * @param finding     the finding, or null in a line that is about an answer alone
     * @param ruledOut    true where the rule wants the finding ruled out
     * @param text        the sentence of the finding or of its rule
     * @param rule        the rule that this line is about
     * @param truth       of the finding or rule in this run, before {@code ruledOut} turns it round
     * @param question    the question that was tested; null for a pattern
     * @param needs       what its answer has to be
     * @param answered    its answer; null where it is not known
     * @param due         whether the question is asked in this branch at all
     * @param assumptions what was assumed, in sentences: the answer is one that a blank counts as, or the finding is so only because of such
     *                    a blank. A question that is not asked here is another matter: see {@code due}
     * @param gap         how far the number answered is from what would serve; null where nothing is lacking, or it is no number
     * @param inputs      in the full form, the answers that a derived number is made of
     * @param anyOf       true where any one of {@code because} is enough, false where all of them are needed
     * @param because     what this line rests on
     */
    public record Line(Finding finding, boolean ruledOut, String text, ClinicalRule rule, Truth truth, Question question, String needs,
                       Object answered, Truth due, List<String> assumptions, Gap gap, List<Input> inputs, boolean anyOf,
                       List<Line> because) {

        /** Whether this line helps its rule to hold. */
        public Truth holds() {
            return ruledOut ? truth.not() : truth;
        }

        /** True where it rests on a blank that counts as an answer. */
        public boolean assumed() {
            return !assumptions.isEmpty();
        }
    }

    /** How much a number is short of what is needed, or over it, in the unit of its question (null: a plain count). */
    public record Gap(boolean over, double by, String unit) {
    }

    /** One answer that a derived number is made of; {@code assumed} where it is the one that a blank counts as. */
    public record Input(Question question, Object answered, Truth due, boolean assumed) {
    }
}
