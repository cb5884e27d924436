package painpathway.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Waits for something to happen in a folder or below it. It may wake up without a change, and always does after a while, because a
 * system does not tell of every change (on a network drive, behind a link): whoever waits has to look at the files. Not thread-safe.
 */
public final class FolderWatch implements AutoCloseable {

    /** How long it waits where the system tells of changes, and where it may not. */
    private static final Duration TOLD = Duration.ofMinutes(1);

    private static final Duration UNTOLD = Duration.ofSeconds(2);

    private static final List<WatchEvent.Kind<?>> ANY = List.of(
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);

    private final Path root;
    private final WatchService service;
    private boolean told;

    /** Begins to watch; changes from now on wake up the next {@link #await}. */
    public FolderWatch(Path root) {
        this.root = root;
        try {
            this.service = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        register();
    }

    /** Returns after something happened in the folder, or after a minute at most. */
    public void await() throws InterruptedException {
        Duration longest = told ? TOLD : UNTOLD;
        WatchKey key = service.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = service.poll();
        }
        // Folders may be new; one that is watched already keeps its key.
        register();
    }

    private void register() {
        told = true;
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                if (Files.isSymbolicLink(path)) {
                    told = false;
                } else if (Files.isDirectory(path)) {
                    path.register(service, ANY.toArray(WatchEvent.Kind<?>[]::new));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // It may have been moved away, or be in the middle of a change.
            told = false;
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
