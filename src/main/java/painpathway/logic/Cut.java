package painpathway.logic;

import painpathway.questionnaire.Question;
import painpathway.rules.Literal;

/** A point at which a range of numbers is cut in two. The upper part begins with {@code at} itself, or just above it where {@code open}. */
public record Cut(double at, boolean open) implements Comparable<Cut> {

    /** The cut that a comparison makes: AT_LEAST and MORE are true above it, LESS and AT_MOST below it. */
    public static Cut of(Question question, Literal.Operator operator, double value) {
        boolean whole = question.type() == Question.Type.INTEGER;
        return switch (operator) {
            case AT_LEAST, LESS -> new Cut(whole ? Math.ceil(value) : value, false);
            case MORE, AT_MOST -> whole ? new Cut(Math.floor(value) + 1, false) : new Cut(value, true);
        };
    }

    /** Whether a number is above this cut. */
    public boolean below(double number) {
        return number > at || number == at && !open;
    }

    @Override
    public int compareTo(Cut other) {
        int byPlace = Double.compare(at, other.at);
        return byPlace != 0 ? byPlace : Boolean.compare(open, other.open);
    }
}
