package painpathway.handover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import painpathway.web.advice.AdviceView;
import painpathway.web.advice.InterventionView;

/** Something to take note of for this patient, and the interventions it is about. */
record Caution(String text, List<String> names) {

    /** Every caution about the procedures that can be considered, each once. */
    static List<Caution> all(AdviceView view) {
        Map<String, List<String>> cautions = new LinkedHashMap<>();
        Stream.of(view.candidates(), view.conditional(), view.provisional())
                .flatMap(List::stream)
                .forEach(entry -> add(entry, cautions));
        return cautions.entrySet().stream()
                .map(c -> new Caution(c.getKey(), c.getValue()))
                .toList();
    }

    private static void add(InterventionView entry, Map<String, List<String>> cautions) {
        String name = entry.it().intervention().name();
        entry.notes()
                .cautions()
                .forEach(block -> block.notes().forEach(shown -> {
                    List<String> names = cautions.computeIfAbsent(shown.note().text(), t -> new ArrayList<>());
                    if (!names.contains(name)) {
                        names.add(name);
                    }
                }));
    }
}
