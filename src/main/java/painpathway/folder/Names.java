package painpathway.folder;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of one kind, among which no two may differ only in capitals, spaces or the Unicode form of a letter: people cannot tell them apart. */
public final class Names {

    private static final Pattern NOT_SEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private final Map<String, Taken> taken = new HashMap<>();

    private record Taken(String name, String file, int line) {}

    /** Takes a name. Returns what is wrong where one that only looks different was taken before; null where none was, or exactly the same. */
    public @Nullable String taken(String name, String file, int line) {
        Taken before = taken.putIfAbsent(key(name), new Taken(name, file, line));
        return before == null || before.name.equals(name)
                ? null
                : "'" + name + "' and '" + before.name + "' (" + before.file
                        + (before.line == 0 ? "" : ":" + before.line)
                        + ") differ only in capitals, spaces or how a letter is stored";
    }

    private static String key(String name) {
        return NOT_SEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }
}
