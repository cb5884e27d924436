package painpathway.knowledge;

import java.util.Objects;
import java.util.Set;
import painpathway.folder.YamlMapping;

/**
 * Something that makes the answers unusable as they are, and what to do about it.
 *
 * @param withholds     indexes of the interventions that it withholds
 * @param whenNotKnown  the text where every question that it is about was answered with "not known"
 * @param contradiction raised by answers that cannot all be true, so nothing is asked for its sake
 */
public record Obstacle(
        String id,
        String text,
        String whenNotKnown,
        String action,
        Set<Integer> withholds,
        boolean contradiction,
        int line) {

    /** The file of a rules folder with the obstacles. */
    public static final String FILE = "knowledge/obstacles.yaml";

    /** Stands for the obstacle for blank safety questions where it is missing, which has been reported. */
    static final Obstacle MISSING = new Obstacle("", "", "", "", Set.of(), false, 0);

    static Obstacle read(YamlMapping e, EntryReader reader) {
        return new Obstacle(
                e.text("id"),
                e.text("text"),
                Objects.requireNonNullElse(e.optional("when-not-known"), e.text("text")),
                e.text("action"),
                reader.targets(e, "withholds"),
                e.flag("contradiction"),
                e.line());
    }
}
