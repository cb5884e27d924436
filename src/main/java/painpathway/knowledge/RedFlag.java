package painpathway.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.knowledge.Source.Citation;

/**
 * A warning sign that outranks every suggestion.
 *
 * @param actions   what to do now, for each urgency that its rules can raise
 * @param withholds indexes of the interventions that it withholds while it is raised
 * @param facts     facts from the documents that are about it
 */
public record RedFlag(
        String id,
        String name,
        Map<String, String> actions,
        Set<Integer> withholds,
        List<Fact> facts,
        Citation citation,
        String evidence,
        int line) {}
