package painpathway.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the files of a rules folder from disk. Links are followed as long as they stay inside of the folder, hidden files are left out,
 * and every file that would be lost without a word is a fault.
 */
final class DiskFolder {

    private static final long LARGEST_FILE = 4 << 20;

    private final Path root;
    private final Faults faults = new Faults();
    private final SortedMap<String, String> files = new TreeMap<>();
    private final Names names = new Names();
    /** The folders above the one being read, where they really are: a link back to one of them would never end. */
    private final Deque<Path> above = new ArrayDeque<>();

    private DiskFolder(Path root) {
        this.root = root;
    }

    /** Path inside the folder, with '/', to text. Throws {@link FaultyKnowledge} with everything that cannot be read. */
    static SortedMap<String, String> read(Path folder) {
        Path root;
        try {
            root = folder.toRealPath();
        } catch (IOException e) {
            throw refused(folder);
        }
        if (!Files.isDirectory(root)) {
            throw refused(folder);
        }
        Path above = root.getParent();
        if (above != null && Layout.isPart(root, above)) {
            throw partOnly(folder, above);
        }
        DiskFolder reader = new DiskFolder(root);
        reader.folder(root, "");
        reader.faults.throwIfAny();
        return reader.files;
    }

    private static FaultyKnowledge refused(Path folder) {
        return new FaultyKnowledge(List.of(new Fault(folder.toString(), 0, "is not a folder that can be read")));
    }

    /** Each file of such a folder would be a fault. */
    private static FaultyKnowledge partOnly(Path folder, Path above) {
        Path meant = folder.getParent() == null ? above : folder.getParent();
        return new FaultyKnowledge(List.of(new Fault(
                folder.toString(),
                0,
                "this is not a rules folder: it has no " + Layout.QUESTIONNAIRE + "; did you mean '" + meant + "'?")));
    }

    private void folder(Path folder, String path) {
        List<Path> children;
        try (Stream<Path> listed = Files.list(folder)) {
            children = listed.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            faults.broken(path.isEmpty() ? root.toString() : path, 0, "this folder cannot be read" + why(e));
            return;
        }
        above.push(folder);
        for (Path child : children) {
            String name = child.getFileName().toString();
            if (!Layout.hidden(name) && !Layout.leftBehind(name)) {
                child(child, path + name);
            }
        }
        above.pop();
    }

    private void child(Path child, String path) {
        String twin = names.taken(path, path, 0);
        if (twin != null) {
            faults.broken(path, 0, twin);
        }
        Path real;
        try {
            real = child.toRealPath();
        } catch (IOException e) {
            faults.broken(
                    path,
                    0,
                    Files.isSymbolicLink(child) && e instanceof NoSuchFileException
                            ? "is a link that leads nowhere"
                            : "cannot be read" + why(e));
            return;
        }
        if (!real.startsWith(root)) {
            faults.broken(
                    path, 0, "is a link that leads out of the rules folder: copy what it leads to into the folder");
        } else if (!Files.isDirectory(real)) {
            file(real, path);
        } else if (above.contains(real)) {
            faults.broken(path, 0, "is a link that leads back to a folder above it");
        } else {
            folder(real, path + "/");
        }
    }

    private void file(Path file, String path) {
        String problem = Layout.problem(path);
        if (problem != null) {
            faults.broken(path, 0, problem);
        } else if (Layout.isRead(path)) {
            try {
                if (!Files.isRegularFile(file)) {
                    faults.broken(path, 0, "is not a file");
                } else if (Files.size(file) > LARGEST_FILE) {
                    faults.broken(path, 0, "is larger than 4 MiB");
                } else {
                    files.put(path, PlainText.of(path, Files.readAllBytes(file)));
                }
            } catch (IOException e) {
                faults.broken(path, 0, "cannot be read" + why(e));
            } catch (FaultyKnowledge e) {
                e.faults().forEach(f -> faults.broken(f.file(), f.line(), f.problem()));
            }
        }
    }

    private static String why(Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        return cause instanceof AccessDeniedException
                ? ": permission denied"
                : cause instanceof NoSuchFileException
                        ? ": it is not there any more"
                        : cause instanceof FileSystemLoopException ? ": its links lead round in a circle" : "";
    }
}
