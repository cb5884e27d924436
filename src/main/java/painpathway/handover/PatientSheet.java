package painpathway.handover;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.knowledge.PatientWording;

/**
 * One advice in plain words for the patient: what may come next and when to get help. It names no verdict and does not mention
 * anything that is not suggested. All of its sentences come from the rules folder.
 *
 * @param places    where it hurts
 * @param now       what to do first, most pressing first
 * @param medicines who decides about medicines
 * @param help      when to get help at once
 * @param questions to ask the doctor
 */
public record PatientSheet(
        List<String> opening,
        List<String> places,
        String urgency,
        List<String> now,
        List<Option> options,
        String medicines,
        List<String> help,
        List<String> questions) {

    /**
     * A treatment that may come up.
     *
     * @param letters what it is called in letters
     * @param risks   which risks to ask about
     * @param first   what comes first
     */
    public record Option(String name, String letters, String is, String risks, List<String> first) {}

    /** The sheet of an advice; {@code places} as the questionnaire names them, {@code met} every finding that is met at one of them. */
    public static PatientSheet of(Advice advice, PatientWording plain, List<String> places, Set<String> met) {
        List<String> now = advice.redFlags().stream()
                .map(f ->
                        said(plain.signs(), f.flag().id()).now().get(f.urgency().word()))
                .distinct()
                .toList();
        List<String> help = plain.signs().values().stream()
                .filter(sign -> sign.onlyWith().isEmpty() || !Collections.disjoint(sign.onlyWith(), met))
                .map(PatientWording.Sign::help)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new PatientSheet(
                plain.opening(),
                places.stream().distinct().toList(),
                said(plain.urgencies(), advice.urgency().word()),
                now,
                options(advice, plain),
                plain.medicines(),
                help,
                plain.questions());
    }

    /** The treatments that can be considered at any place, each once: procedures first, then care without one. */
    private static List<Option> options(Advice advice, PatientWording plain) {
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
        List<Option> options = new ArrayList<>();
        shown.forEach((id, one) -> {
            PatientWording.Treatment treatment = said(plain.treatments(), id);
            options.add(new Option(
                    treatment.name(),
                    one.intervention().name(),
                    treatment.is(),
                    treatment.risks(),
                    List.copyOf(first.get(id))));
        });
        return options;
    }

    /** The rules folder is refused if it has no words for something that a sheet can mention. */
    private static <T> T said(Map<String, T> words, String id) {
        return Objects.requireNonNull(words.get(id), id);
    }
}
