package painpathway.advice;

import java.time.Instant;
import java.util.List;
import painpathway.folder.Fault;

/**
 * What came of the last change to the rules folder.
 *
 * @param at     when the rules in use were accepted; or since when what lies in the folder is refused
 * @param faults why it is refused; empty where it was accepted
 */
public record Reload(Instant at, List<Fault> faults) {

    /** True while the rules in use are not the ones in the folder. */
    public boolean refused() {
        return !faults.isEmpty();
    }
}
