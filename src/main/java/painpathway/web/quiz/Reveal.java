package painpathway.web.quiz;

import java.util.List;
import java.util.Optional;
import painpathway.web.learn.Subject;

/**
 * What is revealed about a case: each part of the prediction beside what the engine computed, and why.
 *
 * @param vignette the case that it is, or that it was made from
 * @param hard     what makes it harder
 */
record Reveal(List<Part> parts, Subject vignette, List<Hardness> hard) {

    /**
     * One question.
     *
     * @param said what was predicted; empty where nobody in particular is told
     * @param why  the engine's reasons, in sentences
     * @param read the pages about it
     */
    record Part(
            String question,
            Optional<Choice> said,
            Choice right,
            boolean correct,
            List<String> why,
            List<Subject> read) {}

    /** Something to choose; {@code look} is the class of its tag, empty where it has none. */
    record Choice(String look, String text) {}

    /** Whether an answer of the vignette was changed. */
    public boolean nearMiss() {
        return hard.contains(Hardness.NEAR_MISS);
    }

    /** How many parts were predicted as they are. */
    public long right() {
        return parts.stream().filter(Part::correct).count();
    }
}
