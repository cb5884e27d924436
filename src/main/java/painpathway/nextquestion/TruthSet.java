package painpathway.nextquestion;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import painpathway.questionnaire.Truth;

/**
 * A set of truth values: everything that a test of an answer, a rule or a finding can still become. "And", "or" and "not"
 * are Kleene's, applied to every pair of members.
 */
enum TruthSet {
    // The order matters: read in binary, the ordinal has one bit for each truth value in the set.
    NONE,
    MET,
    UNKNOWN,
    MET_OR_UNKNOWN,
    NOT_MET,
    MET_OR_NOT_MET,
    UNKNOWN_OR_NOT_MET,
    ANY;

    private static final TruthSet[] ALL = values();
    private static final TruthSet[] AND = table(Truth::and);
    private static final TruthSet[] OR = table(Truth::or);
    private static final TruthSet[] NEGATED = negated();

    /** The set with only this value. */
    static TruthSet of(Truth truth) {
        return ALL[1 << truth.ordinal()];
    }

    /** Certainly met or certainly not met. */
    static TruthSet of(boolean passes) {
        return passes ? MET : NOT_MET;
    }

    TruthSet and(TruthSet other) {
        return AND[ALL.length * ordinal() + other.ordinal()];
    }

    TruthSet or(TruthSet other) {
        return OR[ALL.length * ordinal() + other.ordinal()];
    }

    TruthSet not() {
        return NEGATED[ordinal()];
    }

    /** The members of either set. */
    TruthSet plus(TruthSet other) {
        return ALL[ordinal() | other.ordinal()];
    }

    /** The members of this set that are not in the other one. */
    TruthSet minus(TruthSet other) {
        return ALL[ordinal() & ~other.ordinal()];
    }

    /** Whether this value is possible. */
    boolean can(Truth truth) {
        return (ordinal() >> truth.ordinal() & 1) != 0;
    }

    /** Whether only one value is possible. */
    boolean certain() {
        return Integer.bitCount(ordinal()) == 1;
    }

    /** Those of the given values that are possible but not certain. */
    TruthSet openAmong(TruthSet values) {
        return certain() ? NONE : ALL[ordinal() & values.ordinal()];
    }

    private static TruthSet[] table(BinaryOperator<Truth> operator) {
        TruthSet[] table = new TruthSet[ALL.length * ALL.length];
        Arrays.fill(table, NONE);
        for (TruthSet a : ALL) {
            for (TruthSet b : ALL) {
                int at = ALL.length * a.ordinal() + b.ordinal();
                for (Truth one : Truth.values()) {
                    for (Truth two : Truth.values()) {
                        if (a.can(one) && b.can(two)) {
                            table[at] = table[at].plus(of(operator.apply(one, two)));
                        }
                    }
                }
            }
        }
        return table;
    }

    private static TruthSet[] negated() {
        TruthSet[] negated = new TruthSet[ALL.length];
        Arrays.fill(negated, NONE);
        for (TruthSet set : ALL) {
            for (Truth truth : Truth.values()) {
                if (set.can(truth)) {
                    negated[set.ordinal()] = negated[set.ordinal()].plus(of(truth.not()));
                }
            }
        }
        return negated;
    }
}
