package painpathway.vignette;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import painpathway.folder.DidYouMean;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.RedFlag;
import painpathway.rules.RuleBook;
import painpathway.vignette.Expectation.Listed;

/** Reads what a vignette expects and looks every name up. A misspelt name would otherwise be found absent and nobody would notice. */
final class ExpectationReader {

    private static final Set<String> KEYS = keys();

    private final Faults faults;
    private final ExpectedNames names;

    ExpectationReader(RuleBook book, Faults faults) {
        this.faults = faults;
        this.names = new ExpectedNames(book);
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>(Set.of("urgency", "red-flags"));
        Arrays.stream(EntryExpectation.values()).map(EntryExpectation::key).forEach(keys::add);
        Arrays.stream(Listed.values()).map(Listed::key).forEach(keys::add);
        return keys;
    }

    /** What a vignette with so many painful places expects. */
    Expectation read(YamlMapping vignette, int places) {
        YamlMapping expect = vignette.entry("expect");
        if (expect == null) {
            vignette.fault("name", "'expect' is missing: a vignette that expects nothing tests nothing");
            return Expectation.NOTHING;
        }
        expect.keys().stream()
                .filter(k -> !KEYS.contains(k))
                .forEach(k -> expect.fault(
                        k, "'" + k + "' is not something to expect; known are " + KEYS + DidYouMean.hint(k, KEYS)));
        String urgency = expect.optional("urgency");
        if (urgency != null) {
            known(expect, "urgency", List.of(urgency), names.urgencies());
        }
        Map<EntryExpectation, Map<String, List<String>>> entries = new EnumMap<>(EntryExpectation.class);
        for (EntryExpectation part : EntryExpectation.values()) {
            entries.put(part, byEntry(expect, part, places));
        }
        Map<Listed, List<String>> lists = new EnumMap<>(Listed.class);
        for (Listed list : Listed.values()) {
            List<String> ids = expect.texts(list.key());
            known(expect, list.key(), ids, names.of(list));
            lists.put(list, ids);
        }
        return new Expectation(urgency, entries, redFlags(expect), lists);
    }

    private Map<String, String> redFlags(YamlMapping expect) {
        Map<String, String> flags = new LinkedHashMap<>();
        ExpectedNames.Kind urgencies = new ExpectedNames.Kind("the urgency", RedFlag.URGENCIES);
        lists(expect, "red-flags", urgencies).forEach((flag, urgency) -> {
            if (urgency.size() != 1) {
                expect.fault("red-flags", "'" + flag + "' needs one urgency");
            }
            flags.put(flag, urgency.isEmpty() ? "" : urgency.get(0));
        });
        known(expect, "red-flags", flags.keySet(), names.redFlags());
        return flags;
    }

    /** Lists by intervention, with the number of a place before it where another than the first is meant. */
    private Map<String, List<String>> byEntry(YamlMapping expect, EntryExpectation part, int places) {
        Map<String, List<String>> lists = lists(expect, part.key(), names.of(part));
        for (String key : lists.keySet()) {
            EntryKey entry = EntryKey.of(key);
            if (!entry.isPlace() || entry.place() >= Math.max(1, places)) {
                expect.fault(
                        part.key(),
                        "'" + key + "': there is no place '" + entry.written() + "'; places are counted from 0");
            } else {
                known(expect, part.key(), List.of(entry.id()), names.interventions());
            }
        }
        return lists;
    }

    private Map<String, List<String>> lists(YamlMapping expect, String key, ExpectedNames.Kind kind) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        YamlMapping map = expect.entry(key);
        if (map == null) {
            return lists;
        }
        for (String k : map.keys()) {
            List<String> ids = new ArrayList<>(map.isList(k) ? map.texts(k) : List.of(map.text(k)));
            known(map, k, ids, kind);
            lists.put(k, List.copyOf(ids));
        }
        return lists;
    }

    private void known(YamlMapping entry, String key, Collection<String> ids, ExpectedNames.Kind kind) {
        ids.stream()
                .filter(id -> !kind.names().contains(id))
                .forEach(id -> faults.unknown(entry.file(), entry.line(key), kind.what(), id, kind.names()));
    }
}
