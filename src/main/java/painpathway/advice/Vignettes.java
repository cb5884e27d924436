package painpathway.advice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.advice.Vignette.Expectation;
import painpathway.folder.Entry;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.questionnaire.AssessmentReader;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;

/** Reads the made-up patients of a rules folder. They are checked like everything else, but no advice depends on them. */
public final class Vignettes {

    private static final Set<String> WORDS = Set.of("urgency", "verdicts", "underlying", "notes", "absent-notes", "stances", "conditions", "reasons",
            "red-flags", "absent-red-flags", "obstacles", "ignored", "fires", "does-not-fire");

    private final RuleBook book;
    private final Faults faults = new Faults();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    /** The values of one vignette before they are read as answers. */
    private record Draft(Entry entry, String policy, Map<String, Object> answers, List<Map<String, Object>> pains, Expectation expectation) {
    }

    private Vignettes(RuleBook book) {
        this.book = book;
    }

    /** All vignettes, by file and line. Throws {@link painpathway.folder.FaultyKnowledge} with everything that is wrong with them. */
    public static List<Vignette> load(RuleBook book) {
        return new Vignettes(book).load(book.folder());
    }

    private List<Vignette> load(RulesFolder folder) {
        List<Entry> likes = new ArrayList<>();
        for (String file : folder.below("vignettes").keySet()) {
            Entry top = Entry.read(folder, file, faults);
            for (Entry entry : top.entries("vignettes")) {
                if (entry.has("like")) {
                    likes.add(entry);
                } else {
                    add(entry, own(entry));
                }
            }
            top.done();
        }
        // A vignette may be like one that is itself like another, so repeat until nothing more can be resolved.
        for (boolean moved = true; moved && !likes.isEmpty();) {
            List<Entry> waiting = new ArrayList<>();
            for (Entry entry : likes) {
                Draft base = drafts.get(entry.text("like"));
                if (base == null) {
                    waiting.add(entry);
                } else {
                    add(entry, changed(entry, base));
                }
            }
            moved = waiting.size() < likes.size();
            likes = waiting;
        }
        likes.forEach(e -> faults.unknown(e.file(), e.line("like"), "the vignette", e.text("like"), drafts.keySet()));
        List<Vignette> vignettes = new ArrayList<>();
        drafts.forEach((name, draft) -> vignettes.add(vignette(name, draft)));
        faults.throwIfAny();
        return List.copyOf(vignettes);
    }

    private void add(Entry entry, Draft draft) {
        String name = entry.text("name");
        if (drafts.putIfAbsent(name, draft) != null) {
            entry.fault("name", "a vignette with this name is already in " + drafts.get(name).entry.file() + ":" + drafts.get(name).entry.line());
        }
        entry.done();
    }

    private Draft own(Entry entry) {
        Map<String, Object> answers = values(entry.entry("answers"));
        List<Map<String, Object>> pains = new ArrayList<>();
        entry.entries("pains").forEach(p -> pains.add(values(p)));
        return new Draft(entry, entry.optional("policy"), answers, pains, expectation(entry));
    }

    private Draft changed(Entry entry, Draft base) {
        Map<String, Object> answers = new LinkedHashMap<>(base.answers);
        List<Map<String, Object>> pains = new ArrayList<>();
        base.pains.forEach(p -> pains.add(new LinkedHashMap<>(p)));
        Entry change = entry.entry("change");
        values(change).forEach((key, value) -> {
            int slash = key.indexOf('/');
            String id = key.substring(slash + 1);
            Question question = book.questionnaire().question(id);
            if (question != null && question.perPain()) {
                int pain = slash < 0 ? 0 : Integer.parseInt(key.substring(0, slash));
                while (pains.size() <= pain) {
                    pains.add(new LinkedHashMap<>());
                }
                pains.get(pain).put(id, value);
            } else {
                answers.put(id, value);
            }
        });
        String policy = entry.optional("policy");
        return new Draft(entry, policy == null ? base.policy : policy, answers, pains, expectation(entry));
    }

