package painpathway.web.quiz;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The classes that are open. They are nowhere but in memory, and each is gone after {@link Classroom#LASTS}. */
@Component
class Classes {

    /** The most classes at a time. */
    static final int MOST = 100;

    /** How long a class is kept for its first learner when others want to open one. */
    static final Duration UNJOINED = Duration.ofMinutes(20);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<ClassCode, Classroom> open = new HashMap<>();
    /** The classes by the form that opened each. */
    private final Map<String, Classroom> byForm = new HashMap<>();

    @Autowired
    Classes() {
        this(Clock.systemUTC());
    }

    Classes(Clock clock) {
        this.clock = clock;
    }

    /** Opens a class; the same form sent twice opens one. Empty where there are too many. */
    synchronized Optional<Classroom> open(String form, QuizBook quiz, List<QuizCase> cases) {
        sweep();
        Classroom known = byForm.get(form);
        if (known != null) {
            return Optional.of(known);
        }
        if (open.size() >= MOST) {
            // A class that nobody has joined in its first minutes makes room.
            open.values().stream()
                    .filter(c -> c.empty()
                            && c.ends().minus(Classroom.LASTS).plus(UNJOINED).isBefore(clock.instant()))
                    .findFirst()
                    .ifPresent(this::end);
        }
        if (open.size() >= MOST) {
            return Optional.empty();
        }
        ClassCode code = ClassCode.draw(random);
        while (open.containsKey(code)) {
            code = ClassCode.draw(random);
        }
        Classroom made = new Classroom(code, UUID.randomUUID().toString(), clock.instant(), quiz, cases);
        open.put(code, made);
        byForm.put(form, made);
        // Also where nobody asks for a class any more.
        CompletableFuture.delayedExecutor(Classroom.LASTS.toSeconds() + 1, TimeUnit.SECONDS)
                .execute(this::sweep);
        return Optional.of(made);
    }

    /** The class with this code; empty where there is none, or it has ended. */
    synchronized Optional<Classroom> find(ClassCode code) {
        sweep();
        return Optional.ofNullable(open.get(code));
    }

    /** Ends a class, and forgets everybody in it. */
    synchronized void end(Classroom classroom) {
        open.values().remove(classroom);
        byForm.values().remove(classroom);
    }

    synchronized int count() {
        sweep();
        return open.size();
    }

    private synchronized void sweep() {
        Instant now = clock.instant();
        List.copyOf(open.values()).stream().filter(c -> !c.ends().isAfter(now)).forEach(this::end);
    }
}
