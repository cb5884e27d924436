package painpathway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A moment as a page shows it: in the clinic's own time, with the day unless it is today. */
public record DisplayTime(String exact, String text) {

    public static DisplayTime of(Instant instant) {
        ZonedDateTime local = instant.atZone(ZoneId.systemDefault());
        boolean today = local.toLocalDate().equals(LocalDate.now());
        return new DisplayTime(
                instant.toString(), local.format(DateTimeFormatter.ofPattern(today ? "HH:mm" : "yyyy-MM-dd HH:mm")));
    }

    /** The same with the day always, for what is read on another day: a list, or a page on paper. */
    public static DisplayTime whole(Instant instant) {
        return new DisplayTime(
                instant.toString(),
                instant.atZone(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")));
    }
}
