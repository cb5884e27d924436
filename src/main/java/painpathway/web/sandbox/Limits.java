package painpathway.web.sandbox;

import java.util.Map;
import java.util.regex.Pattern;

/** How much a sandbox may hold, and what its files may be called. What is within these limits is read in a moment, whatever it says. */
final class Limits {

    static final int FILES = 300;
    static final int BYTES = 2 << 20;

    private static final int LONGEST_LINE = 20_000;
    private static final int DEEPEST = 64;
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*\\.(yaml|drl|md)");
    private static final int LONGEST_PATH = 100;

    private Limits() {}

    /** Throws {@link Refused} if the folder holds too much. */
    static void check(Map<String, String> files) {
        if (files.size() > FILES) {
            throw new Refused("files", FILES);
        }
        long bytes = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            checkPath(file.getKey());
            bytes += file.getValue().length();
            if (bytes > BYTES) {
                throw new Refused("bytes", BYTES >> 20);
            }
            checkText(file.getKey(), file.getValue());
        }
    }

    /** Throws {@link Refused} if a file cannot have this name: it leads out of the folder, or is of no kind that rules have. */
    static void checkPath(String path) {
        if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches() || path.contains("..")) {
            throw new Refused("path", path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path);
        }
    }

    private static void checkText(String path, String text) {
        int line = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line = c == '\n' ? 0 : line + 1;
            if (line > LONGEST_LINE) {
                throw new Refused("line", path);
            }
            if (c == '[' || c == '{' || c == '(') {
                depth++;
            } else if (c == ']' || c == '}' || c == ')') {
                depth = Math.max(0, depth - 1);
            }
            if (depth > DEEPEST) {
                throw new Refused("depth", path);
            }
        }
    }
}
