package painpathway.advice;

import java.util.Locale;
import painpathway.questionnaire.Truth;

/** What the published criteria say about one intervention for one painful place, given the answers. */
public enum Verdict {
    /** An indication is met, nothing rules it out, and nothing has to be checked first. */
    CANDIDATE,
    /** An indication is met; a named check has to be done first. */
    CONDITIONAL,
    /** An indication is met, but something that could rule it out or ask for a check is not known. */
    PROVISIONAL,
    /** Whether an indication is met is not known yet. */
    NEEDS_INFORMATION,
    /** No indication is met, however the open questions are answered. */
    NOT_INDICATED,
    /** A contraindication is met. */
    CONTRAINDICATED,
    /** A red flag, an obstacle or a blank safety question holds it back; the underlying verdict is shown with it. */
    WITHHELD;

    /** Contraindications are weighed first, then indications, then holds. Each is met if any of its rules is. */
    public static Verdict of(Truth contraindication, Truth indication, Truth hold) {
        if (contraindication == Truth.MET) {
            return CONTRAINDICATED;
        }
        return switch (indication) {
            case NOT_MET -> NOT_INDICATED;
            case UNKNOWN -> NEEDS_INFORMATION;
            case MET ->
                contraindication == Truth.UNKNOWN
                        ? PROVISIONAL
                        : switch (hold) {
                            case UNKNOWN -> PROVISIONAL;
                            case MET -> CONDITIONAL;
                            case NOT_MET -> CANDIDATE;
                        };
        };
    }

    /** Whether it can be considered now, if only after a check or an answer that is still missing. */
    public boolean considered() {
        return this == CANDIDATE || this == CONDITIONAL || this == PROVISIONAL;
    }

    /** The word of the JSON contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
