package painpathway.nextquestion;

import painpathway.questionnaire.Truth;

/** Sets of truths as bits: what something can still become. Kleene's operators apply to every pair of members. */
final class TruthSet {

    static final byte MET = 1;
    static final byte UNKNOWN = 2;
    static final byte NOT_MET = 4;

    private static final byte[] AND = new byte[64];
    private static final byte[] OR = new byte[64];

    static {
        for (int a = 0; a < 8; a++) {
            for (int b = 0; b < 8; b++) {
                for (Truth one : Truth.values()) {
                    for (Truth two : Truth.values()) {
                        if ((a & of(one)) != 0 && (b & of(two)) != 0) {
                            AND[8 * a + b] |= of(one.and(two));
                            OR[8 * a + b] |= of(one.or(two));
                        }
                    }
                }
            }
        }
    }

    private TruthSet() {}

    static byte of(Truth truth) {
        return (byte) (1 << truth.ordinal());
    }

    static byte and(byte a, byte b) {
        return AND[8 * a + b];
    }

    static byte or(byte a, byte b) {
        return OR[8 * a + b];
    }

    static byte not(byte a) {
        return (byte) (a & UNKNOWN | (a & MET) << 2 | (a & NOT_MET) >> 2);
    }

    static boolean can(byte truths, byte which) {
        return (truths & which) != 0;
    }

    /** Whether this truth is possible but not certain. */
    static boolean open(byte truths, byte which) {
        return (truths & which) != 0 && truths != which;
    }
}
