package painpathway.web.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import painpathway.api.AdviceReply.RedFlag;
import painpathway.web.Messages;
import painpathway.web.record.RecordView.ShownVerdict;

/** How one advice differs from a later one. */
public record RecordDifference(
        String urgencyBefore,
        String urgencyAfter,
        List<BeforeAfter> answers,
        List<BeforeAfter> verdicts,
        List<BeforeAfter> flags) {

    /** One thing that is not as it was. */
    record BeforeAfter(String what, Optional<String> place, String before, String after) {}

    public static RecordDifference between(RecordView before, RecordView after) {
        return new RecordDifference(
                before.reply().urgency(),
                after.reply().urgency(),
                Stream.concat(answers(before.given(), after.given()).stream(), notes(before, after).stream())
                        .toList(),
                verdicts(before, after),
                flags(before, after));
    }

    /** Whether the two are alike. */
    public boolean none() {
        return Objects.equals(urgencyBefore, urgencyAfter)
                && answers.isEmpty()
                && verdicts.isEmpty()
                && flags.isEmpty();
    }

    private static List<BeforeAfter> answers(RecordAnswers before, RecordAnswers after) {
        List<BeforeAfter> all = new ArrayList<>();
        Map<String, Map<Optional<Integer>, Object>> answersBefore = before.byQuestion();
        Map<String, Map<Optional<Integer>, Object>> answersAfter = after.byQuestion();
        for (String id : union(answersBefore.keySet(), answersAfter.keySet())) {
            Map<Optional<Integer>, Object> was = answersBefore.getOrDefault(id, Map.of());
            Map<Optional<Integer>, Object> is = answersAfter.getOrDefault(id, Map.of());
            for (Optional<Integer> place : union(was.keySet(), is.keySet())) {
                all.add(new BeforeAfter(
                        before.name(id),
                        (after.places() > 1 ? after : before).place(place),
                        before.inWords(id, was.get(place)),
                        before.inWords(id, is.get(place))));
            }
        }
        all.add(new BeforeAfter(
                before.messages().say("policy"),
                Optional.empty(),
                Objects.requireNonNullElse(before.request().policy(), ""),
                Objects.requireNonNullElse(after.request().policy(), "")));
        return different(all);
    }

    private static List<BeforeAfter> notes(RecordView before, RecordView after) {
        Map<List<String>, String> was = notes(before);
        Map<List<String>, String> is = notes(after);
        String nothing = before.given().messages().say("difference.nothing");
        return different(union(was.keySet(), is.keySet()).stream()
                .map(about -> new BeforeAfter(
                        about.get(0),
                        Optional.of(about.get(1)).filter(place -> !place.isEmpty()),
                        was.getOrDefault(about, nothing),
                        is.getOrDefault(about, nothing)))
                .toList());
    }

    private static Map<List<String>, String> notes(RecordView view) {
        Map<List<String>, String> notes = new LinkedHashMap<>();
        view.notes().forEach(n -> notes.put(List.of(n.about(), Objects.requireNonNullElse(n.place(), "")), n.text()));
        return notes;
    }

    private static List<BeforeAfter> verdicts(RecordView before, RecordView after) {
        Messages messages = before.given().messages();
        List<BeforeAfter> all = new ArrayList<>();
        Map<String, ShownVerdict> verdictsBefore = verdicts(before);
        Map<String, ShownVerdict> verdictsAfter = verdicts(after);
        for (String key : union(verdictsBefore.keySet(), verdictsAfter.keySet())) {
            Optional<ShownVerdict> was = Optional.ofNullable(verdictsBefore.get(key));
            Optional<ShownVerdict> is = Optional.ofNullable(verdictsAfter.get(key));
            ShownVerdict either = is.or(() -> was).orElseThrow();
            all.add(new BeforeAfter(either.name(), either.place(), inWords(was, messages), inWords(is, messages)));
        }
        return different(all);
    }

    private static Map<String, ShownVerdict> verdicts(RecordView view) {
        Map<String, ShownVerdict> verdicts = new LinkedHashMap<>();
        view.reply().interventions().forEach(v -> verdicts.put(v.id() + "/" + v.pain(), view.shown(v)));
        return verdicts;
    }

    private static String inWords(Optional<ShownVerdict> shown, Messages messages) {
        return shown.map(v -> v.verdict().equals(v.underlying())
                        ? messages.say("verdict." + v.verdict())
                        : messages.say("verdict.withheld.underlying", messages.say("verdict." + v.underlying())))
                .orElseGet(() -> messages.say("difference.nothing"));
    }

    private static List<BeforeAfter> flags(RecordView before, RecordView after) {
        Messages messages = before.given().messages();
        String nothing = messages.say("difference.nothing");
        Map<String, String> flagsBefore = flags(before, messages);
        Map<String, String> flagsAfter = flags(after, messages);
        return different(union(flagsBefore.keySet(), flagsAfter.keySet()).stream()
                .map(name -> new BeforeAfter(
                        name,
                        Optional.empty(),
                        flagsBefore.getOrDefault(name, nothing),
                        flagsAfter.getOrDefault(name, nothing)))
                .toList());
    }

    private static Map<String, String> flags(RecordView view, Messages messages) {
        return view.flags().stream()
                .collect(Collectors.toMap(
                        RedFlag::name,
                        f -> messages.say("urgency." + f.urgency()),
                        (one, other) -> other,
                        LinkedHashMap::new));
    }

    private static List<BeforeAfter> different(List<BeforeAfter> all) {
        return all.stream().filter(b -> !b.before.equals(b.after)).toList();
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }
}
