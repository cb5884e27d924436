package painpathway.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import painpathway.folder.EnumWords;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;

/** What may be cited: the sources, and the facts of the five documents among them, each by id in the order of its file. */
record Library(Map<String, Source> sources, Map<String, Fact> facts) {

    static Library read(RulesFolder folder, Faults faults) {
        YamlMapping documents = YamlMapping.read(folder, Fact.FILE, faults);
        YamlMapping file = YamlMapping.read(folder, Source.FILE, faults);
        Map<String, Source> sources =
                Table.of(file.entries("sources"), e -> Source.read(e, sectionsOf(e, documents)), Source::id);
        file.done();
        Table<Fact> facts = new Table<>();
        for (YamlMapping document : documents.entries("documents")) {
            Source source = sources.get(document.text("id"));
            if (source == null) {
                faults.unknown(Fact.FILE, document.line("id"), "the source", document.text("id"), sources.keySet());
            }
            for (YamlMapping e : document.entries("facts")) {
                Fact fact = Fact.read(e, source == null ? Source.missing(document.text("id")) : source);
                facts.put(fact.id(), fact, e);
                e.done();
            }
            document.done();
        }
        documents.done();
        return new Library(sources, facts.entries());
    }

    /** The sections of a document are those of its facts; any other source lists its own. */
    private static List<String> sectionsOf(YamlMapping e, YamlMapping documents) {
        List<String> sections = e.texts("sections");
        if (!EnumWords.of(Source.Kind.DOCUMENT).equals(e.optional("kind"))) {
            if (sections.isEmpty()) {
                e.fault("sections", "'sections' is missing: the parts of this source that may be cited");
            }
            return sections;
        }
        if (e.has("sections")) {
            e.fault("sections", "the sections of a document are those of its facts in " + Fact.FILE);
        }
        String id = e.text("id");
        return documents.entries("documents").stream()
                .filter(d -> id.equals(d.optional("id")))
                .flatMap(d -> d.entries("facts").stream())
                .map(f -> f.optional("section"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
