package painpathway.web.quiz;

import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Assessment;
import painpathway.vignette.Vignette;

/**
 * Somebody to make a case of.
 *
 * @param change the one answer that differs from the vignette; null where none does
 */
record Patient(Vignette vignette, @Nullable Change change) {

    /** The patient of a vignette as it is written. */
    static Patient of(Vignette vignette) {
        return new Patient(vignette, null);
    }

    /** All answers. */
    Assessment assessment() {
        return change == null ? vignette.assessment() : change.of(vignette.assessment());
    }

    /** A text that is the same for the same patient, also in another run of the program. */
    String key() {
        return change == null ? vignette.id() : vignette.id() + " " + change.key();
    }
}
