package painpathway.web.worklist;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import painpathway.advice.LiveAdvisor;
import painpathway.api.FaultLog;
import painpathway.records.Bin;
import painpathway.records.Drafts;
import painpathway.records.Worklist;
import painpathway.records.WorklistLine;
import painpathway.rules.RuleBook;
import painpathway.web.DisplayTime;
import painpathway.web.Messages;

/** Drafts and closed records, the most urgent first. */
@Controller
class WorklistController {

    private static final Logger LOG = LoggerFactory.getLogger(WorklistController.class);
    static final int PAGE = 20;

    private final LiveAdvisor live;
    private final Worklist worklist;
    private final Drafts drafts;
    private final Bin bin;
    private final MessageSource messages;

    WorklistController(LiveAdvisor live, Worklist worklist, Drafts drafts, Bin bin, MessageSource messages) {
        this.live = live;
        this.worklist = worklist;
        this.drafts = drafts;
        this.bin = bin;
        this.messages = messages;
    }

    /** {@code discarded} is the draft that was just put into the bin. */
    @GetMapping("/records")
    String list(
            WorklistQuery query,
            @RequestParam(required = false) @Nullable String discarded,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        bin.empty();
        Worklist.Found found = worklist.find(query.search(), query.number() - 1, PAGE);
        Messages words = new Messages(messages, locale);
        Instant now = Instant.now();
        RuleBook book = live.book();
        List<WorklistRow> rows = found.lines().stream()
                .map(line -> WorklistRow.of(line, patient(line, book, words), now, words))
                .toList();
        model.addAttribute("search", query);
        model.addAttribute("kinds", WorklistQuery.KINDS);
        model.addAttribute("urgencies", WorklistQuery.URGENCIES);
        model.addAttribute("from", WorklistQuery.date(query.from()));
        model.addAttribute("to", WorklistQuery.date(query.to()));
        model.addAttribute("lines", rows);
        model.addAttribute("everything", query.everything());
        model.addAttribute("total", found.total());
        model.addAttribute("number", query.number());
        model.addAttribute("pages", Math.max(1, (found.total() + PAGE - 1) / PAGE));
        if (discarded != null) {
            bin.until(discarded).ifPresent(until -> {
                model.addAttribute("discarded", discarded);
                model.addAttribute("until", DisplayTime.whole(until));
            });
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "records";
    }

    /** Whatever a draft holds: one that cannot be read must not take the others with it. */
    private ListedPatient patient(WorklistLine line, RuleBook book, Messages words) {
        try {
            return drafts.find(line.draft())
                    .map(draft -> ListedPatient.of(draft, book, words))
                    .orElse(ListedPatient.UNREADABLE);
        } catch (RuntimeException e) {
            FaultLog.log(LOG, "a draft could not be read", e);
            return ListedPatient.UNREADABLE;
        }
    }
}
