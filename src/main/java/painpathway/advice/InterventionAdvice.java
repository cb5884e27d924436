package painpathway.advice;

import java.util.List;
import painpathway.knowledge.Check;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Note;
import painpathway.knowledge.Stance;

/**
 * The verdict on one intervention for one painful place, with everything shown beside it.
 *
 * @param pain        the painful place, from 0
 * @param verdict     the verdict as shown
 * @param underlying  what the verdict would be without any red flag, obstacle or blank safety question
 * @param withheldBy  ids of the red flags and obstacles that withhold it
 * @param reasons     the decisive rules, short form
 * @param conditions  the checks that are outstanding
 * @param riskNotes   risks, specific and generic, and gaps in the documents
 * @param notes       everything else worth knowing
 */
public record InterventionAdvice(
        Intervention intervention,
        int pain,
        Verdict verdict,
        Verdict underlying,
        List<String> withheldBy,
        List<Reason> reasons,
        List<Condition> conditions,
        List<ShownNote> riskNotes,
        List<ShownNote> notes,
        List<ShownStance> stances) {

    /** A check that has to be done first, and the rules that ask for it. */
    public record Condition(Check check, List<Reason> reasons) {}

    /** A note, whether it was reported for another intervention and applies by analogy, and the rules that raised it. */
    public record ShownNote(Note note, boolean byAnalogy, List<Reason> reasons) {}

    /** A topic that guidelines disagree about, and the rules that raised it. */
    public record ShownStance(Stance stance, List<Reason> reasons) {}
}
