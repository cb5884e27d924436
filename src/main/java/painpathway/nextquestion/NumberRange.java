package painpathway.nextquestion;

import java.util.Objects;
import painpathway.questionnaire.Question;
import painpathway.rules.Literal.Compare;

/** All numbers from {@code low} to {@code high}. */
record NumberRange(double low, double high) {

    /** Every number that can be given as an answer. */
    static NumberRange of(Question number) {
        return new NumberRange(Objects.requireNonNull(number.min()), Objects.requireNonNull(number.max()));
    }

    static NumberRange only(double number) {
        return new NumberRange(number, number);
    }

    boolean contains(double number) {
        return number >= low && number <= high;
    }

    /** Whether some number in the range passes the comparison. */
    boolean canPass(Compare compare) {
        return switch (compare.operator()) {
            case AT_LEAST -> high >= compare.value();
            case MORE -> high > compare.value();
            case AT_MOST -> low <= compare.value();
            case LESS -> low < compare.value();
        };
    }

    /** Whether some number in the range fails it. */
    boolean canFail(Compare compare) {
        return switch (compare.operator()) {
            case AT_LEAST -> low < compare.value();
            case MORE -> low <= compare.value();
            case AT_MOST -> high > compare.value();
            case LESS -> high >= compare.value();
        };
    }

    /** How the comparison can come out. */
    TruthSet truths(Compare compare) {
        return (canPass(compare) ? TruthSet.MET : TruthSet.NONE)
                .plus(canFail(compare) ? TruthSet.NOT_MET : TruthSet.NONE);
    }
}
