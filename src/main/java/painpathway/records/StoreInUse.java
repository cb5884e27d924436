package painpathway.records;

import java.nio.file.Path;
import java.util.Optional;

/** Another program, most likely a second start of this one, has the file of the database open. */
public final class StoreInUse extends RuntimeException {

    private final transient Path file;
    private final transient Optional<ProcessHandle> by;
    private final String another;

    StoreInUse(Path file, Optional<ProcessHandle> by, String another) {
        super(file + " is in use");
        this.file = file;
        this.by = by;
        this.another = another;
    }

    Path file() {
        return file;
    }

    /** The process that has it open; empty where the system does not say. */
    Optional<ProcessHandle> by() {
        return by;
    }

    /** The address of another file, with the same settings. */
    String another() {
        return another;
    }
}
