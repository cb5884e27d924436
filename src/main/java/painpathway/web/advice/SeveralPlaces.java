package painpathway.web.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;

/** Entries about one intervention that say the same of several places: told once, with the places beside it. */
public record SeveralPlaces(List<InterventionView> entries) {

    private record Same(Intervention intervention, Verdict verdict, Verdict underlying, String decisive) {}

    /** Groups what says the same, in the order in which it is said first. */
    static List<SeveralPlaces> of(List<InterventionView> entries) {
        Map<Same, List<InterventionView>> groups = new LinkedHashMap<>();
        for (InterventionView e : entries) {
            Same same = new Same(e.it().intervention(), e.it().verdict(), e.it().underlying(), e.decisive());
            groups.computeIfAbsent(same, s -> new ArrayList<>()).add(e);
        }
        return groups.values().stream()
                .map(List::copyOf)
                .map(SeveralPlaces::new)
                .toList();
    }

    /** The entry about the first of the places, which speaks for all of them. */
    public InterventionView first() {
        return entries.get(0);
    }

    /** What the places are called; none where the patient has only one. */
    public List<String> places() {
        return entries.stream()
                .map(InterventionView::place)
                .filter(Objects::nonNull)
                .toList();
    }
}
