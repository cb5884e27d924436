package painpathway.web.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A check of a sandbox, or its difference from the rules in use: what it has said so far, and how it ended. Thread-safe. */
final class Trial {

    /** So much of its output is kept. */
    private static final int MOST_LINES = 2_000;

    private static final int LONGEST_LINE = 2_000;

    /** How a trial stands. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        OUT_OF_TIME,
        FAILED;

        /** The last part of the name of its message. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final String kind;
    private final List<String> lines = new ArrayList<>();
    private State state = State.RUNNING;
    private @Nullable Process process;

    Trial(String kind) {
        this.kind = kind;
    }

    /** {@code check} or {@code difference}. */
    public String kind() {
        return kind;
    }

    synchronized void runs(Process started) {
        process = started;
        if (state != State.RUNNING) {
            started.destroyForcibly();
        }
    }

    synchronized void says(String line) {
        if (lines.size() < MOST_LINES) {
            lines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
        }
    }

    /** Ends it for this reason, unless it has ended. */
    synchronized void ends(State as) {
        if (state == State.RUNNING) {
            state = as;
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    void cancel() {
        ends(State.CANCELLED);
    }

    public synchronized boolean running() {
        return state == State.RUNNING;
    }

    public synchronized State state() {
        return state;
    }

    /** What it has said so far. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
