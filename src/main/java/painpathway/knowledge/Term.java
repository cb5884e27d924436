package painpathway.knowledge;

import java.util.List;
import java.util.Map;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Source.Citation;

/**
 * A clinical word that a reader may not know, in plain words.
 *
 * @param also other words for the same
 */
public record Term(
        String id, String name, List<String> also, String is, Citation citation, Evidence evidence, int line) {

    /** The file with the terms; a folder may do without. */
    static final String FILE = "knowledge/glossary.yaml";

    static Map<String, Term> all(RulesFolder folder, Citations citations, Faults faults) {
        if (folder.text(FILE) == null) {
            return Map.of();
        }
        YamlMapping file = YamlMapping.read(folder, FILE, faults);
        Map<String, Term> terms = Table.of(file.entries("terms"), e -> read(e, citations), Term::id);
        file.done();
        return terms;
    }

    private static Term read(YamlMapping e, Citations citations) {
        Citation citation = citations.read(e);
        return new Term(
                e.text("id"),
                e.text("name"),
                e.texts("also"),
                e.text("is"),
                citation,
                citations.evidence(e, citation),
                e.line());
    }
}
