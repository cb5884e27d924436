package painpathway.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.folder.YamlMapping;

/**
 * What a person reads of a question.
 *
 * @param help shown with it, or null
 * @param why  why it is asked, in a sentence to say aloud; null in a folder that says so of no question
 * @param note what a note beside the answer is for; null where there is none
 */
public record Wording(
        String text,
        @Nullable String help,
        @Nullable String why,
        @Nullable String note) {

    /** The longest sentence that can be said in one breath. */
    static final int LONGEST_WHY = 130;

    /** Of a question that is asked. */
    static Wording asked(YamlMapping entry) {
        String why = entry.optional("why");
        if (why != null && (why.length() > LONGEST_WHY || !why.endsWith("."))) {
            entry.fault("why", "'why' should be one sentence of at most " + LONGEST_WHY + " characters");
        }
        return new Wording(entry.text("text"), entry.optional("help"), why, entry.optional("note"));
    }

    /** Of a question that is made of others, which nobody is asked. */
    static Wording derived(YamlMapping entry) {
        return new Wording(entry.text("text"), entry.optional("help"), null, null);
    }

    /** Refuses to leave out the reason for some questions and not for others. */
    static void refuseGaps(List<Question> asked, List<YamlMapping> entries) {
        if (asked.stream().allMatch(q -> q.why() == null)) {
            return;
        }
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).why() == null) {
                entries.get(i).fault("id", "'why' is missing: the sentence that says why this is asked");
            }
        }
    }
}
