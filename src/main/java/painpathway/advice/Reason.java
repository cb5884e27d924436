package painpathway.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** One line of a reason: about one answer, about a finding, or about one of several rules that would each be enough for a finding. */
    public sealed interface Line {

        /** The finding that it is about; null where it is about a part of one. */
        @Nullable
        Finding finding();

        /** True where the rule above wants the finding ruled out. */
        boolean ruledOut();

        /** The sentence of the finding or of its rule. */
        String text();

        /** The rule that this line is about. */
        ClinicalRule rule();

        /** Of the finding or rule in this run, before {@link #ruledOut} reverses it. */
        Truth truth();

        /** What was assumed, in sentences, because a blank counts as an answer here or behind the finding; a question that is not asked is another matter. */
        List<String> assumptions();

        /** The lines that this one depends on. */
        List<Line> because();

        /** True where it rests on a blank that counts as an answer. */
        default boolean assumed() {
            return !assumptions().isEmpty();
        }
    }

    /**
     * A line about one answer.
     *
     * @param finding the criterion, where this answer alone decides it
     */
    public record OfAnswer(
            @Nullable Finding finding,
            boolean ruledOut,
            ClinicalRule rule,
            Truth truth,
            List<String> assumptions,
            Tested tested)
            implements Line {

        /** A line about an answer that decides only a part of a finding. */
        OfAnswer(ClinicalRule rule, Truth truth, List<String> assumptions, Tested tested) {
            this(null, false, rule, truth, assumptions, tested);
        }

        @Override
        public String text() {
            return rule.name();
        }

        @Override
        public List<Line> because() {
            return List.of();
        }
    }

    /**
     * A line about a finding that depends on other lines.
     *
     * @param anyOf true where any one of {@code because} is enough, false where all of them are needed
     */
    public record OfFinding(
            Finding finding, boolean ruledOut, Truth truth, List<String> assumptions, boolean anyOf, List<Line> because)
            implements Line {

        @Override
        public String text() {
            return finding.label();
        }

        @Override
        public ClinicalRule rule() {
            return finding.rules().get(0);
        }
    }

    /** A line about one of the rules of a finding. */
    public record OfAlternative(ClinicalRule rule, Truth truth, List<String> assumptions, List<Line> because)
            implements Line {

        @Override
        public @Nullable Finding finding() {
            return null;
        }

        @Override
        public boolean ruledOut() {
            return false;
        }

        @Override
        public String text() {
            return rule.name();
        }
    }

    /**
     * How an answer was tested.
     *
     * @param needs    what the answer has to be
     * @param answered the answer as a number, an option or a list of options; null where it is not known
     * @param due      whether the question is asked in this branch at all
     * @param gap      how far the number answered is from what is needed; null if nothing is lacking or it is not a number
     * @param inputs   in the full form, the answers that a derived number is made from
     */
    public record Tested(
            Question question,
            String needs,
            @Nullable Object answered,
            Truth due,
            @Nullable Gap gap,
            List<Input> inputs) {}

    /** How far a number is below or above what is needed, in the unit of its question (null: a plain count). */
    public record Gap(boolean over, double by, @Nullable String unit) {

        /** A gap between counts. */
        Gap(boolean over, double by) {
            this(over, by, null);
        }
    }

    /** One answer that a derived number is made from; {@code assumed} if a blank counts as it. */
    public record Input(Question question, @Nullable Object answered, Truth due, boolean assumed) {}
}
