package painpathway.web.worklist;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import painpathway.knowledge.Urgency;
import painpathway.records.Worklist;
import painpathway.web.DisplayTime;
import painpathway.web.form.Form;

/** Drafts and closed records, the most urgent first. */
@Controller
class WorklistController {

    static final int PAGE = 20;

    private static final List<String> KINDS = List.of("all", "unhandled", "drafts", "closed");
    private static final List<String> URGENCIES =
            Arrays.stream(Urgency.values()).map(Urgency::word).toList();
    private static final Instant FIRST_DAY = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST_DAY = Instant.parse("9000-01-01T00:00:00Z");

    private final Worklist worklist;

    WorklistController(Worklist worklist) {
        this.worklist = worklist;
    }

    /** A row of the list; {@code handled} is null if nobody has dealt with it. */
    record Row(Worklist.Listed it, DisplayTime at, @Nullable DisplayTime handled) {

        static Row of(Worklist.Listed entry) {
            return new Row(
                    entry,
                    DisplayTime.of(entry.at()),
                    entry.handled() == null ? null : DisplayTime.of(entry.handled()));
        }
    }

    /** What to look for, as it was sent. Whatever cannot be read counts as not given. */
    record Query(String kind, String reference, String urgency, String from, String to, String page) {

        Query(
                @Nullable String kind,
                @Nullable String reference,
                @Nullable String urgency,
                @Nullable String from,
                @Nullable String to,
                @Nullable String page) {
            this.kind = kind != null && KINDS.contains(kind) ? kind : KINDS.get(0);
            this.reference = Form.clean(reference, Form.LONGEST_TEXT);
            this.urgency = urgency != null && URGENCIES.contains(urgency) ? urgency : "";
            this.from = Objects.requireNonNullElse(from, "");
            this.to = Objects.requireNonNullElse(to, "");
            this.page = Objects.requireNonNullElse(page, "");
        }

        /** From 1. */
        int number() {
            return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
        }

        Worklist.Search search() {
            LocalDate until = date(to);
            return new Worklist.Search(
                    kind,
                    reference,
                    urgency,
                    start(date(from), FIRST_DAY),
                    start(until == null ? null : until.plusDays(1), LAST_DAY));
        }
    }

    @GetMapping("/records")
    String list(Query query, Model model, HttpServletResponse response) {
        Worklist.Search search = query.search();
        Worklist.Found found = worklist.find(search, query.number() - 1, PAGE);
        model.addAttribute("search", search);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("urgencies", URGENCIES);
        model.addAttribute("from", date(query.from));
        model.addAttribute("to", date(query.to));
        model.addAttribute("lines", found.lines().stream().map(Row::of).toList());
        model.addAttribute("total", found.total());
        model.addAttribute("number", query.number());
        model.addAttribute("pages", Math.max(1, (found.total() + PAGE - 1) / PAGE));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "records";
    }

    private static Instant start(@Nullable LocalDate day, Instant otherwise) {
        return day == null
                ? otherwise
                : day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() < 2000 || date.getYear() > 8000 ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
