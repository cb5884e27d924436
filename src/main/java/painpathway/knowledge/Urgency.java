package painpathway.knowledge;

import java.util.Locale;

/** How urgent the outcome is: always one, the first that applies in this order. */
public enum Urgency {
    EMERGENCY,
    URGENT,
    INSUFFICIENT_INFORMATION,
    ROUTINE,
    CONSERVATIVE_FIRST;

    /** The word of the JSON contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The urgency with this word; throws {@link IllegalArgumentException} if there is none. */
    public static Urgency of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
