package painpathway.knowledge;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import painpathway.folder.Faults;

/** Which entries of the catalogue are used by something, collected while a folder is read, to warn of those that nothing uses. */
public final class Usage {

    /** The kinds of entries that are there only to be used by others. */
    public enum Kind {
        SOURCE,
        SECTION,
        FACT,
        TAG,
        NOTE,
        STANCE,
        CHECK
    }

    private final Set<Use> uses = new HashSet<>();

    private record Use(Kind kind, String id) {}

    /** Notes that something uses this entry. It need not exist. */
    public void use(Kind kind, String id) {
        uses.add(new Use(kind, id));
    }

    void useSection(String source, String section) {
        use(Kind.SECTION, source + ", " + section);
    }

    /** Warns of every note, tag, source, section, check, stance and fact that nothing uses. */
    public void warnUnused(Catalogue catalogue, Faults faults) {
        for (String tag : catalogue.tags().keySet()) {
            warn(faults, Interventions.FILE, 0, Kind.TAG, tag);
        }
        for (Source source : catalogue.sources()) {
            if (source.kind() == Source.Kind.CASE_REPORT) {
                continue; // for vignettes, which are read later
            }
            warn(faults, Source.FILE, source.line(), Kind.SOURCE, source.id());
            if (uses(Kind.SOURCE, source.id()) && source.kind() != Source.Kind.DOCUMENT) {
                warnUnusedSections(faults, source);
            }
        }
        for (Check check : catalogue.checks()) {
            warn(faults, Check.FILE, check.line(), Kind.CHECK, check.id());
        }
        for (Stance stance : catalogue.stances()) {
            warn(faults, Stance.FILE, stance.line(), Kind.STANCE, stance.id());
        }
        for (Note note : catalogue.notes()) {
            if (note.interventions().isEmpty() && note.analogies().isEmpty()) {
                warn(faults, Note.FILE, note.line(), Kind.NOTE, note.id());
            }
        }
        for (Fact fact : catalogue.facts()) {
            if (fact.handling() == null) {
                warn(faults, Fact.FILE, fact.line(), Kind.FACT, fact.id());
            }
        }
    }

    private void warnUnusedSections(Faults faults, Source source) {
        for (String section : source.sections()) {
            if (!uses(Kind.SECTION, source.id() + ", " + section)) {
                faults.warn(
                        Source.FILE,
                        source.line(),
                        "nothing uses the section '" + section + "' of '" + source.id() + "'");
            }
        }
    }

    private void warn(Faults faults, String file, int line, Kind kind, String id) {
        if (!uses(kind, id)) {
            faults.warn(file, line, "nothing uses the " + kind.name().toLowerCase(Locale.ROOT) + " '" + id + "'");
        }
    }

    private boolean uses(Kind kind, String id) {
        return uses.contains(new Use(kind, id));
    }
}
