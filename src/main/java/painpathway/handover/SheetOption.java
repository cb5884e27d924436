package painpathway.handover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.knowledge.PatientWording;

/**
 * A treatment that may come up.
 *
 * @param letters what it is called in letters
 * @param risks   which risks to ask about
 * @param first   what comes first
 */
record SheetOption(String name, String letters, String is, String risks, List<String> first) {

    /** The treatments that can be considered at any place, each once: procedures first, then care without one. */
    static List<SheetOption> all(Advice advice, PatientWording plain, boolean newPain) {
        Map<String, Set<String>> first = new LinkedHashMap<>();
        Map<String, InterventionAdvice> shown = new LinkedHashMap<>();
        for (boolean procedure : new boolean[] {true, false}) {
            for (InterventionAdvice one : advice.interventions()) {
                if (one.verdict().considered() && one.intervention().procedure() == procedure) {
                    String id = one.intervention().id();
                    shown.putIfAbsent(id, one);
                    Set<String> before = first.computeIfAbsent(id, i -> new LinkedHashSet<>());
                    one.conditions()
                            .forEach(
                                    c -> before.add(plain.checks().get(c.check().id())));
                    if (one.verdict() == Verdict.PROVISIONAL) {
                        before.add(plain.open());
                    }
                }
            }
        }
        Set<String> named = new HashSet<>();
        List<SheetOption> options = new ArrayList<>();
        shown.forEach((id, one) -> {
            PatientWording.Treatment treatment = PatientSheet.said(plain.treatments(), id);
            options.add(new SheetOption(
                    treatment.name(),
                    one.intervention().name(),
                    newPain && treatment.ifNew() != null ? treatment.is() + " " + treatment.ifNew() : treatment.is(),
                    named.add(treatment.risks()) ? treatment.risks() : treatment.risksAgain(),
                    List.copyOf(first.get(id))));
        });
        return options;
    }
}
