package painpathway.knowledge;

import java.util.Set;
import painpathway.knowledge.Source.Citation;

/**
 * A sentence shown with an intervention. A note taken from one of the five documents has the fact's id and text.
 *
 * @param evidence      how well it is supported, as in {@link Source#status()}
 * @param interventions indexes of those it is always shown with
 * @param analogies     indexes of those it is shown with only by analogy
 */
public record Note(
        String id,
        String kind,
        String text,
        Citation citation,
        String evidence,
        Set<Integer> interventions,
        Set<Integer> analogies,
        int line) {

    private static final Set<String> RISKS = Set.of("risk", "rare-complication", "generic-risk", "gap");

    /** True for the kinds that are shown under risks. */
    public boolean risk() {
        return RISKS.contains(kind);
    }
}
