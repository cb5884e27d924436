package painpathway.web.record;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import painpathway.records.ClosedRecord;
import painpathway.records.NewDrafts;
import painpathway.records.RecordLog;
import painpathway.web.DisplayTime;
import painpathway.web.FormToken;

/** What was done about a record since it was closed, and what is being done now. */
@Component
class RecordHistory {

    private final NewDrafts drafts;
    private final RecordLog log;

    RecordHistory(NewDrafts drafts, RecordLog log) {
        this.drafts = drafts;
        this.log = log;
    }

    /** An entry of the log as the page shows it. */
    record Deed(RecordLog.Entry it, DisplayTime at) {}

    /** A follow-up as the page shows it. */
    record Next(NewDrafts.FollowedUp it, DisplayTime begun) {}

    void add(ClosedRecord record, List<ClosedRecord> versions, Model model) {
        model.addAttribute(
                "deeds",
                log.of(record.id()).stream()
                        .map(e -> new Deed(e, DisplayTime.whole(e.at())))
                        .toList());
        drafts.followed(record.draft()).ifPresent(followed -> model.addAttribute("follows", followed));
        model.addAttribute(
                "followUps",
                drafts.followUps(record.id()).stream()
                        .map(f -> new Next(f, DisplayTime.whole(f.begun())))
                        .toList());
        model.addAttribute("amending", drafts.open(record.id()));
        model.addAttribute("token", FormToken.next());
        model.addAttribute("now", LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES));
        Map<String, String> reasons = new HashMap<>();
        Map<String, DisplayTime> closed = new HashMap<>();
        for (ClosedRecord version : versions) {
            closed.put(version.id(), DisplayTime.whole(version.closed()));
            drafts.reason(version.draft()).ifPresent(why -> reasons.put(version.id(), why.reason()));
        }
        model.addAttribute("reasons", reasons);
        model.addAttribute("closedAt", closed);
    }
}
