package painpathway.web.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Fault;

/**
 * A sandbox as a page.
 *
 * @param folders the files under the folders that they are in
 * @param faults  of the whole folder, at most as many as anybody reads at once
 * @param more    how many faults there are besides
 * @param trial   the last one; null before the first
 */
record SandboxPage(
        String id,
        Map<String, List<Entry>> folders,
        Opened opened,
        List<Fault> faults,
        int more,
        @Nullable Ran trial) {

    /** The file in the editor, and the line to go to; 0 for none. */
    record Opened(String path, String text, int line) {}

    /** A file of the list. */
    record Entry(String path, boolean changed, long faults) {}

    /** A trial, line by line. */
    record Ran(String kind, String state, boolean running, List<Said> lines) {}

    /** A line of a trial; {@code step} if one begins with it; with the file and line that it is about, or an empty file. */
    record Said(String text, boolean step, String file, int line) {}
}
