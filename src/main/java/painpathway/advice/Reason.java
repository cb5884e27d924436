package painpathway.advice;

import java.util.List;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;

/**
 * One rule and why it is met, not met or unknown.
 *
 * @param truth   of the rule in this run
 * @param because its lines, decisive ones first; in the short form only those that decide
 */
public record Reason(ClinicalRule rule, Truth truth, List<Line> because) {

    /**
     * One line of a reason: about a finding, about one alternative rule of a finding, or about one answer.
     *
     * @param finding  the finding, or null in a line that is about an answer alone
     * @param ruledOut true where the rule wants the finding ruled out
     * @param text     the sentence of the finding or of its rule
     * @param rule     the rule that this line is about
     * @param truth    of the finding or rule in this run, before {@code ruledOut} turns it round
     * @param question the question that was tested; null for a pattern
     * @param needs    what its answer has to be
     * @param answered its answer; null where it is not known
     * @param due      whether the question is asked in this branch at all
     * @param assumed  the answer is the one that a blank counts as, or follows from the question not being asked
     * @param gap      how far the number answered is from what would serve; null where nothing is lacking, or it is no number
     * @param inputs   in the full form, the answers that a derived number is made of
     * @param anyOf    true where any one of {@code because} is enough, false where all of them are needed
     * @param because  what this line rests on
     */
    public record Line(Finding finding, boolean ruledOut, String text, ClinicalRule rule, Truth truth, Question question, String needs,
                       Object answered, Truth due, boolean assumed, Gap gap, List<Input> inputs, boolean anyOf, List<Line> because) {

        /** Whether this line helps its rule to be met. */
        public Truth holds() {
            return ruledOut ? truth.not() : truth;
        }
    }

    /** How far a number is below or above what is needed, in the unit of its question (null: a plain count). */
    public record Gap(boolean over, double by, String unit) {
    }

    /** One answer that a derived number is made of. */
    public record Input(Question question, Object answered, Truth due, boolean assumed) {
    }
}
