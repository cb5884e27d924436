package painpathway.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import painpathway.folder.Names;
import painpathway.folder.YamlMapping;

/** The entries of one kind while they are read: in the order of the file, and no two with ids that look alike. */
final class Table<T> {

    private final Map<String, T> entries = new LinkedHashMap<>();
    private final Names names = new Names();

    /** Reads a list of entries, and reports every key in them that {@code read} does not ask for. */
    static <T> Map<String, T> of(List<YamlMapping> list, Function<YamlMapping, T> read, Function<T, String> id) {
        Table<T> table = new Table<>();
        for (YamlMapping yaml : list) {
            T entry = read.apply(yaml);
            table.put(id.apply(entry), entry, yaml);
            yaml.done();
        }
        return table.entries();
    }

    void put(String id, T entry, YamlMapping yaml) {
        if (entries.putIfAbsent(id, entry) != null) {
            yaml.fault("id", "'" + id + "' is defined twice");
        }
        String twin = names.taken(id, yaml.file(), yaml.line());
        if (twin != null) {
            yaml.fault("id", twin);
        }
    }

    int size() {
        return entries.size();
    }

    Map<String, T> entries() {
        return Collections.unmodifiableMap(entries);
    }
}
