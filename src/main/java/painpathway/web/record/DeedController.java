package painpathway.web.record;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.records.RecordLog;
import painpathway.records.Records;
import painpathway.web.Initials;
import painpathway.web.form.Form;

/** What somebody does about a closed record, with initials: marks it as dealt with, takes that back, notes who was told. */
@Controller
@RequestMapping("/records/{id}")
class DeedController {

    /** A clock that is a little fast must not refuse what was done just now. */
    private static final long MINUTES_AHEAD = 5;

    private static final int LONGEST_NOTE = 400;

    private final Records records;
    private final RecordLog log;

    DeedController(Records records, RecordLog log) {
        this.records = records;
        this.log = log;
    }

    @PostMapping("/handled")
    String handled(@PathVariable String id, @RequestParam(defaultValue = "") String who) {
        return with(id, who, initials -> {
            records.handled(id, initials);
            return "";
        });
    }

    @PostMapping("/reopen")
    String reopen(@PathVariable String id, @RequestParam(defaultValue = "") String who) {
        return with(id, who, initials -> {
            records.reopen(id, initials);
            return "";
        });
    }

    /** {@code at} is in the clinic's own time. */
    @PostMapping("/told")
    String told(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(defaultValue = "") String note) {
        return with(id, who, initials -> {
            Optional<Instant> time = time(at);
            String told = Form.clean(whom, Form.LONGEST_TEXT);
            if (time.isEmpty() || told.isEmpty()) {
                return time.isEmpty() ? "time" : "whom";
            }
            log.told(id, time.get(), told, Form.clean(note, LONGEST_NOTE), initials);
            return "";
        });
    }

    /** Does something in the name of a person and leads back to the record, which says what was wrong. */
    private String with(String id, String who, Function<String, String> deed) {
        String record = records.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
        String fault = Initials.read(who).map(Initials::text).map(deed).orElse("initials");
        return "redirect:/records/" + record + (fault.isEmpty() ? "" : "?fault=" + fault + "#deeds");
    }

    private static Optional<Instant> time(String text) {
        try {
            Instant time =
                    LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
            Instant now = Instant.now();
            return Optional.of(time)
                    .filter(t -> t.isBefore(now.plus(MINUTES_AHEAD, ChronoUnit.MINUTES)))
                    .filter(t -> t.isAfter(now.minus(3650, ChronoUnit.DAYS)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
