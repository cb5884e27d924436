package painpathway.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.folder.DidYouMean;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Source.Citation;

/**
 * A warning sign that outranks every suggestion.
 *
 * @param actions   what to do now, for each urgency that its rules can raise
 * @param withholds indexes of the interventions that it withholds while it is raised
 * @param facts     facts from the documents that are about it
 * @param review    that a clinician has reviewed it; null if none has
 */
public record RedFlag(
        String id,
        String name,
        Map<String, String> actions,
        Set<Integer> withholds,
        List<Fact> facts,
        Citation citation,
        Evidence evidence,
        @Nullable Review review,
        int line) {

    /** The file of a rules folder with the red flags. */
    public static final String FILE = "knowledge/red-flags.yaml";

    /** The urgencies that a red flag can have, most pressing first. */
    public static final List<String> URGENCIES = List.of("emergency", "urgent", "routine");

    /** What to do now at this urgency, which one of its rules can raise. */
    public String action(Urgency urgency) {
        return Objects.requireNonNull(actions.get(urgency.word()));
    }

    static RedFlag read(YamlMapping e, EntryReader reader) {
        Citation citation = reader.citations().read(e);
        return new RedFlag(
                e.text("id"),
                e.text("name"),
                actions(e),
                reader.targets(e, "withholds"),
                reader.facts(e, "facts", "with a red flag"),
                citation,
                reader.citations().evidence(e, citation),
                Review.read(e),
                e.line());
    }

    private static Map<String, String> actions(YamlMapping e) {
        YamlMapping byUrgency = e.entry("actions");
        if (byUrgency == null) {
            e.fault("id", "'actions' is missing: what to do now, for each urgency");
            return Map.of();
        }
        Map<String, String> actions = new HashMap<>();
        for (String urgency : byUrgency.keys()) {
            if (!URGENCIES.contains(urgency)) {
                byUrgency.fault(
                        urgency,
                        "'" + urgency + "' should be one of " + URGENCIES + DidYouMean.hint(urgency, URGENCIES));
            }
            actions.put(urgency, byUrgency.text(urgency));
        }
        return Map.copyOf(actions);
    }
}
