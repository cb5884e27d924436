package painpathway.knowledge;

import java.util.List;
import painpathway.knowledge.Source.Citation;

/**
 * A question on which published authorities disagree.
 *
 * @param byDefault what this advisor does in the meantime
 */
public record Stance(String id, String topic, String byDefault, List<Side> sides, int line) {

    /** What one authority says. */
    public record Side(String says, Citation citation, String evidence) {
    }
}
