package painpathway.handover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import painpathway.advice.InterventionAdvice.ShownNote;
import painpathway.knowledge.Note;
import painpathway.web.advice.AdviceView;
import painpathway.web.advice.Sourced;

/** A risk, once for all interventions it is named for; for {@code similar} it is only reported of a similar procedure. */
record Risk(String text, Sourced source, List<String> names, List<String> similar) {

    private static final Set<Note.Kind> KINDS = EnumSet.of(Note.Kind.RISK, Note.Kind.RARE_COMPLICATION);

    /** Every risk of what is suggested, the shortest first. One that a rule raised for this patient is among the cautions instead. */
    static List<Risk> all(AdviceView view) {
        Map<String, Risk> risks = new LinkedHashMap<>();
        Stream.of(view.candidates(), view.conditional())
                .flatMap(List::stream)
                .forEach(entry -> entry.notes().risks().forEach(block -> {
                    for (ShownNote shown : block.notes()) {
                        if (KINDS.contains(shown.note().kind())) {
                            Risk risk = risks.computeIfAbsent(
                                    shown.note().id(),
                                    id -> new Risk(
                                            shown.note().text(), block.source(), new ArrayList<>(), new ArrayList<>()));
                            risk.add(entry.it().intervention().name(), shown.byAnalogy());
                        }
                    }
                }));
        return risks.values().stream()
                .sorted(Comparator.comparingInt(r -> r.text.length()))
                .toList();
    }

    private void add(String name, boolean byAnalogy) {
        List<String> list = byAnalogy ? similar : names;
        if (!list.contains(name)) {
            list.add(name);
        }
    }
}
