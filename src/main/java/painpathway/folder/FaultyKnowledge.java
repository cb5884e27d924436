package painpathway.folder;

import java.util.List;
import java.util.stream.Collectors;

/** A rules folder was refused. Carries every fault that was found, not only the first. */
public final class FaultyKnowledge extends RuntimeException {

    private final transient List<Fault> faults;

    public FaultyKnowledge(List<Fault> faults) {
        super(faults.size() + " faults in the rules folder:\n"
                + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** All faults, ordered by file and line. */
    public List<Fault> faults() {
        return faults;
    }
}
