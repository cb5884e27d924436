package painpathway.web.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Fault;
import painpathway.folder.RulesFolder;

/** One sandbox: a copy of a rules folder that somebody changes, and its last trial. Thread-safe. */
final class Sandbox {

    private static final String NAME = "sandbox";

    private final String id;
    private final Instant expires;
    private final RulesFolder original;
    private Instant used;
    private RulesFolder folder;
    private @Nullable Trial trial;
    /** What was wrong with a folder when it was last read. */
    private @Nullable Faulty faulty;

    private record Faulty(RulesFolder folder, List<Fault> faults) {}

    Sandbox(String id, Instant opened, Instant expires, SortedMap<String, String> files) {
        Limits.check(files);
        this.id = id;
        this.used = opened;
        this.expires = expires;
        this.original = RulesFolder.of(NAME, files);
        this.folder = original;
    }

    /** Who knows it can open the sandbox. */
    String id() {
        return id;
    }

    Instant expires() {
        return expires;
    }

    /** When somebody last looked at it. */
    synchronized Instant used() {
        return used;
    }

    synchronized void use(Instant now) {
        used = now;
    }

    synchronized RulesFolder folder() {
        return folder;
    }

    /** Replaces or adds a file. Throws {@link Refused} if the folder would hold too much. */
    synchronized void put(String path, String text) {
        SortedMap<String, String> files = files(folder);
        files.put(path, text);
        Limits.check(files);
        folder = RulesFolder.of(NAME, files);
    }

    /** Takes a file out. */
    synchronized void remove(String path) {
        SortedMap<String, String> files = files(folder);
        files.remove(path);
        folder = RulesFolder.of(NAME, files);
    }

    /** The files that are not as they were at the beginning. */
    synchronized List<String> changed() {
        TreeSet<String> paths = new TreeSet<>(original.paths());
        paths.addAll(folder.paths());
        return paths.stream()
                .filter(p -> !Objects.equals(original.text(p), folder.text(p)))
                .toList();
    }

    /** What is wrong with the folder, found by a reader if it has changed since. */
    List<Fault> faults(Function<RulesFolder, List<Fault>> reader) {
        RulesFolder now;
        synchronized (this) {
            now = folder;
            if (faulty != null && faulty.folder == now) {
                return faulty.faults;
            }
        }
        List<Fault> found = reader.apply(now);
        knownToHave(now, found);
        return found;
    }

    /** Keeps what is wrong with a folder, so that nobody has to read it again. */
    synchronized void knownToHave(RulesFolder read, List<Fault> faults) {
        faulty = new Faulty(read, faults);
    }

    /** The last trial; null before the first. */
    synchronized @Nullable Trial trial() {
        return trial;
    }

    /** Begins a trial, unless one is running. */
    synchronized boolean begin(Trial next) {
        if (trial != null && trial.running()) {
            return false;
        }
        trial = next;
        return true;
    }

    /** Ends what is still running. */
    synchronized void close() {
        if (trial != null) {
            trial.cancel();
        }
    }

    /** The texts of a folder by their paths, to be changed. */
    static SortedMap<String, String> files(RulesFolder folder) {
        SortedMap<String, String> files = new TreeMap<>();
        folder.paths().forEach(path -> files.put(path, Objects.requireNonNull(folder.text(path))));
        return files;
    }
}