    private Map<String, Object> values(Entry entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (entry == null) {
            return values;
        }
        for (String key : entry.keys()) {
            Question question = book.questionnaire().question(key.substring(key.indexOf('/') + 1));
            if (entry.isList(key)) {
                values.put(key, entry.texts(key));
            } else {
                String text = entry.optional(key);
                boolean number = text != null && question != null && question.type().isNumber() && text.matches("-?\\d+(\\.\\d+)?");
                values.put(key, number ? new BigDecimal(text) : text);
            }
        }
        return values;
    }

    private Expectation expectation(Entry entry) {
        Entry e = entry.entry("expect");
        if (e == null) {
            entry.fault("name", "'expect' is missing: a vignette that expects nothing tests nothing");
            return new Expectation(null, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
        e.keys().stream().filter(k -> !WORDS.contains(k)).forEach(k -> e.fault(k, "'" + k + "' is not something to expect; known are " + WORDS));
        return new Expectation(e.optional("urgency"), lists(e, "verdicts"), lists(e, "underlying"), lists(e, "notes"), lists(e, "absent-notes"),
                lists(e, "stances"), lists(e, "conditions"), reasons(e), lists(e, "red-flags"), e.texts("absent-red-flags"), e.texts("obstacles"),
                questions(e, "ignored"), ids(e, "fires"), ids(e, "does-not-fire"));
    }

    private static Map<String, List<String>> lists(Entry e, String key) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Entry map = e.entry(key);
        if (map != null) {
            map.keys().forEach(k -> lists.put(k, map.isList(k) ? map.texts(k) : List.of(map.text(k))));
        }
        return lists;
    }

    private Map<String, List<String>> reasons(Entry e) {
        Map<String, List<String>> reasons = lists(e, "reasons");
        Entry map = e.entry("reasons");
        reasons.keySet().forEach(key -> ids(map, key));
        return reasons;
    }

    private List<String> questions(Entry e, String key) {
        List<String> ids = e.texts(key);
        for (String id : ids) {
            if (book.questionnaire().question(id) == null) {
                faults.unknown(e.file(), e.line(key), "the question", id, book.questionnaire().ids());
            }
        }
        return ids;
    }

    private List<String> ids(Entry e, String key) {
        List<String> ids = e.texts(key);
        for (String id : ids) {
            if (book.finding(id) == null && book.rules().stream().noneMatch(r -> r.id().equals(id))) {
                faults.unknown(e.file(), e.line(key), "the rule or finding", id, book.rules().stream().map(r -> r.id()).toList());
            }
        }
        return ids;
    }

    private Vignette vignette(String name, Draft draft) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("policy", draft.policy);
        request.put("answers", draft.answers);
        request.put("pains", draft.pains);
        AssessmentReader.Result result = book.read(request, 1);
        result.faults().forEach(f -> faults.add(draft.entry.file(), draft.entry.line(), f.question() + ": " + f.problem()
                + (f.value() == null ? "" : " (" + f.value() + ")")));
        checkKeys(draft);
        return new Vignette(name, draft.entry.file(), draft.entry.line(), result.assessment(), draft.expectation);
    }

    private void checkKeys(Draft draft) {
        Expectation e = draft.expectation;
        for (Map<String, List<String>> map : List.of(e.verdicts(), e.underlying(), e.notes(), e.absentNotes(), e.stances(), e.conditions(), e.reasons())) {
            for (String key : map.keySet()) {
                String id = key.substring(key.indexOf('/') + 1);
                if (book.catalogue().intervention(id) == null) {
                    faults.unknown(draft.entry.file(), draft.entry.line("expect"), "the intervention", id,
                            book.catalogue().interventions().stream().map(i -> i.id()).toList());
                }
            }
        }
    }
}
