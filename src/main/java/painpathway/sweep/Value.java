package painpathway.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.logic.Cut;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Question;

/**
 * One value of a question, or all numbers between two cuts, which are the same to every rule.
 *
 * @param answer one answer that stands for them; null for a blank
 * @param option the option that is chosen, ticked or unticked; null for a number, a blank, and a list as it is ticked now
 * @param span   the numbers; null if it is not a number
 */
public record Value(
        @Nullable Answer answer,
        @Nullable String option,
        @Nullable Span span) {

    /** Numbers from one to another; whether the bounds belong to them. */
    public record Span(double low, boolean lowIncluded, double high, boolean highIncluded) {

        /** Whether a number is one of them. */
        public boolean contains(double number) {
            return (number > low || number == low && lowIncluded) && (number < high || number == high && highIncluded);
        }

        /** These and the next ones. */
        Span to(Span next) {
            return new Span(low, lowIncluded, next.high, next.highIncluded);
        }

        /** In short, as one writes it: 0 to 11, from 7.5 to below 8. */
        public String text() {
            String from = AnswerFormat.text(low);
            String to = AnswerFormat.text(high);
            if (low == high) {
                return from;
            }
            if (lowIncluded && highIncluded) {
                return from + "\u2013" + to;
            }
            return (lowIncluded ? "\u2265 " : "> ") + from + ", " + (highIncluded ? "\u2264 " : "< ") + to;
        }
    }

    /**
     * Every value that rules can tell apart, a blank first. For a list these are "none" and what is ticked now with one option more or
     * less, since all combinations would be too many.
     *
     * @param given what is answered now, or null
     */
    static List<Value> of(Question question, NumericPartition cuts, @Nullable Answer given) {
        List<Value> values = new ArrayList<>(List.of(new Value(null, null, null)));
        switch (question.type()) {
            case INTEGER, DECIMAL -> numbers(question, cuts, values);
            case CHOICE ->
                question.optionIds().forEach(option -> values.add(new Value(new Answer.Choice(option), option, null)));
            case CHOICES -> ticks(question, given, values);
        }
        return values;
    }

    private static void numbers(Question question, NumericPartition cuts, List<Value> values) {
        List<Cut> all = cuts.of(question);
        boolean whole = question.type() == Question.Type.INTEGER;
        for (int cut = -1; cut < all.size(); cut++) {
            double low = cut < 0 ? question.lowest() : all.get(cut).at();
            boolean lowIncluded = cut < 0 || !all.get(cut).open();
            boolean last = cut + 1 == all.size();
            Cut next = last ? null : all.get(cut + 1);
            double high = next == null ? question.highest() : whole ? next.at() - 1 : next.at();
            boolean highIncluded = next == null || whole || next.open();
            values.add(new Value(
                    new Answer.Amount(cuts.representative(question, cut)),
                    null,
                    new Span(low, lowIncluded, high, highIncluded)));
        }
    }

    private static void ticks(Question question, @Nullable Answer given, List<Value> values) {
        Set<String> now = given instanceof Answer.Choices several ? several.options() : Set.of();
        if (!now.isEmpty() && !now.contains(Question.NONE)) {
            values.add(new Value(given, null, null));
        }
        for (String option : question.optionIds()) {
            Set<String> ticked = new LinkedHashSet<>(option.equals(Question.NONE) ? Set.of() : now);
            ticked.remove(Question.NONE);
            if (!ticked.remove(option)) {
                ticked.add(option);
            }
            if (!ticked.isEmpty()) {
                values.add(new Value(new Answer.Choices(ticked), option, null));
            }
        }
    }

    /** These numbers and those of the value that follows; null if one of the two is no number. */
    public @Nullable Value joined(Value next) {
        return span == null || next.span == null ? null : new Value(answer, null, span.to(next.span));
    }

    /** Whether an answer is one of those that this value stands for. */
    public boolean covers(@Nullable Answer other) {
        return span != null && other instanceof Answer.Amount amount
                ? span.contains(amount.value())
                : answer == null ? other == null || other instanceof Answer.NotKnown : answer.equals(other);
    }
}
