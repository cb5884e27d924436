package painpathway.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import painpathway.audit.Law.When;
import painpathway.folder.DidYouMean;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Urgency;

/** Reads the conditions of laws. */
final class WhenReader {

    private static final List<String> FIRST_KEYS =
            List.of("question", "met", "ruled-out", "not-met", "flag", "obstacle", "urgency");

    private final LawNames names;
    private final AnswerConditionReader answers;

    WhenReader(LawNames names, Faults faults) {
        this.names = names;
        this.answers = new AnswerConditionReader(names, faults);
    }

    /** One condition; nothing if it is faulty. */
    Optional<When> read(YamlMapping entry) {
        List<String> keys = entry.keys();
        String first = keys.isEmpty() ? "" : keys.get(0);
        Optional<When> when = read(entry, first);
        Set<String> allowed = switch (first) {
            case "question" -> AnswerConditionReader.KEYS;
            case "flag" -> Set.of("flag", "at");
            default -> Set.of(first);
        };
        keys.stream()
                .filter(k -> !allowed.contains(k))
                .forEach(k -> entry.fault(k, "key '" + k + "' is not known here" + DidYouMean.hint(k, allowed)));
        return when;
    }

    private Optional<When> read(YamlMapping entry, String first) {
        return switch (first) {
            case "question" -> answers.read(entry);
            case "met", "ruled-out", "not-met" ->
                names.finding(entry, first).map(finding -> new When.OfFinding(finding, first));
            case "flag" -> {
                Urgency at = names.flagUrgency(entry, "at");
                yield names.flag(entry, first).map(flag -> new When.OfFlag(flag, at));
            }
            case "obstacle" -> names.obstacle(entry, first).map(When.OfObstacle::new);
            case "urgency" -> Optional.of(new When.OfUrgency(names.urgencies(entry, first)));
            default -> {
                entry.fault(
                        first,
                        "a line of 'when' cannot begin with '" + first + "'; it begins with one of " + FIRST_KEYS
                                + DidYouMean.hint(first, FIRST_KEYS));
                yield Optional.empty();
            }
        };
    }
}
