package painpathway.web.sandbox;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import painpathway.folder.Fault;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;

/** Reads the rules of sandboxes to find what is wrong with them, one after the other, so that advice has a core for itself. */
@Component
class Reader {

    private static final int WAITING = 20;
    private static final long PATIENCE_SECONDS = 20;

    private final ExecutorService thread =
            new ThreadPoolExecutor(0, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), work -> {
                Thread made = new Thread(work, "sandbox-reader");
                made.setDaemon(true);
                return made;
            });

    /** What is wrong with a folder, by file and line; nothing if it can be read. Throws {@link Refused} if nobody has time for it. */
    List<Fault> faults(RulesFolder folder) {
        try {
            Future<List<Fault>> found = thread.submit(() -> read(folder));
            return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException | TimeoutException e) {
            throw new Refused("busy", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("busy", "");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private static List<Fault> read(RulesFolder folder) {
        try {
            RuleBook.load(folder);
            return List.of();
        } catch (FaultyKnowledge refused) {
            return refused.faults();
        }
    }
}
