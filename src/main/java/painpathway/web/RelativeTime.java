package painpathway.web;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in its largest unit: minutes, hours or days. */
public final class RelativeTime {

    private RelativeTime() {}

    /** The time from one moment to a later one, in words. */
    public static String between(Instant then, Instant now, Messages words) {
        Duration past = Duration.between(then, now);
        if (past.toMinutes() < 1) {
            return words.say("ago.now");
        }
        if (past.toHours() < 1) {
            return words.say("ago.minutes", past.toMinutes());
        }
        return past.toDays() < 1 ? words.say("ago.hours", past.toHours()) : words.say("ago.days", past.toDays());
    }
}
