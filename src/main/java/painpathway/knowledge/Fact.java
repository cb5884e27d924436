package painpathway.knowledge;

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
        Kind kind,
        String text,
        @Nullable String handling,
        int line) {

    /** The file with the documents and their facts. */
    static final String FILE = "knowledge/documents.yaml";

    /** What a fact is about. */
    public enum Kind {
        CAUSE,
        INTERVENTION,
        INDICATION,
        TRIGGER,
        RISK,
        RARE_COMPLICATION,
        BENEFIT,
        PROCEDURE_STEP,
        AFTERCARE,
        DIAGNOSTIC_USE,
        SELECTION,
        /** Promises more than it shows: kept for teaching, out of reach for rules and advice. */
        PROMOTIONAL_CLAIM,
        EDUCATION
    }

    static Fact read(YamlMapping e, Source document) {
        Fact fact = new Fact(
                e.text("id"),
                document,
                e.text("section"),
                e.required("kind", Kind.class),
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
        return kind == Kind.PROMOTIONAL_CLAIM;
    }
}
