package painpathway.advice;

import java.util.Locale;

/** What the published criteria say about one intervention for one painful place, given the answers. */
public enum Verdict {
    /** An indication is met, and nothing speaks against it or has to be checked first. */
    CANDIDATE,
    /** An indication is met; a named check has to be done first. */
    CONDITIONAL,
    /** An indication is met, but something that could rule it out or ask for a check is not known. */
    PROVISIONAL,
    /** Whether an indication is met is not known yet. */
    NEEDS_INFORMATION,
    /** No indication is met, whatever the open questions come to. */
    NOT_INDICATED,
    /** A contraindication is met. */
    CONTRAINDICATED,
    /** A red flag, an obstacle or a blank safety question keeps it back; the underlying verdict stands beside it. */
    WITHHELD;

    /** The word of the JSON contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
