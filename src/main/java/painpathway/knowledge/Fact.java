package painpathway.knowledge;

/**
 * One fact of the five documents in our own words.
 *
 * @param document the source it comes from
 * @param handling how to treat it with care, or null; every promotional claim has it
 */
public record Fact(String id, Source document, String section, String kind, String text, String handling, int line) {

    /** The kind of facts that promise more than they show: kept for teaching, out of reach for rules and advice. */
    public static final String PROMOTIONAL = "promotional-claim";

    /** True for a claim that only advertises. It is kept but never shown as a fact. */
    public boolean promotional() {
        return PROMOTIONAL.equals(kind);
    }
}
