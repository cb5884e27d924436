package painpathway.web.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;

/**
 * A request and its advice as they were frozen, prepared for a page. The advice comes word for word from its own JSON;
 * only questions and options have the wording of the questionnaire in use, or their ids if it no longer has them.
 */
public record RecordView(Map<String, Object> request, Map<String, Object> reply, RuleBook book, Messages words) {

    /** The order in which verdicts are shown. */
    private static final List<String> VERDICTS = List.of(
            "candidate",
            "conditional",
            "provisional",
            "needs-information",
            "withheld",
            "contraindicated",
            "not-indicated");

    /** A red flag with what to do, and what was assumed where it rests on that. */
    record Flag(String name, String urgency, String action, List<String> assumptions) {}

    /** The entries of one verdict. */
    record Group(String verdict, List<Entry> entries) {}

    /** One intervention at one place (null if there is only one), and the rule that decided. */
    record Entry(String id, String name, String place, String verdict, String underlying, String reason) {}

    /** The answers of one section. */
    record Section(String title, List<Given> answers) {}

    /** One answer in words. */
    record Given(String question, String place, String answer) {}

    /** One difference. */
    record Change(String what, String place, String before, String after) {}

    /** The differences between two frozen advices. */
    record Difference(
            String urgencyBefore,
            String urgencyAfter,
            List<Change> answers,
            List<Change> verdicts,
            List<Change> flags) {

        public boolean none() {
            return Objects.equals(urgencyBefore, urgencyAfter)
                    && answers.isEmpty()
                    && verdicts.isEmpty()
                    && flags.isEmpty();
        }
    }

    public String urgency() {
        return text(reply, "urgency");
    }

    public List<Flag> flags() {
        return list(reply, "redFlags").stream()
                .map(f -> new Flag(
                        text(f, "name"),
                        text(f, "urgency"),
                        text(f, "action"),
                        f.get("assumptions") instanceof List<?> assumed
                                ? assumed.stream().map(String::valueOf).toList()
                                : List.of()))
                .toList();
    }

    public List<Group> groups() {
        Map<String, List<Entry>> groups = entries().stream().collect(Collectors.groupingBy(Entry::verdict));
        return VERDICTS.stream()
                .filter(groups::containsKey)
                .map(v -> new Group(v, groups.get(v)))
                .toList();
    }

