package painpathway.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every change of one draft, oldest first. Here a painful place keeps its number for ever, so that a page made before a
 * place was removed still means the right one; the form counts places from 0 in their present order.
 */
record Log(List<Change> changes) {

    private static final Pattern OF_PLACE = Pattern.compile("p(\\d{1,3})\\.(.+)", Pattern.DOTALL);

    /** One field as one save left it; without values where it was made blank. */
    record Change(long revision, String field, List<String> values, Instant at, String tab, String who) {
    }

    /** The value of each field at a revision. */
    Map<String, List<String>> at(long revision) {
        Map<String, List<String>> state = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.revision <= revision) {
                state.put(change.field, change.values);
            }
        }
        state.values().removeIf(List::isEmpty);
        return state;
    }

    Map<String, List<String>> now() {
        return at(Long.MAX_VALUE);
    }

    /** The numbers of the painful places, in their order. */
    static List<Integer> places(Map<String, List<String>> state) {
        List<String> numbers = state.get(Draft.PLACES);
        return numbers == null ? List.of(0) : numbers.stream().map(Integer::valueOf).toList();
    }

    /** The fields under the names that the form gives them; those of a removed place are left out. */
    static Map<String, List<String>> form(Map<String, List<String>> state) {
        List<Integer> places = places(state);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        state.forEach((field, values) -> {
            String name = formName(field, places);
            if (name != null && !name.equals(Draft.PLACES)) {
                fields.put(name, values);
            }
        });
        return fields;
    }

    /** The changes that an edit makes to the present state, from field to values. */
    Map<String, List<String>> changedBy(Edit edit) {
        Map<String, List<String>> base = at(edit.base());
        Map<String, List<String>> now = now();
        List<Integer> shown = new ArrayList<>(places(base));
        List<Integer> added = new ArrayList<>();
        for (int next = changes.stream().flatMap(c -> numbers(c).stream()).max(Integer::compare).orElse(0) + 1; shown.size() < edit.places(); next++) {
            shown.add(next);
            added.add(next);
        }
        Map<String, List<String>> changed = new LinkedHashMap<>();
        List<Integer> order = new ArrayList<>(places(now));
        order.addAll(added);
        if (edit.remove() != null && edit.remove() < shown.size() && order.size() > 1) {
            order.remove(shown.get(edit.remove()));
        }
        if (!order.equals(places(now))) {
            changed.put(Draft.PLACES, order.stream().map(String::valueOf).toList());
        }
        for (String name : edit.held()) {
            String field = ownName(name, shown);
            List<String> values = edit.fields().getOrDefault(name, List.of());
            boolean meant = edit.touched().contains(name) || !values.equals(base.getOrDefault(field, List.of()));
            if (field != null && meant && !values.equals(now.getOrDefault(field, List.of()))) {
                changed.put(field, values);
            }
        }
        return changed;
    }

    /** What others changed since a page was made, from that page's point of view. */
    List<Told> told(long since, String tab) {
        Map<String, List<String>> base = at(since);
        Map<String, Change> theirs = new LinkedHashMap<>();
        Map<String, Change> last = new LinkedHashMap<>();
        Map<String, List<String>> mine = new LinkedHashMap<>(base);
        for (Change change : changes) {
            if (change.revision > since) {
                last.put(change.field, change);
                if (change.tab.equals(tab)) {
                    mine.put(change.field, change.values);
                } else {
                    theirs.put(change.field, change);
                }
            }
        }
        List<Integer> places = places(now());
        List<Told> told = new ArrayList<>();
        theirs.forEach((field, change) -> {
            String name = formName(field, places);
            List<String> before = mine.getOrDefault(field, List.of());
            if (name != null && !change.values.equals(before)) {
                told.add(new Told(name, before, change.values, last.get(field) == change, change.who, change.at));
            }
        });
        return told;
    }

    private static Collection<Integer> numbers(Change change) {
        Set<Integer> numbers = new LinkedHashSet<>();
        if (change.field.equals(Draft.PLACES)) {
            change.values.forEach(v -> numbers.add(Integer.valueOf(v)));
        }
        Matcher of = OF_PLACE.matcher(change.field);
        if (of.matches()) {
            numbers.add(Integer.valueOf(of.group(1)));
        }
        return numbers;
    }

    /** A field of the form under the name it keeps; null where the form has no such place. */
    private static String ownName(String field, List<Integer> places) {
        Matcher of = OF_PLACE.matcher(field);
        if (!of.matches()) {
            return field;
        }
        int index = Integer.parseInt(of.group(1));
        return index < places.size() ? "p" + places.get(index) + "." + of.group(2) : null;
    }

    private static String formName(String field, List<Integer> places) {
        Matcher of = OF_PLACE.matcher(field);
        if (!of.matches()) {
            return field;
        }
        int index = places.indexOf(Integer.valueOf(of.group(1)));
        return index < 0 ? null : "p" + index + "." + of.group(2);
    }
}
