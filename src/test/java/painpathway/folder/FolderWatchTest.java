package painpathway.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change anywhere in the folder wakes up whoever waits, long before the minute after which it wakes up anyway. */
class FolderWatchTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void wakesUpForAFileThatIsNewChangedOrGone() throws Exception {
        Path file = Files.createDirectory(folder.resolve("advice")).resolve("a.drl");
        try (FolderWatch watch = new FolderWatch(folder)) {
            wakes(watch, () -> Files.writeString(file, "one"));
            wakes(watch, () -> Files.writeString(file, "two"));
            wakes(watch, () -> Files.delete(file));
        }
    }

    @Test
    void seesFoldersThatAreMadeLater() throws Exception {
        try (FolderWatch watch = new FolderWatch(folder)) {
            Path late = folder.resolve("late");
            wakes(watch, () -> Files.createDirectory(late));
            wakes(watch, () -> Files.writeString(late.resolve("b.drl"), "one"));
        }
    }

    @Test
    void looksByTheClockWhereALinkHidesChanges() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.createSymbolicLink(rules.resolve("advice"), elsewhere);
        try (FolderWatch watch = new FolderWatch(rules)) {
            wakes(watch, () -> Files.writeString(elsewhere.resolve("c.drl"), "one"));
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    private static void wakes(FolderWatch watch, Change change) throws Exception {
        CompletableFuture<Void> woken = CompletableFuture.runAsync(() -> {
            try {
                watch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        change.make();
        woken.get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(woken).isCompleted();
    }
}
