package painpathway.vignette;

import painpathway.folder.EnumWords;
import painpathway.knowledge.Source.Citation;

/**
 * What is known of a patient whom others have published, and how the advice compares with what was done there.
 *
 * @param clinicians what the clinicians did, or what their text expects
 * @param note       how the advice compares, in a sentence or more
 */
public record Published(Citation citation, Entered entered, String clinicians, Agreement advisor, String note) {

    /** How much of what was entered is from the text. */
    public enum Entered {
        /** Nothing else. */
        TEXT_ONLY,
        /** Routine safety and health questions that the text leaves out were answered with no. */
        ROUTINE_ANSWERS,
        /** Other questions were answered too. */
        NEUTRAL_ANSWERS;

        /** Its word in YAML. */
        public String word() {
            return EnumWords.of(this);
        }
    }

    /** Whether the advice leads where the clinicians went. */
    public enum Agreement {
        AGREES,
        /** It could lead there, once something more is known or done. */
        PARTLY,
        DISAGREES;

        /** Its word in YAML and in addresses. */
        public String word() {
            return EnumWords.of(this);
        }
    }
}
