package painpathway.handover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import painpathway.advice.InterventionAdvice.ShownNote;
import painpathway.web.advice.InterventionView;
import painpathway.web.advice.Sourced;

/** A note about several interventions, printed once with their names. */
record SharedNote(ShownNote note, Sourced source, List<String> names) {

    private static final int SEVERAL = 3;

    static List<SharedNote> all(List<InterventionView> entries) {
        Map<String, SharedNote> all = new LinkedHashMap<>();
        for (InterventionView entry : entries) {
            entry.notes().more().values().stream()
                    .flatMap(List::stream)
                    .forEach(block -> block.notes()
                            .forEach(shown -> all.computeIfAbsent(
                                            shown.note().id(),
                                            id -> new SharedNote(shown, block.source(), new ArrayList<>()))
                                    .names
                                    .add(entry.it().intervention().name())));
        }
        return all.values().stream().filter(n -> n.names.size() >= SEVERAL).toList();
    }
}
