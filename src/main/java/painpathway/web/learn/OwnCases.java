package painpathway.web.learn;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import painpathway.questionnaire.Assessment;
import painpathway.records.Drafts;

/**
 * Cases made from an intake: its answers without its reference and notes. Only the browser that made one finds it, for a day, and only as
 * long as the intake is there. They are kept in memory and nowhere else.
 */
@Component
class OwnCases {

    /** Names the browser that made a case. */
    static final String COOKIE = "own-cases";

    static final Duration LIVES = Duration.ofHours(24);
    /** Ids of vignettes cannot begin like this one does. */
    static final String PREFIX = "own-";

    private static final int MOST = 500;
    private static final int ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Own> byId = new LinkedHashMap<>();
    private final Drafts drafts;
    private final Clock clock;

    OwnCases(Drafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    private record Own(String owner, String draft, Assessment assessment, Instant until) {}

    /** The name of this browser; a new one where it has none. */
    String owner(HttpServletRequest request) {
        return cookie(request).orElseGet(this::random);
    }

    /** Keeps the answers of a draft as a case of this owner, and gives its id. */
    synchronized String keep(String owner, String draft, Assessment assessment) {
        Instant now = clock.instant();
        byId.values().removeIf(own -> !own.until.isAfter(now));
        if (byId.size() >= MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
        String id = PREFIX + random();
        byId.put(id, new Own(owner, draft, assessment, now.plus(LIVES)));
        return id;
    }

    /** The answers of a case, if the browser that asks made it. */
    Optional<Assessment> find(String id) {
        if (!id.startsWith(PREFIX)
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asking)) {
            return Optional.empty();
        }
        Optional<String> owner = cookie(asking.getRequest());
        Own own;
        synchronized (this) {
            own = byId.get(id);
            if (own == null || !owner.equals(Optional.of(own.owner)) || !own.until.isAfter(clock.instant())) {
                return Optional.empty();
            }
        }
        if (drafts.find(own.draft).isEmpty()) {
            synchronized (this) {
                byId.remove(id);
            }
            return Optional.empty();
        }
        return Optional.of(own.assessment);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(c -> c.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(v -> v.matches("[0-9a-f]{" + 2 * ID_BYTES + "}"))
                .findFirst();
    }

    private String random() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
