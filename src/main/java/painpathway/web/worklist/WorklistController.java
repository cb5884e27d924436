package painpathway.web.worklist;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import painpathway.knowledge.Urgency;
import painpathway.records.Worklist;
import painpathway.web.DisplayTime;
import painpathway.web.form.Form;

/** Drafts and closed records, the most urgent first. */
@Controller
class WorklistController {

    static final int PAGE = 20;

    private static final List<String> KINDS = List.of("all", "unhandled", "drafts", "closed");
    private static final Instant FIRST_DAY = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST_DAY = Instant.parse("9000-01-01T00:00:00Z");

    private final Worklist worklist;

    WorklistController(Worklist worklist) {
        this.worklist = worklist;
    }

    /** A row of the list. */
    record Line(Worklist.Listed it, DisplayTime at, DisplayTime handled) {}

    @GetMapping("/records")
    String list(
            @RequestParam(defaultValue = "all") String kind,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String urgency,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            HttpServletResponse response) {
        List<String> urgencies =
                Arrays.stream(Urgency.values()).map(Urgency::word).toList();
        LocalDate until = date(to);
        Worklist.Search search = new Worklist.Search(
                KINDS.contains(kind) ? kind : "all",
                Form.clean(reference, 80),
                urgencies.contains(urgency) ? urgency : "",
                start(date(from), FIRST_DAY),
                start(until == null ? null : until.plusDays(1), LAST_DAY));
        int number = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
        Worklist.Found found = worklist.find(search, number - 1, PAGE);
        model.addAttribute("search", search);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("urgencies", urgencies);
        model.addAttribute("from", date(from));
        model.addAttribute("to", until);
        model.addAttribute(
                "lines",
                found.lines().stream()
                        .map(e -> new Line(
                                e, DisplayTime.of(e.at()), e.handled() == null ? null : DisplayTime.of(e.handled())))
                        .toList());
        model.addAttribute("total", found.total());
        model.addAttribute("number", number);
        model.addAttribute("pages", Math.max(1, (found.total() + PAGE - 1) / PAGE));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "records";
    }

    private static Instant start(LocalDate day, Instant otherwise) {
        return day == null
                ? otherwise
                : day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() < 2000 || date.getYear() > 8000 ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
