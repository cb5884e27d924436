package painpathway.folder;

import java.util.List;
import java.util.stream.Collectors;

/** A rules folder was refused. Carries every fault that was found, not only the first. */
public final class FaultyKnowledge extends RuntimeException {

    private final transient List<Fault> faults;

    public FaultyKnowledge(List<Fault> faults) {
        super(count(faults) + " in the rules folder:\n"
                + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** How many there are, as one says it: {@code "One problem"}, {@code "3 problems"}. */
    public String count() {
        return count(faults);
    }

    private static String count(List<Fault> faults) {
        return faults.size() == 1 ? "One problem" : faults.size() + " problems";
    }

    /** All faults: files that cannot be read first, then the others by file and line. */
    public List<Fault> faults() {
        return faults;
    }
}
