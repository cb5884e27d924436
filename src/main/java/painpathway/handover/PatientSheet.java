package painpathway.handover;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import painpathway.advice.Advice;
import painpathway.knowledge.PatientWording;

/**
 * One advice in plain words for the patient: what may come next and when to get help. It names no verdict and does not mention
 * anything that is not suggested. All of its sentences come from the rules folder.
 *
 * @param instruction the one thing to do first; empty if nothing is pressing
 * @param opening     the first lines; none where there is an instruction
 * @param places      where it hurts
 * @param now         what else to do, most pressing first
 * @param take        what to take along
 * @param before      what comes first before several treatments, where that is not said with each
 * @param medicines   who decides about medicines
 * @param help        when to get help at once
 * @param questions   to ask the doctor
 */
record PatientSheet(
        String instruction,
        List<String> opening,
        List<String> places,
        String urgency,
        List<String> now,
        List<String> take,
        List<SheetOption> options,
        List<String> before,
        String medicines,
        List<String> help,
        List<String> questions) {

    private static final Pattern FIRST_SENTENCE = Pattern.compile("(?<=[.?!]) +");

    /** The sheet of an advice. */
    static PatientSheet of(Advice advice, PatientWording plain, SheetPatient patient) {
        PatientWording.Outcome outcome = said(plain.outcomes(), advice.urgency().word());
        Deque<String> now = new ArrayDeque<>(now(advice, plain, outcome));
        String top = outcome.atOnce() && !now.isEmpty() ? now.removeFirst() : "";
        return new PatientSheet(
                sentence(top),
                outcome.atOnce() ? List.of() : plain.opening(),
                patient.places().stream().distinct().toList(),
                outcome.text(),
                outcome.atOnce() ? details(top, now) : List.copyOf(now),
                outcome.take(),
                SheetOption.all(advice, plain, patient.newPain()),
                List.of(),
                plain.medicines(),
                help(plain, patient.met()),
                outcome.atOnce() ? outcome.questions() : plain.questions());
    }

    /** The same for a page that has no room for more: what each treatment is in one sentence, and what is said of several once. */
    PatientSheet brief() {
        List<String> several = options.stream()
                .flatMap(o -> o.first().stream())
                .filter(f -> options.stream().filter(o -> o.first().contains(f)).count() > 1)
                .distinct()
                .toList();
        List<SheetOption> brief = options.stream()
                .map(o -> new SheetOption(
                        o.name(),
                        o.letters(),
                        sentence(o.is()),
                        o.risks(),
                        o.first().stream().filter(f -> !several.contains(f)).toList()))
                .toList();
        return new PatientSheet(
                instruction, opening, places, urgency, now, take, brief, several, medicines, help, questions);
    }

    /** What is to be done, the most pressing first; where something is to be done at once, nothing that could wait. */
    private static List<String> now(Advice advice, PatientWording plain, PatientWording.Outcome outcome) {
        return advice.redFlags().stream()
                .filter(f -> !outcome.atOnce() || f.urgency() == advice.urgency())
                .sorted(Comparator.comparingInt(f -> {
                    int at = outcome.first().indexOf(f.flag().id());
                    return at < 0 ? Integer.MAX_VALUE : at;
                }))
                .map(f ->
                        said(plain.signs(), f.flag().id()).now().get(f.urgency().word()))
                .distinct()
                .toList();
    }

    /** What is said besides the instruction. Of the other red flags the details only: two instructions would leave the choice to the patient. */
    private static List<String> details(String top, Collection<String> others) {
        return Stream.concat(
                        Stream.of(top.substring(sentence(top).length())),
                        others.stream()
                                .map(o -> sentence(o).length() < o.length()
                                        ? o.substring(sentence(o).length())
                                        : o))
                .map(String::strip)
                .filter(d -> !d.isEmpty())
                .distinct()
                .toList();
    }

    private static String sentence(String text) {
        return FIRST_SENTENCE.split(text, 2)[0];
    }

    private static List<String> help(PatientWording plain, Set<String> met) {
        return plain.signs().values().stream()
                .filter(sign -> sign.onlyWith().isEmpty() || !Collections.disjoint(sign.onlyWith(), met))
                .map(PatientWording.Sign::help)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The rules folder is refused if it has no words for something that a sheet can mention. */
    static <T> T said(Map<String, T> words, String id) {
        return Objects.requireNonNull(words.get(id), id);
    }
}
