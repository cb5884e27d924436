package painpathway.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The changes that a draft makes to the version it amends, put on top of a later version. All fields and places are named
 * as in the draft.
 *
 * @param places the places of both together: those of the later version, then what only the draft has
 * @param fields what stands in each field; where both changed one, what the later version says
 * @param own    what only the draft changed
 * @param both   what both changed, and not alike
 * @param kept   places that one of them removed while the other changed an answer about them: they stay
 */
record Merge(
        List<Integer> places,
        Map<String, List<String>> fields,
        List<FieldDifference> own,
        List<FieldDifference> both,
        Set<Integer> kept) {

    /** Fields and places of one side, the places by their numbers in the draft. */
    record Side(Map<String, List<String>> fields, List<Integer> places) {

        List<String> of(String field) {
            return fields.getOrDefault(field, List.of());
        }

        /** Whether anything about a place is not as it was. */
        boolean changed(int place, Side before) {
            return union(fields.keySet(), before.fields.keySet()).stream()
                    .anyMatch(field -> Integer.valueOf(place).equals(DraftHistory.place(field))
                            && !of(field).equals(before.of(field)));
        }
    }

    /** The version amended, the draft, and the later version. */
    record Sides(Side before, Side mine, Side theirs) {}

    static Merge of(Sides sides) {
        Side before = sides.before;
        Side mine = sides.mine;
        Side theirs = sides.theirs;
        List<Integer> places = new ArrayList<>();
        Set<Integer> kept = new LinkedHashSet<>();
        for (int place : theirs.places) {
            boolean removed = before.places.contains(place) && !mine.places.contains(place);
            add(place, removed, theirs, before, places, kept);
        }
        for (int place : mine.places) {
            if (!theirs.places.contains(place)) {
                add(place, before.places.contains(place), mine, before, places, kept);
            }
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<FieldDifference> own = new ArrayList<>();
        List<FieldDifference> both = new ArrayList<>();
        for (String field : union(union(before.fields.keySet(), mine.fields.keySet()), theirs.fields.keySet())) {
            Integer place = DraftHistory.place(field);
            if (!DraftHistory.ofForm(field) || place != null && !places.contains(place)) {
                continue;
            }
            List<String> was = before.of(field);
            // Whoever removed a place that stays has said nothing else about it.
            boolean known = place != null && before.places.contains(place);
            List<String> here = known && !mine.places.contains(place) ? was : mine.of(field);
            List<String> there = known && !theirs.places.contains(place) ? was : theirs.of(field);
            fields.put(field, there.equals(was) ? here : there);
            if (!here.equals(was) && !here.equals(there)) {
                (there.equals(was) ? own : both).add(new FieldDifference(field, was, here, there));
            }
        }
        return new Merge(places, fields, own, both, kept);
    }

    /** A field under the name that a form with these places gives it. Trap: only one of {@code fields}, because their places are all here. */
    String formName(String field) {
        return Objects.requireNonNull(DraftHistory.formName(field, places));
    }

    private static void add(
            int place, boolean removedByOther, Side side, Side before, List<Integer> places, Set<Integer> kept) {
        if (removedByOther && !side.changed(place, before)) {
            return;
        }
        places.add(place);
        if (removedByOther) {
            kept.add(place);
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return union;
    }
}
