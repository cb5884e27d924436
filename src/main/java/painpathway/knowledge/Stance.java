package painpathway.knowledge;

import java.util.List;
import painpathway.knowledge.Source.Citation;

/**
 * A question that published guidelines disagree about.
 *
 * @param byDefault what this advisor does about it
 */
public record Stance(String id, String topic, String byDefault, List<Side> sides, int line) {

    /** What one guideline says. */
    public record Side(String says, Citation citation, String evidence) {}
}
