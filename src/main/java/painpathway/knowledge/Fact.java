package painpathway.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.folder.YamlMapping;

/**
 * One fact of the five documents in our own words.
 *
 * @param document the source it comes from
 * @param handling how to treat it with care, or null; every promotional claim has it
 */
public record Fact(
        String id,
        Source document,
        String section,
        String kind,
        String text,
        @Nullable String handling,
        int line) {

    /** The file with the documents and their facts. */
    static final String FILE = "knowledge/documents.yaml";

    /** The kind of facts that promise more than they show: kept for teaching, out of reach for rules and advice. */
    public static final String PROMOTIONAL = "promotional-claim";

    private static final List<String> KINDS = List.of(
            "cause",
            "intervention",
            "indication",
            "trigger",
            "risk",
            "rare-complication",
            "benefit",
            "procedure-step",
            "aftercare",
            "diagnostic-use",
            "selection",
            PROMOTIONAL,
            "education");

    static Fact read(YamlMapping e, Source document) {
        Fact fact = new Fact(
                e.text("id"),
                document,
                e.text("section"),
                Source.required(e, "kind", KINDS),
                e.text("text"),
                e.optional("handling"),
                e.line());
        if (fact.promotional() && fact.handling == null) {
            e.fault("kind", "a promotional claim needs 'handling': how to treat it with care");
        }
        return fact;
    }

    /** True for a claim that only advertises. It is kept but never shown as a fact. */
    public boolean promotional() {
        return PROMOTIONAL.equals(kind);
    }
}
