package painpathway.web.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.Urgency;
import painpathway.records.Worklist;
import painpathway.web.form.Form;

/** What to look for, as it was sent. Whatever cannot be read counts as not given. */
record WorklistQuery(
        String kind, String reference, String urgency, String from, String to, String samples, String page) {

    static final List<String> KINDS = List.of("all", "unhandled", "drafts", "closed", "bin");
    static final List<String> URGENCIES =
            Arrays.stream(Urgency.values()).map(Urgency::word).toList();
    private static final Instant FIRST_DAY = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST_DAY = Instant.parse("9000-01-01T00:00:00Z");

    WorklistQuery(
            @Nullable String kind,
            @Nullable String reference,
            @Nullable String urgency,
            @Nullable String from,
            @Nullable String to,
            @Nullable String samples,
            @Nullable String page) {
        this.kind = kind != null && KINDS.contains(kind) ? kind : KINDS.get(0);
        this.reference = Form.clean(reference, Form.LONGEST_TEXT);
        this.urgency = urgency != null && URGENCIES.contains(urgency) ? urgency : "";
        this.from = Objects.requireNonNullElse(from, "");
        this.to = Objects.requireNonNullElse(to, "");
        this.samples = samples == null || samples.isEmpty() ? "" : "show";
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
                start(until == null ? null : until.plusDays(1), LAST_DAY),
                !samples.isEmpty());
    }

    /** Whether nothing was asked for, so that an empty list means that there is nothing at all. */
    boolean everything() {
        return kind.equals(KINDS.get(0)) && (reference + urgency + from + to).isEmpty();
    }

    private static Instant start(@Nullable LocalDate day, Instant otherwise) {
        return day == null
                ? otherwise
                : day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    static @Nullable LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() < 2000 || date.getYear() > 8000 ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
