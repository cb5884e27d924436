package painpathway.records;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Checks before anything else whether another program has the database file open. The connection pool would report that in a
 * hundred lines; here it takes one sentence (see {@link StoreInUseReport}).
 */
class StoreCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** H2 in a file of its own; not in memory, behind a server or in an archive. */
    private static final Pattern IN_FILE = Pattern.compile("(jdbc:h2:(?:file:)?)((?!\\w{2,}:)[^;]+)(.*)");

    private static final Pattern LOCK = Pattern.compile("\\d+: (?:POSIX|OFDLCK) +\\S+ +WRITE +(\\d+) +\\S+:(\\d+) .*");
    private static final Path LOCKS = Path.of("/proc/locks");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String url = context.getEnvironment().getProperty("spring.datasource.url", "");
        Path file = file(url);
        if (file != null && Files.isRegularFile(file) && inUse(file)) {
            throw new StoreInUse(file, holder(file), IN_FILE.matcher(url).replaceFirst("$1./data/another$3"));
        }
    }

    /** The file that a database address leads to and that one program has for itself; null where there is none. */
    static @Nullable Path file(String url) {
        Matcher inFile = IN_FILE.matcher(url);
        return inFile.matches() && !url.toUpperCase(Locale.ROOT).contains("AUTO_SERVER=TRUE")
                ? Path.of(inFile.group(2)
                                        .replaceFirst(
                                                "^~(?=/)", Matcher.quoteReplacement(System.getProperty("user.home")))
                                + ".mv.db")
                        .toAbsolutePath()
                        .normalize()
                : null;
    }

    /** Tries the lock that H2 will take. Trap: closing the channel gives up every lock of this process on the file, so H2 may not have opened it yet. */
    private static boolean inUse(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            // Whatever else is wrong with the file, H2 will report.
            return false;
        }
    }

    /** Linux says who holds a lock, by the number of the file; other systems and other containers do not. */
    private static Optional<ProcessHandle> holder(Path file) {
        try {
            String inode = String.valueOf(Files.getAttribute(file, "unix:ino"));
            return Files.readAllLines(LOCKS).stream()
                    .map(LOCK::matcher)
                    .filter(l -> l.matches() && l.group(2).equals(inode))
                    .map(l -> ProcessHandle.of(Long.parseLong(l.group(1))))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
