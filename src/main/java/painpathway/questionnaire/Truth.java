package painpathway.questionnaire;

/** Three-valued truth: if something is not known, it is neither met nor not met. */
public enum Truth {
    MET,
    UNKNOWN,
    NOT_MET;

    /** Kleene's negation: unknown stays unknown. */
    public Truth not() {
        return switch (this) {
            case MET -> NOT_MET;
            case NOT_MET -> MET;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Kleene's and: not met wins, then unknown. */
    public Truth and(Truth other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    /** Kleene's or: met wins, then unknown. */
    public Truth or(Truth other) {
        return ordinal() <= other.ordinal() ? this : other;
    }

    /** The word of the JSON contract: {@code met}, {@code unknown}, {@code not-met}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
