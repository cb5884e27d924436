package painpathway.advice;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;
import painpathway.rules.RuleEngine;

/**
 * The advisor in use. The rules are compiled in the background from the first moment, beside everything else that starts;
 * a reload swaps a whole new advisor in, and a failed one leaves the old rules in place.
 */
public final class LiveAdvisor {

    private static final Logger LOG = LoggerFactory.getLogger(LiveAdvisor.class);

    private final Path folder;
    private final String program;
    private final CompletableFuture<RuleBook> first;
    private volatile CompletableFuture<Advisor> current;
    private String lastRead;

    /**
     * Begins to read and compile the rules in the background. {@link #book()} tells whether the folder was accepted.
     *
     * @param folder the folder to read, or null for the one that ships with the program
     */
    public LiveAdvisor(Path folder, String program) {
        this.folder = folder;
        this.program = program;
        this.first = CompletableFuture.supplyAsync(() -> RuleBook.load(read()));
        this.current = first.thenApply(book -> {
            report(book);
            return new Advisor(RuleEngine.compile(book), program);
        });
    }

    /** The advisor in use; waits for the rules where they are still being compiled. */
    public Advisor now() {
        return waitFor(current);
    }

    /** The knowledge in use; waits until it is read, but not until it is compiled. Throws {@link FaultyKnowledge} where it was refused. */
    public RuleBook book() {
        return current.isDone() ? now().book() : waitFor(first);
    }

    private static <T> T waitFor(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Reads the folder again where it has changed since it was last read, and swaps the new rules in.
     * A faulty folder is told in the log, fault by fault, and the old rules stay.
     */
    public synchronized void reloadIfChanged() {
        try {
            RulesFolder now = read();
            if (now.version().equals(lastRead == null ? book().version() : lastRead)) {
                return;
            }
            lastRead = now.version();
            RuleBook book = RuleBook.load(now);
            RuleEngine engine = RuleEngine.compile(book);
            report(book);
            current = CompletableFuture.completedFuture(new Advisor(engine, program));
        } catch (FaultyKnowledge refused) {
            LOG.warn("the rules folder has {} faults; the rules read before stay in use", refused.faults().size());
            refused.faults().forEach(f -> LOG.warn("{}", f));
        }
    }

    private RulesFolder read() {
        return folder == null ? RulesFolder.shipped() : RulesFolder.at(folder);
    }

    private static void report(RuleBook book) {
        book.warnings().forEach(w -> LOG.warn("{}", w));
        LOG.info("{} rules, knowledge {}", book.rules().size(), book.version());
    }
}
