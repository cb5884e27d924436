package painpathway.web.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.InterventionAdvice.ShownStance;
import painpathway.knowledge.Check;
import painpathway.knowledge.Intervention;

/**
 * One intervention at one place.
 *
 * @param place      what the place is called; null if there is only one
 * @param decisive   the one line that decides, shown even while the rest is folded
 * @param unverified whether the source of that line could not be verified
 * @param withheldBy names of the flags and obstacles that withhold it
 */
public record InterventionView(
        InterventionAdvice it,
        String id,
        @Nullable String place,
        String decisive,
        boolean unverified,
        List<String> withheldBy,
        List<RuleView> why,
        List<CheckView> checks,
        List<OpenQuestionView> questions,
        NoteBlocks notes,
        List<StanceView> stances) {

    /** A check to be done first, who does it, and why. */
    public record CheckView(Check it, Sourced source, List<RuleView> why) {}

    /** Both sides of a topic that guidelines disagree about. */
    public record StanceView(ShownStance it, List<StanceSide> sides) {}

    /** What one side says. */
    public record StanceSide(String says, Sourced source) {}

    /** Only its name, place and verdict. */
    static InterventionView brief(InterventionAdvice advice, @Nullable String place) {
        return new InterventionView(
                advice,
                id(advice.intervention(), advice.pain()),
                place,
                "",
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                NoteBlocks.NONE,
                List.of());
    }

    /** Names an intervention at one place in addresses and HTML ids. */
    static String id(Intervention intervention, int pain) {
        return intervention.id() + "-" + pain;
    }
}
