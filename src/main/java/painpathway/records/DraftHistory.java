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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every change of one draft, oldest first. Here a painful place keeps its number for ever, so that a page made before a
 * place was removed still means the right one; the form counts places from 0 in their present order.
 */
record DraftHistory(List<FieldChange> changes) {

    private static final Pattern OF_PLACE = Pattern.compile("p(\\d{1,9})\\.(.+)", Pattern.DOTALL);

    /** More than an intake has: where several people add one at the same time, none is lost; and no draft grows without end. */
    private static final int MOST_PLACES = 9;

    /** Only in a draft that was carried over to a later version of its record: see {@link #brought}. */
    static final String BROUGHT = "places-of-record";

    /** One field as one save left it; without values where it was made blank. */
    record FieldChange(long revision, String field, List<String> values, Instant at, String tab, String who) {}

    /** The value of each field at a revision. */
    Map<String, List<String>> at(long revision) {
        Map<String, List<String>> state = new LinkedHashMap<>();
        for (FieldChange change : changes) {
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
        List<Integer> numbers = numbers(state.getOrDefault(Draft.PLACES, List.of()));
        return numbers.isEmpty() ? List.of(0) : numbers;
    }

    /** Leaves out what is not a number: one line that cannot be read must not hide the others. */
    private static List<Integer> numbers(List<String> texts) {
        return texts.stream()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .distinct()
                .toList();
    }

    /** The numbers that the places of the record it amends have in this draft, in the order of the record, which has so many. */
    static List<Integer> brought(Map<String, List<String>> state, int places) {
        List<String> numbers = state.get(BROUGHT);
        return numbers == null ? IntStream.range(0, places).boxed().toList() : numbers(numbers);
    }

    /** The number of the place that a field belongs to, or null. */
    static @Nullable Integer place(String field) {
        Matcher of = OF_PLACE.matcher(field);
        return of.matches() ? Integer.valueOf(of.group(1)) : null;
    }

    /** Whether a field is one of the form, and not one that only the history knows. */
    static boolean ofForm(String field) {
        return !field.equals(Draft.PLACES) && !field.equals(BROUGHT);
    }

    /** The fields under the names that the form gives them; those of a removed place are left out. */
    static Map<String, List<String>> form(Map<String, List<String>> state) {
        List<Integer> places = places(state);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        state.forEach((field, values) -> {
            String name = formName(field, places);
            if (name != null && ofForm(name)) {
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
        List<Integer> order = new ArrayList<>(places(now));
        for (int next = highest() + 1; shown.size() < edit.places() && order.size() < MOST_PLACES; next++) {
            shown.add(next);
            order.add(next);
        }
        Map<String, List<String>> changed = new LinkedHashMap<>();
        if (edit.remove().isPresent() && edit.remove().getAsInt() < shown.size() && order.size() > 1) {
            order.remove(shown.get(edit.remove().getAsInt()));
        }
        if (!order.equals(places(now))) {
            changed.put(Draft.PLACES, order.stream().map(String::valueOf).toList());
        }
        for (String name : edit.held()) {
            String field = ownName(name, shown);
            if (field == null) {
                continue;
            }
            List<String> values = edit.fields().getOrDefault(name, List.of());
            boolean meant = edit.touched().contains(name) || !values.equals(base.getOrDefault(field, List.of()));
            if (meant && !values.equals(now.getOrDefault(field, List.of()))) {
                changed.put(field, values);
            }
        }
        return changed;
    }

    /** What others changed since a page was made, from that page's point of view. */
    List<ConcurrentChange> concurrentChanges(long since, String tab) {
        Map<String, List<String>> base = at(since);
        Map<String, FieldChange> theirs = new LinkedHashMap<>();
        Map<String, FieldChange> last = new LinkedHashMap<>();
        Map<String, List<String>> mine = new LinkedHashMap<>(base);
        for (FieldChange change : changes) {
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
        List<ConcurrentChange> concurrent = new ArrayList<>();
        theirs.forEach((field, change) -> {
            String name = formName(field, places);
            List<String> before = mine.getOrDefault(field, List.of());
            if (name != null && !name.equals(BROUGHT) && !change.values.equals(before)) {
                concurrent.add(new ConcurrentChange(
                        name, before, change.values, last.get(field) == change, change.who, change.at));
            }
        });
        return concurrent;
    }

    /** The highest number that a place ever had. */
    int highest() {
        return changes.stream()
                .flatMap(c -> numbers(c).stream())
                .max(Integer::compare)
                .orElse(0);
    }

    private static Collection<Integer> numbers(FieldChange change) {
        Set<Integer> numbers = new LinkedHashSet<>();
        if (change.field.equals(Draft.PLACES)) {
            numbers.addAll(numbers(change.values));
        }
        Matcher of = OF_PLACE.matcher(change.field);
        if (of.matches()) {
            numbers.add(Integer.valueOf(of.group(1)));
        }
        return numbers;
    }

    /** A field of the form under the name it keeps; null where the form has no such place. */
    static @Nullable String ownName(String field, List<Integer> places) {
        Matcher of = OF_PLACE.matcher(field);
        if (!of.matches()) {
            return field;
        }
        int index = Integer.parseInt(of.group(1));
        return index < places.size() ? "p" + places.get(index) + "." + of.group(2) : null;
    }

    /** A field under the name that a form with these places gives it; null where it has no such place. */
    static @Nullable String formName(String field, List<Integer> places) {
        Matcher of = OF_PLACE.matcher(field);
        if (!of.matches()) {
            return field;
        }
        int index = places.indexOf(Integer.valueOf(of.group(1)));
        return index < 0 ? null : "p" + index + "." + of.group(2);
    }
}
