package painpathway.pathway;

import java.util.List;
import java.util.stream.Collectors;

/** Answers that would have to be others at once; with all of them changed the target is reached, with fewer it is not. */
public record ChangeSet(List<Change> changes) {

    /** The set as a condition that can be read out. */
    public String text() {
        return "if " + changes.stream().map(Change::text).collect(Collectors.joining(", and "));
    }
}
