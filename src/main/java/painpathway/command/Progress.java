package painpathway.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** One line on a terminal that says what a command is doing, from its third second on. Nothing goes into a file or a pipe. */
final class Progress implements AutoCloseable {

    /** What is over sooner needs no word. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintWriter terminal;
    private final String what;
    private final long began = System.nanoTime();
    private final ScheduledExecutorService clock;
    private volatile String now = "";
    private boolean shown;
    private boolean over;

    Progress(PrintWriter terminal, String what, Duration patience, boolean wanted) {
        this.terminal = terminal;
        this.what = what;
        this.clock = Executors.newSingleThreadScheduledExecutor(r -> {
            Thread thread = new Thread(r, "progress");
            thread.setDaemon(true);
            return thread;
        });
        if (wanted) {
            clock.scheduleAtFixedRate(this::show, patience.toMillis(), 500, TimeUnit.MILLISECONDS);
        }
    }

    /** For a command that writes its result to standard output; the progress goes to standard error. */
    static Progress on(CommandSpec spec, String what) {
        return new Progress(spec.commandLine().getErr(), what, PATIENCE, Ansi.AUTO.enabled());
    }

    /** What the command begins to do now. */
    void now(String step) {
        now = step;
    }

    private synchronized void show() {
        if (!over) {
            shown = true;
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            terminal.print(BACK_AND_CLEAR + what + ": " + now + ", " + seconds + " s");
            terminal.flush();
        }
    }

    /** Takes the line away; may be called twice. */
    @Override
    public synchronized void close() {
        clock.shutdownNow();
        if (shown && !over) {
            terminal.print(BACK_AND_CLEAR);
            terminal.flush();
        }
        over = true;
    }
}
