package painpathway.web.review;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.Review;
import painpathway.web.learn.Subject;

/**
 * One thing to be reviewed.
 *
 * @param subject  its page
 * @param says     its sentence
 * @param lines    what has to be met, with its thresholds; of a text, what it tells the reader
 * @param does     what follows
 * @param sources  what it rests on
 * @param why      the author's reason; empty if none is given
 * @param reviewed whether a clinician has reviewed it
 */
record ReviewItem(
        Subject subject,
        String says,
        List<String> lines,
        List<String> does,
        List<Cited> sources,
        String why,
        Reviewed reviewed) {

    /** A source with its section, what is said there (empty where that is said already), and how well it is known. */
    record Cited(Subject source, String section, String says, String evidence) {}

    /** A review, and whether a new one is due; none if nobody has reviewed it. */
    record Reviewed(@Nullable Review review, boolean due) {

        static Reviewed of(@Nullable Review review, LocalDate today, @Nullable Period lasts) {
            return new Reviewed(review, review != null && review.due(today, lasts));
        }
    }
}
