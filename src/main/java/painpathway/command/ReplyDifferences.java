package painpathway.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import painpathway.api.ReplyFormat;
import tools.jackson.databind.json.JsonMapper;

/** The places in which two replies differ, each as a JSON pointer with what stood there then and what stands there now. */
final class ReplyDifferences {

    private static final Pattern ENTRY = Pattern.compile("/interventions/(\\d+)");
    private static final Pattern DECISIVE = Pattern.compile("/urgency |/interventions/\\d+/(verdict|underlying) ");
    private static final int LONGEST_VALUE = 120;
    private static final String ABSENT = "absent";
    private static final JsonMapper WRITER = ReplyFormat.mapper();

    private final Map<String, Object> now;
    private final List<String> lines = new ArrayList<>();

    /** Compares plain values as they come out of JSON, so that numbers on both sides have the same types. */
    ReplyDifferences(Map<String, Object> then, Map<String, Object> now) {
        this.now = now;
        compare("", then, now);
        // First what was advised, then why.
        lines.sort(Comparator.comparing(l -> !DECISIVE.matcher(l).lookingAt()));
    }

    /** One line for each difference, what was advised before why. */
    List<String> lines() {
        return lines.stream().map(this::named).toList();
    }

    /** Whether the advice is the same and only came from another version of the program or the rules. */
    boolean onlyVersions() {
        return lines.stream().allMatch(l -> l.startsWith("/knowledge/"));
    }

    /** A line about an entry, with the entry's id after its position in the list. */
    private String named(String line) {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.lookingAt()
                || !(now.get("interventions") instanceof List<?> entries)
                || Integer.parseInt(entry.group(1)) >= entries.size()) {
            return line;
        }
        Object id =
                SavedReply.object(entries.get(Integer.parseInt(entry.group(1)))).get("id");
        return entry.group() + " (" + id + ")" + line.substring(entry.end());
    }

    private void compare(String path, @Nullable Object then, @Nullable Object now) {
        if (then instanceof Map<?, ?> a && now instanceof Map<?, ?> b) {
            Set<Object> keys = new LinkedHashSet<>(a.keySet());
            keys.addAll(b.keySet());
            for (Object key : keys) {
                String at = path + "/" + String.valueOf(key).replace("~", "~0").replace("/", "~1");
                if (a.containsKey(key) && b.containsKey(key)) {
                    compare(at, a.get(key), b.get(key));
                } else {
                    add(
                            at,
                            a.containsKey(key) ? shown(a.get(key)) : ABSENT,
                            b.containsKey(key) ? shown(b.get(key)) : ABSENT);
                }
            }
        } else if (then instanceof List<?> a && now instanceof List<?> b) {
            for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                String at = path + "/" + i;
                if (i < a.size() && i < b.size()) {
                    compare(at, a.get(i), b.get(i));
                } else {
                    add(at, i < a.size() ? shown(a.get(i)) : ABSENT, i < b.size() ? shown(b.get(i)) : ABSENT);
                }
            }
        } else if (!Objects.equals(then, now)) {
            add(path, shown(then), shown(now));
        }
    }

    private void add(String path, String then, String now) {
        lines.add(path + "  then " + then + "  now " + now);
    }

    private static String shown(@Nullable Object value) {
        String text = WRITER.writeValueAsString(value);
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "..." : text;
    }
}
