package painpathway.web.worklist;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import painpathway.records.WorklistLine;
import painpathway.web.DisplayTime;
import painpathway.web.Messages;
import painpathway.web.RelativeTime;

/**
 * A row of the worklist.
 *
 * @param ago     how long ago it was changed
 * @param handled when it was dealt with; null where nobody has
 * @param old     whether it is a draft that nobody has touched for a month
 */
record WorklistRow(
        WorklistLine it,
        ListedPatient patient,
        DisplayTime at,
        String ago,
        @Nullable DisplayTime handled,
        boolean old) {

    private static final Duration MONTH = Duration.ofDays(30);

    static WorklistRow of(WorklistLine line, ListedPatient patient, Instant now, Messages words) {
        WorklistLine.Done done = line.done();
        return new WorklistRow(
                line,
                patient,
                DisplayTime.whole(line.at()),
                RelativeTime.between(line.at(), now, words),
                done == null ? null : DisplayTime.whole(done.at()),
                line.state().version() == 0 && line.at().plus(MONTH).isBefore(now));
    }

    /** Where it is read or continued. */
    public String address() {
        return (it.state().version() == 0 ? "/intakes/" : "/records/") + it.id();
    }
}
