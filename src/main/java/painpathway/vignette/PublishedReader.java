package painpathway.vignette;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Source;
import painpathway.knowledge.Source.Citation;
import painpathway.rules.RuleBook;

/** Reads what a vignette says of the patient whom it is about, where others have published that patient. */
final class PublishedReader {

    private final List<Source> sources;
    private final Faults faults;

    PublishedReader(RuleBook book, Faults faults) {
        this.sources = book.catalogue().sources().stream()
                .filter(s -> s.kind() == Source.Kind.CASE_REPORT)
                .toList();
        this.faults = faults;
    }

    /** Null where it is made up. */
    @Nullable
    Published read(YamlMapping vignette) {
        YamlMapping entry = vignette.entry("published");
        return entry == null ? null : read(entry, citation(entry), entry.text("clinicians"));
    }

    /** The same of a vignette that is like another: the source and what was done there are those of that one, unless they are given. */
    @Nullable
    Published read(YamlMapping vignette, @Nullable Published base) {
        YamlMapping entry = vignette.entry("published");
        if (entry == null || base == null) {
            return read(vignette);
        }
        return read(
                entry,
                entry.has("source") ? citation(entry) : base.citation(),
                entry.has("clinicians") ? entry.text("clinicians") : base.clinicians());
    }

    private static Published read(YamlMapping entry, Citation citation, String clinicians) {
        Published published = new Published(
                citation,
                entry.required("entered", Published.Entered.class),
                clinicians,
                entry.required("advisor", Published.Agreement.class),
                entry.text("note"));
        entry.done();
        return published;
    }

    private Citation citation(YamlMapping entry) {
        String[] parts = entry.text("source").split(" *, *", 2);
        List<String> ids = sources.stream().map(Source::id).toList();
        if (!ids.contains(parts[0])) {
            faults.unknown(entry.file(), entry.line("source"), "the case report", parts[0], ids);
            return Citation.MISSING;
        }
        Source source = sources.get(ids.indexOf(parts[0]));
        String section = parts.length == 2 ? parts[1] : "";
        if (!source.sections().contains(section)) {
            faults.unknown(
                    entry.file(),
                    entry.line("source"),
                    "in '" + source.id() + "' the section",
                    section,
                    source.sections());
        }
        return new Citation(source, section);
    }
}
