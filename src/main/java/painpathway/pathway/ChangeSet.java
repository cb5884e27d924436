package painpathway.pathway;

import java.util.List;
import java.util.stream.Collectors;

/** Answers that would all have to change: together they reach the target, and no fewer of them do. */
public record ChangeSet(List<Change> changes) {

    /** The set as a condition in words. */
    public String text() {
        return "if " + changes.stream().map(Change::text).collect(Collectors.joining(", and "));
    }
}
