package painpathway.web.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** All sandboxes. They are kept in memory, each for a day, and only so many at a time: one that nobody has used for an hour makes room for a new one. */
@Component
class Sandboxes {

    static final Duration LIVES = Duration.ofHours(24);
    static final int MOST = 40;
    static final Duration IDLE = Duration.ofHours(1);

    private static final int ID_BYTES = 12;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Sandbox> byId = new LinkedHashMap<>();
    private final Clock clock;

    Sandboxes(Clock clock) {
        this.clock = clock;
    }

    /** A new sandbox of these files. Throws {@link Refused} if they are too much. */
    synchronized Sandbox open(SortedMap<String, String> files) {
        expire();
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        Sandbox sandbox = new Sandbox(
                HexFormat.of().formatHex(bytes),
                clock.instant(),
                clock.instant().plus(LIVES),
                files);
        if (byId.size() >= MOST) {
            makeRoom();
        }
        byId.put(sandbox.id(), sandbox);
        return sandbox;
    }

    /** The sandbox with this id, if there is one and it has not expired. */
    synchronized Optional<Sandbox> find(String id) {
        expire();
        Optional<Sandbox> found = Optional.ofNullable(byId.get(id));
        found.ifPresent(sandbox -> sandbox.use(clock.instant()));
        return found;
    }

    /** Throws a sandbox away. */
    synchronized void close(String id) {
        Optional.ofNullable(byId.remove(id)).ifPresent(Sandbox::close);
    }

    /** Takes the one that has not been used for longest, if that is an hour; nobody loses what they are working on. */
    private void makeRoom() {
        Sandbox idle = byId.values().stream()
                .min(Comparator.comparing(Sandbox::used))
                .filter(s -> s.used().plus(IDLE).isBefore(clock.instant()))
                .orElseThrow(() -> new Refused("busy", ""));
        byId.remove(idle.id());
        idle.close();
    }

    private void expire() {
        Instant now = clock.instant();
        byId.values().removeIf(sandbox -> {
            boolean over = !sandbox.expires().isAfter(now);
            if (over) {
                sandbox.close();
            }
            return over;
        });
    }
}
