package painpathway.knowledge;

import java.util.EnumSet;
import java.util.Set;
import painpathway.folder.EnumWords;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Source.Citation;

/**
 * A sentence shown with an intervention. A note taken from one of the five documents has the fact's id and text.
 *
 * @param evidence      how well it is supported, as for {@link Source#status()}
 * @param interventions indexes of those it is always shown with
 * @param analogies     indexes of those it is shown with only by analogy
 */
public record Note(
        String id,
        Kind kind,
        String text,
        Citation citation,
        Evidence evidence,
        Set<Integer> interventions,
        Set<Integer> analogies,
        int line) {

    static final String FILE = "knowledge/notes.yaml";

    /** What a note is about. */
    public enum Kind {
        RISK,
        RARE_COMPLICATION,
        GENERIC_RISK,
        GAP,
        AFTERCARE,
        BENEFIT,
        LIMIT,
        DIAGNOSTIC_USE,
        PROCEDURE_STEP,
        SELECTION,
        INDICATION,
        TRIGGER,
        CAUSE,
        INTERVENTION,
        EDUCATION,
        CAUTION;

        /** Whether it only explains, so that nobody is asked anything for its sake. */
        public boolean explains() {
            return this == CAUSE || this == EDUCATION;
        }

        /** Its word in YAML, in JSON, and in the names of messages. */
        public String word() {
            return EnumWords.of(this);
        }

        @Override
        public String toString() {
            return word();
        }
    }

    private static final Set<Kind> RISKS = EnumSet.of(Kind.RISK, Kind.RARE_COMPLICATION, Kind.GENERIC_RISK, Kind.GAP);

    static Note read(YamlMapping e, EntryReader reader) {
        Kind kind = e.required("kind", Kind.class);
        Set<Integer> on = reader.targets(e, "for");
        Set<Integer> byAnalogy = reader.targets(e, "by-analogy-for");
        String factId = e.optional("fact");
        if (factId == null) {
            Citation citation = reader.citations().read(e);
            Evidence evidence = reader.citations().evidence(e, citation);
            return new Note(e.text("id"), kind, e.text("text"), citation, evidence, on, byAnalogy, e.line());
        }
        Fact fact = reader.library().facts().get(factId);
        if (fact == null) {
            reader.faults()
                    .unknown(
                            FILE,
                            e.line("fact"),
                            "the fact",
                            factId,
                            reader.library().facts().keySet());
            Citation missing = new Citation(Source.missing(factId), "", factId);
            return new Note(factId, kind, "", missing, missing.source().status(), on, byAnalogy, e.line());
        }
        if (fact.promotional()) {
            e.fault("fact", "'" + factId + "' is a promotional claim, so it can never be a note");
        }
        Citation citation = reader.citations().ofFact(fact);
        return new Note(factId, kind, fact.text(), citation, fact.document().status(), on, byAnalogy, e.line());
    }

    /** True for the kinds that are shown under risks. */
    public boolean risk() {
        return RISKS.contains(kind);
    }
}
