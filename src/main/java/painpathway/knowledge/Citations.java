package painpathway.knowledge;

import java.util.LinkedHashSet;
import java.util.Set;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Source.Citation;

/** Reads what rules and entries of the catalogue cite, and reports what they may not cite or claim. */
public final class Citations {

    private final Library library;
    private final Usage usage;
    private final Faults faults;

    Citations(Library library, Usage usage, Faults faults) {
        this.library = library;
        this.usage = usage;
        this.faults = faults;
    }

    /** Reads {@code "source-id, section"} or a fact id. Reports a source or section that does not exist, and a promotional fact. */
    public Citation read(String text, String file, int line) {
        Fact fact = library.facts().get(text.strip());
        if (fact != null) {
            if (fact.promotional()) {
                faults.add(file, line, "'" + fact.id() + "' is a promotional claim, so nothing may be based on it");
            }
            return ofFact(fact);
        }
        int comma = text.indexOf(',');
        String id = (comma < 0 ? text : text.substring(0, comma)).strip();
        String section = comma < 0 ? "" : text.substring(comma + 1).strip();
        Source source = library.sources().get(id);
        if (source == null) {
            Set<String> known = new LinkedHashSet<>(library.sources().keySet());
            known.addAll(library.facts().keySet());
            faults.unknown(file, line, "the source", id, known);
        } else if (source.kind() == Source.Kind.CASE_REPORT) {
            faults.add(file, line, "'" + id + "' is a case report, which only vignettes may cite");
        } else if (section.isEmpty()) {
            faults.add(file, line, "the source '" + id + "' needs a section: \"" + id + ", section\"");
        } else if (!source.sections().contains(section)) {
            faults.unknown(file, line, "in '" + id + "' the section", section, source.sections());
        }
        usage.use(Usage.Kind.SOURCE, id);
        usage.useSection(id, section);
        return new Citation(source == null ? Source.missing(id) : source, section);
    }

    /** Reports evidence that is stronger than what is known of the source: no statement claims more than was read. */
    public void checkEvidence(Citation citation, Evidence evidence, String file, int line) {
        Source source = citation.source();
        if (source.bears(evidence)) {
            return;
        }
        faults.add(
                file,
                line,
                source.kind() == Source.Kind.FURTHER_READING
                        ? "'" + source.id()
                                + "' is further reading: what rests on it alone is 'ours' or 'unverified', not '"
                                + evidence + "'"
                        : "evidence '" + evidence + "' is stronger than the source '" + source.id()
                                + "', whose status is '" + source.status() + "'");
    }

    /** The fact as a citation, which uses it and its document. */
    Citation ofFact(Fact fact) {
        usage.use(Usage.Kind.FACT, fact.id());
        usage.use(Usage.Kind.SOURCE, fact.document().id());
        return new Citation(fact.document(), fact.section(), fact.id());
    }

    /** The key {@code source} of an entry. */
    Citation read(YamlMapping e) {
        String text = e.text("source");
        return text.isEmpty() ? Citation.MISSING : read(text, e.file(), e.line("source"));
    }

    /** The key {@code evidence} of an entry that cites this. */
    Evidence evidence(YamlMapping e, Citation citation) {
        Evidence evidence = e.required("evidence", Evidence.class);
        // One that is missing or misspelt has its fault already.
        if (evidence.word().equals(e.optional("evidence"))) {
            checkEvidence(citation, evidence, e.file(), e.line("evidence"));
        }
        return evidence;
    }
}
