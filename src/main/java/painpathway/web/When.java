package painpathway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A moment as a page shows it: in the clinic's own time, with the day unless it is today. */
record When(String exact, String text) {

    static When of(Instant instant) {
        ZonedDateTime local = instant.atZone(ZoneId.systemDefault());
        boolean today = local.toLocalDate().equals(LocalDate.now());
        return new When(
                instant.toString(), local.format(DateTimeFormatter.ofPattern(today ? "HH:mm" : "yyyy-MM-dd HH:mm")));
    }
}
