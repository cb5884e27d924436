package painpathway.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Location;

/**
 * A rule as its author wrote it: its form has been checked, but no name in it has been looked up yet.
 *
 * @param annotations by name, without {@code @}
 * @param constraints the lines of its pattern
 * @param calledAt    the line of the verb's call
 * @param at          the line of the word "rule"
 */
record WrittenRule(
        Stage stage,
        String name,
        Map<String, String> annotations,
        List<Constraint> constraints,
        VerbCall call,
        Location calledAt,
        Location at) {

    /** One line of the pattern, and where it stands. */
    record Constraint(String text, Location at) {}

    /** The ids of advice rules that have become part of this one. */
    List<String> formerly() {
        String ids = annotations.get(RuleAnnotations.FORMERLY);
        return ids == null ? List.of() : List.of(ids.strip().split(" *, *"));
    }

    /** The criterion or pattern that it is about, or its own id in the advice stage; null if the annotation is missing. */
    @Nullable
    String id() {
        return annotations.get(stage.annotation());
    }
}