    private List<Entry> entries() {
        return list(reply, "interventions").stream()
                .map(s -> new Entry(
                        text(s, "id"),
                        text(s, "name"),
                        place((Number) s.get("pain")),
                        text(s, "verdict"),
                        text(s, "underlying"),
                        list(s, "reasons").stream()
                                .map(this::reason)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private String reason(Map<String, Object> reason) {
        return switch (text(reason, "truth")) {
            case "met" -> text(reason, "text");
            case "unknown" -> words.say("decisive.open", text(reason, "text"));
            default -> words.say("decisive.failed", text(reason, "text"));
        };
    }

    /** What was still open when the advice was given. */
    public List<Given> open() {
        return list(reply, "questions").stream()
                .map(q -> new Given(text(q, "text"), place((Number) q.get("pain")), null))
                .toList();
    }

    public String statement() {
        return text(reply, "statement");
    }

    /** The answers given, section by section; answers to questions that are no longer asked come last. */
    public List<Section> answers() {
        List<Section> sections = new ArrayList<>();
        Map<String, Map<Integer, Object>> given = given();
        for (Questionnaire.Section section : book.questionnaire().sections()) {
            List<Given> answers = new ArrayList<>();
            section.questions().forEach(q -> add(answers, q.id(), given.remove(q.id())));
            if (!answers.isEmpty()) {
                sections.add(new Section(section.title(), answers));
            }
        }
        List<Given> rest = new ArrayList<>();
        given.forEach((id, values) -> add(rest, id, values));
        if (!rest.isEmpty()) {
            sections.add(new Section(words.say("record.no-longer-asked"), rest));
        }
        return sections;
    }

    private void add(List<Given> answers, String id, Map<Integer, Object> values) {
        if (values != null) {
            values.forEach((place, value) -> answers.add(new Given(name(id), place(place), words(id, value))));
        }
    }

    /** What changed from this advice to a later one. */
    public Difference to(RecordView later) {
        List<Change> answers = new ArrayList<>();
        Map<String, Map<Integer, Object>> before = given();
        Map<String, Map<Integer, Object>> after = later.given();
        for (String id : union(before.keySet(), after.keySet())) {
            Map<Integer, Object> was = before.getOrDefault(id, Collections.emptyMap());
            Map<Integer, Object> is = after.getOrDefault(id, Collections.emptyMap());
            for (Integer place : union(was.keySet(), is.keySet())) {
                change(
                        answers,
                        name(id),
                        later.pains().size() > 1 ? later.place(place) : place(place),
                        words(id, was.get(place)),
                        words(id, is.get(place)));
            }
        }
        if (!Objects.equals(text(request, "policy"), text(later.request, "policy"))) {
            answers.add(new Change(words.say("policy"), null, text(request, "policy"), text(later.request, "policy")));
        }
        List<Change> verdicts = new ArrayList<>();
        Map<String, Entry> earlier = byKey();
        Map<String, Entry> now = later.byKey();
        for (String key : union(earlier.keySet(), now.keySet())) {
            Entry was = earlier.get(key);
            Entry is = now.get(key);
            change(verdicts, (is == null ? was : is).name, (is == null ? was : is).place, verdict(was), verdict(is));
        }
        List<Change> flags = new ArrayList<>();
        Map<String, String> flagsBefore = flagUrgencies();
        Map<String, String> flagsAfter = later.flagUrgencies();
        for (String name : union(flagsBefore.keySet(), flagsAfter.keySet())) {
            change(
                    flags,
                    name,
                    null,
                    flagsBefore.getOrDefault(name, words.say("difference.nothing")),
                    flagsAfter.getOrDefault(name, words.say("difference.nothing")));
        }
        return new Difference(urgency(), later.urgency(), answers, verdicts, flags);
    }

    private Map<String, Entry> byKey() {
        Map<String, Entry> byKey = new LinkedHashMap<>();
        list(reply, "interventions").forEach(s -> byKey.put(text(s, "id") + "/" + s.get("pain"), null));
        List<Entry> entries = entries();
        int i = 0;
        for (Map.Entry<String, Entry> slot : byKey.entrySet()) {
            slot.setValue(entries.get(i++));
        }
        return byKey;
    }

    private Map<String, String> flagUrgencies() {
        Map<String, String> flags = new LinkedHashMap<>();
        flags().forEach(f -> flags.put(f.name, words.say("urgency." + f.urgency)));
        return flags;
    }

    private String verdict(Entry entry) {
        if (entry == null) {
            return words.say("difference.nothing");
        }
        return entry.verdict.equals(entry.underlying)
                ? words.say("verdict." + entry.verdict)
                : words.say("verdict.withheld.underlying", words.say("verdict." + entry.underlying));
    }

    private static void change(List<Change> changes, String what, String place, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(what, place, before, after));
        }
    }

    /** Question id to place (null for the patient's own answers) to value. */
    private Map<String, Map<Integer, Object>> given() {
        Map<String, Map<Integer, Object>> given = new LinkedHashMap<>();
        map(request.get("answers"))
                .forEach((id, value) ->
                        given.computeIfAbsent(id, k -> new LinkedHashMap<>()).put(null, value));
        List<Map<String, Object>> pains = pains();
        for (int i = 0; i < pains.size(); i++) {
            int place = i;
            pains.get(i)
                    .forEach((id, value) -> given.computeIfAbsent(id, k -> new LinkedHashMap<>())
                            .put(place, value));
        }
        return given;
    }

    private List<Map<String, Object>> pains() {
        return list(request, "pains");
    }

    private String name(String id) {
        Question question = book.questionnaire().question(id);
        return question == null ? id : question.text();
    }

    private String words(String id, Object value) {
        List<String> values = value == null
                ? List.of()
                : value instanceof List<?> several
                        ? several.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value));
        return words.answers().of(book.questionnaire().question(id), values);
    }

    private String place(Number pain) {
        if (pain == null || pains().size() < 2) {
            return null;
        }
        int index = pain.intValue();
        String number = String.valueOf(index + 1);
        Question first = book.questionnaire().firstOfPlaces();
        Object site = first == null || index >= pains().size()
                ? null
                : pains().get(index).get(first.id());
        return site == null
                ? words.say("place.numbered", number)
                : words.say("place.named", number, words(first.id(), site));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static String text(Map<String, Object> map, String key) {
        return map.get(key) == null ? null : String.valueOf(map.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<Map<String, Object>> list(Map<String, Object> map, String key) {
        return map.get(key) instanceof List<?> list
                ? list.stream().map(RecordView::map).toList()
                : List.of();
    }
}
