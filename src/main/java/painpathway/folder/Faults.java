package painpathway.folder;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Collects what is wrong while a folder is read, so that all of it can be told at once: the causes first, and without what only follows
 * from them. Not thread-safe.
 */
public final class Faults {

    private final TreeSet<Fault> broken = new TreeSet<>();
    private final TreeSet<Fault> faults = new TreeSet<>();
    private final TreeSet<Fault> ofNames = new TreeSet<>();
    private final TreeSet<Fault> warnings = new TreeSet<>();
    private final Set<String> lost = new HashSet<>();

    /** Something that stops the folder from being used. */
    public void add(String file, int line, String problem) {
        faults.add(new Fault(file, line, problem));
    }

    /** Something at this line that stops the folder from being used. */
    public void add(Location at, String problem) {
        add(at.file(), at.line(), problem);
    }

    /** A file (or a folder, with '/' at its end) that cannot be read at all. Told alone for that file, and no names are looked up until it can be. */
    public void broken(String file, int line, String problem) {
        broken.add(new Fault(file, line, problem));
    }

    /** A name that would be defined, had the rule around it not been refused. That it is missing then is no fault of its own. */
    public void lost(String name) {
        lost.add(name);
    }

    /** Something about a name that another file has to define or use. Left out where that can be the consequence of another fault. */
    public void ofName(String file, int line, String name, String problem) {
        if (!lost.contains(name)) {
            ofNames.add(new Fault(file, line, problem));
        }
    }

    /** Something an author should look at, such as a note that nothing uses. */
    public void warn(String file, int line, String problem) {
        warnings.add(new Fault(file, line, problem));
    }

    /** Adds a fault for an id that does not exist and suggests the nearest one that does. */
    public void unknown(String file, int line, String what, String id, Collection<String> known) {
        ofName(file, line, id, what + " '" + id + "' does not exist" + DidYouMean.hint(id, known));
    }

    /** The same of an id at this line. */
    public void unknown(Location at, String what, String id, Collection<String> known) {
        unknown(at.file(), at.line(), what, id, known);
    }

    /** True as long as nothing has been found that stops the folder from being used. */
    public boolean none() {
        return broken.isEmpty() && faults.isEmpty() && ofNames.isEmpty();
    }

    /** Throws {@link FaultyKnowledge} with every fault, if there are any. */
    public void throwIfAny() {
        if (!none()) {
            throw new FaultyKnowledge(told());
        }
    }

    /** The warnings, ordered by file and line. */
    public List<Fault> warnings() {
        return List.copyOf(warnings);
    }

    private List<Fault> told() {
        Set<String> files = new HashSet<>();
        broken.forEach(f -> files.add(f.file()));
        List<Fault> causes = broken.stream()
                .filter(f -> files.stream()
                        .noneMatch(folder -> folder.endsWith("/")
                                && !folder.equals(f.file())
                                && f.file().startsWith(folder)))
                .toList();
        TreeSet<Fault> others = new TreeSet<>(faults);
        if (broken.isEmpty()) {
            others.addAll(ofNames);
        }
        others.removeIf(f -> files.contains(f.file()));
        return Stream.concat(causes.stream(), others.stream()).toList();
    }
}
