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
    private final RuleBook first;
    private volatile CompletableFuture<Advisor> current;
    private String lastRead;

    /**
     * Reads the rules at once, so that a faulty folder stops the start, and compiles them in the background.
     *
     * @param folder the folder to read, or null for the one that ships with the program
     */
    public LiveAdvisor(Path folder, String program) {
        this.folder = folder;
        this.program = program;
        this.first = RuleBook.load(read());
        this.lastRead = first.version();
        report(first);
        this.current = CompletableFuture.supplyAsync(() -> new Advisor(RuleEngine.compile(first), program));
    }

    /** The advisor in use; waits for the rules where they are still being compiled. */
    public Advisor now() {
        try {
            return current.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The knowledge in use. Never waits: nothing of it is compiled. */
    public RuleBook book() {
        return current.isDone() ? now().book() : first;
    }

    /**
     * Reads the folder again where it has changed since it was last read, and swaps the new rules in.
     * A faulty folder is told in the log, fault by fault, and the old rules stay.
     */
    public synchronized void reloadIfChanged() {
        try {
            RulesFolder now = read();
            if (now.version().equals(lastRead)) {
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
