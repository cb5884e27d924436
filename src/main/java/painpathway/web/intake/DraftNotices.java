package painpathway.web.intake;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import painpathway.records.Amendments;
import painpathway.records.Bin;
import painpathway.records.ClosedRecord;
import painpathway.records.Draft;
import painpathway.records.NewDrafts;
import painpathway.records.Records;
import painpathway.web.DisplayTime;

/** What stands above the questions of a draft that is not an ordinary one: it amends a record, was overtaken, or is in the bin. */
@Component
class DraftNotices {

    private final Amendments amendments;
    private final Records records;
    private final NewDrafts newDrafts;
    private final Bin bin;

    DraftNotices(Amendments amendments, Records records, NewDrafts newDrafts, Bin bin) {
        this.amendments = amendments;
        this.records = records;
        this.newDrafts = newDrafts;
        this.bin = bin;
    }

    /** Whether a follow-up begins with the procedure; one of an emergency or an urgent case begins with the warning signs. */
    boolean procedureFirst(Draft draft) {
        return draft.follows() != null
                && records.find(draft.follows()).filter(ClosedRecord::urgent).isEmpty();
    }

    void add(Draft draft, Model model) {
        amendments.latestFor(draft).ifPresent(latest -> model.addAttribute("overtaken", latest));
        bin.until(draft.id()).ifPresent(until -> model.addAttribute("binned", DisplayTime.whole(until)));
        if (draft.follows() != null) {
            records.find(draft.follows()).ifPresent(followed -> {
                model.addAttribute("followed", followed);
                model.addAttribute("followedClosed", DisplayTime.whole(followed.closed()));
            });
        }
        if (draft.amends() != null) {
            records.find(draft.amends()).ifPresent(amended -> {
                model.addAttribute("amended", amended);
                model.addAttribute("amendedClosed", DisplayTime.whole(amended.closed()));
            });
            newDrafts.reason(draft.id()).ifPresent(reason -> model.addAttribute("reason", reason.reason()));
        }
    }
}
