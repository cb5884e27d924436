package painpathway.folder;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong while a folder is read, so that all of it can be told at once. Not thread-safe. */
public final class Faults {

    private final TreeSet<Fault> faults = new TreeSet<>();
    private final TreeSet<Fault> warnings = new TreeSet<>();

    /** Something that stops the folder from being used. */
    public void add(String file, int line, String problem) {
        faults.add(new Fault(file, line, problem));
    }

    /** Something an author should look at, such as a note that nothing uses. */
    public void warn(String file, int line, String problem) {
        warnings.add(new Fault(file, line, problem));
    }

    /** Adds a fault for an id that does not exist and suggests the nearest one that does. */
    public void unknown(String file, int line, String what, String id, Collection<String> known) {
        add(file, line, what + " '" + id + "' does not exist" + Nearest.hint(id, known));
    }

    /** True as long as nothing has been found that stops the folder from being used. */
    public boolean none() {
        return faults.isEmpty();
    }

    /** Throws {@link FaultyKnowledge} with every fault, if there are any. */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new FaultyKnowledge(List.copyOf(faults));
        }
    }

    /** The warnings, ordered by file and line. */
    public List<Fault> warnings() {
        return List.copyOf(warnings);
    }
}
