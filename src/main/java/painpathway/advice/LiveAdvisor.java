package painpathway.advice;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import painpathway.folder.Fault;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;
import painpathway.rules.RuleEngine;

/**
 * The advisor in use. It compiles the rules in the background while the rest of the program starts;
 * a reload swaps in a whole new advisor once that has passed what a start has to, and a refused one leaves the old rules in place.
 */
@NullUnmarked
public final class LiveAdvisor {

    private static final Logger LOG = LoggerFactory.getLogger(LiveAdvisor.class);
    /** A folder that is being copied or saved to has to lie still for so long before it is read. */
    private static final long STILL_MILLIS = 500;

    private final Path folder;
    private final String program;
    private final Consumer<Advisor> check;
    private final CompletableFuture<RuleBook> first;
    private volatile CompletableFuture<Advisor> current;
    private volatile Reload lastReload;
    private String lastRead;

    /**
     * Begins to read and compile the rules in the background. {@link #book()} tells whether the folder was accepted.
     *
     * @param folder the folder to read, or null for the one that ships with the program, which the build has checked
     * @param check  what the rules of another folder have to pass, at the start and at every change; throws {@link FaultyKnowledge} where they do not
     */
    public LiveAdvisor(Path folder, String program, Consumer<Advisor> check) {
        this.folder = folder;
        this.program = program;
        this.check = check;
        if (folder == null) {
            this.first = CompletableFuture.supplyAsync(() -> RuleBook.load(RulesFolder.shipped()));
            this.current = first.thenApply(this::compiled);
        } else {
            this.current = CompletableFuture.supplyAsync(() -> accepted(firstStill()));
            this.first = current.thenApply(Advisor::book);
        }
    }

    /** The advisor in use; waits for the rules where they are still being compiled. */
    public Advisor now() {
        return waitFor(current);
    }

    /** The knowledge in use; waits until it is accepted, but not until shipped rules are compiled. Throws {@link FaultyKnowledge} where it was refused. */
    public RuleBook book() {
        return current.isDone() ? now().book() : waitFor(first);
    }

    /** What came of the last change to the folder; null where nothing has changed since the start. */
    public Reload lastReload() {
        return lastReload;
    }

    private static <T> T waitFor(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Reads the folder again if it has changed since it was last read and no longer changes, and swaps the new rules in if they pass.
     * For a refused change it logs every fault, {@link #lastReload()} has them too, and the old rules stay.
     */
    public synchronized void reloadIfChanged() {
        Reading now = Reading.of(folder);
        if (lastRead == null) {
            lastRead = book().folder().fingerprint();
        }
        if (now.fingerprint().equals(lastRead)) {
            return;
        }
        try {
            now = still(now);
        } catch (InterruptedException programEnds) {
            Thread.currentThread().interrupt();
            return;
        }
        if (now.fingerprint().equals(lastRead)) {
            return;
        }
        lastRead = now.fingerprint();
        try {
            current = CompletableFuture.completedFuture(accepted(now));
            lastReload = new Reload(Instant.now(), List.of());
        } catch (FaultyKnowledge refused) {
            refuse(refused);
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever a folder holds, it must stay clear which rules give advice.
            refuse(new FaultyKnowledge(List.of(new Fault(folder.toString(), 0, "cannot be used: " + e))));
        }
    }

    private void refuse(FaultyKnowledge refused) {
        Reload before = lastReload;
        lastReload = new Reload(before != null && before.refused() ? before.at() : Instant.now(), refused.faults());
        LOG.warn(
                "A change to the rules folder is refused; the rules read before stay in use. {} found:",
                refused.count());
        refused.faults().forEach(f -> LOG.warn("{}", f));
    }

    /** One look at the folder: what lies there, or why it cannot be read. */
    private record Reading(RulesFolder folder, FaultyKnowledge refused, String fingerprint) {

        static Reading of(Path folder) {
            try {
                RulesFolder read = folder == null ? RulesFolder.shipped() : RulesFolder.at(folder);
                return new Reading(read, null, read.fingerprint());
            } catch (FaultyKnowledge refused) {
                return new Reading(null, refused, refused.faults().toString());
            }
        }
    }

    private Reading firstStill() {
        try {
            return still(Reading.of(folder));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until two looks at the folder, half a second apart, see the same. */
    private Reading still(Reading now) throws InterruptedException {
        while (true) {
            Thread.sleep(STILL_MILLIS);
            Reading again = Reading.of(folder);
            if (again.fingerprint.equals(now.fingerprint)) {
                return again;
            }
            now = again;
        }
    }

    private Advisor accepted(Reading reading) {
        if (reading.refused != null) {
            throw reading.refused;
        }
        Advisor advisor = compiled(RuleBook.load(reading.folder));
        check.accept(advisor);
        return advisor;
    }

    private Advisor compiled(RuleBook book) {
        book.warnings().forEach(w -> LOG.warn("{}", w));
        LOG.info("{} rules, knowledge {}", book.rules().size(), book.version());
        return new Advisor(RuleEngine.compile(book), program);
    }
}
