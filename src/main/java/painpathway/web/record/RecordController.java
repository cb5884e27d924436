package painpathway.web.record;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;
import painpathway.api.AdviceReply;
import painpathway.api.Replay;
import painpathway.api.ReplayedAssessment;
import painpathway.records.ClosedRecord;
import painpathway.records.Records;
import painpathway.web.DisplayTime;

/** A closed record, which never changes: read, downloaded, compared, and advised again under today's knowledge. */
@Controller
@RequestMapping("/records/{id}")
class RecordController {

    private final LiveAdvisor live;
    private final RecordHistory history;
    private final Records records;
    private final RecordViews views;
    private final Replay replay;

    RecordController(LiveAdvisor live, RecordHistory history, Records records, RecordViews views, Replay replay) {
        this.live = live;
        this.history = history;
        this.records = records;
        this.views = views;
        this.replay = replay;
    }

    @ModelAttribute
    void neverCached(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** The record; {@code late} is how many answers came after it was closed. */
    @GetMapping
    String show(@PathVariable String id, @RequestParam(defaultValue = "0") int late, Locale locale, Model model) {
        ClosedRecord record = find(id);
        model.addAttribute("record", record);
        model.addAttribute("closed", DisplayTime.whole(record.closed()));
        model.addAttribute("handled", record.handled() == null ? null : DisplayTime.whole(record.handled()));
        model.addAttribute("view", views.of(record, locale));
        List<ClosedRecord> versions = records.versions(record.chain());
        model.addAttribute("versions", versions);
        model.addAttribute(
                "pressing",
                versions.stream()
                        .filter(v -> v.pressing() && !v.id().equals(id))
                        .toList());
        model.addAttribute("late", late);
        history.add(record, versions, model);
        return "record";
    }

    /** How this version differs from the one before. */
    @GetMapping("/difference")
    String difference(@PathVariable String id, Locale locale, Model model) {
        ClosedRecord record = find(id);
        if (record.previous() == null) {
            throw missing();
        }
        ClosedRecord previous = find(record.previous());
        model.addAttribute("record", record);
        model.addAttribute("previous", previous);
        model.addAttribute("unusable", List.of());
        model.addAttribute(
                "difference", RecordDifference.between(views.of(previous, locale), views.of(record, locale)));
        return "difference";
    }

    /** What today's knowledge says about the same answers. Nothing is stored. */
    @GetMapping("/today")
    String today(@PathVariable String id, Locale locale, Model model) {
        ClosedRecord record = find(id);
        Advisor advisor = live.now();
        RecordView then = views.of(record, locale);
        ReplayedAssessment replayed = ReplayedAssessment.of(then.given().request(), advisor.book());
        Advice advice = advisor.advise(replayed.assessment());
        model.addAttribute("record", record);
        model.addAttribute("knowledge", advice.knowledge());
        model.addAttribute("unusable", replayed.unusable());
        model.addAttribute("difference", RecordDifference.between(then, then.with(AdviceReply.of(advice))));
        return "difference";
    }

    /** Request and reply in one file, which is enough to get the same advice replayed. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        ClosedRecord record = find(id);
        String name = record.reference().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename((name.isEmpty() ? "record" : name) + "-" + record.version() + ".json")
                                .build()
                                .toString())
                .body(replay.file(record.request(), record.advice()).getBytes(StandardCharsets.UTF_8));
    }

    private ClosedRecord find(String id) {
        return records.find(id).orElseThrow(RecordController::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
