package painpathway.vignette;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import painpathway.advice.RequestReader;
import painpathway.folder.DidYouMean;
import painpathway.folder.Faults;
import painpathway.folder.Names;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.AssessmentReader;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette.Expectation;

/** Reads the made-up patients of a rules folder. They are checked like everything else, but no advice depends on them. */
public final class Vignettes {

    private static final Pattern KEY = Pattern.compile("(?:([^/]*)/)?(.*)");

    private final RuleBook book;
    private final Faults faults;
    private final ExpectationReader expectations;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Names names = new Names();

    /** The values of one vignette before they are read as answers. */
    private record Draft(
            YamlMapping entry,
            String policy,
            Map<String, Object> answers,
            List<Map<String, Object>> pains,
            Expectation expectation) {}

    private Vignettes(RuleBook book, Faults faults) {
        this.book = book;
        this.faults = faults;
        this.expectations = new ExpectationReader(book, faults);
    }

    /** All vignettes, by file and line. Throws {@link painpathway.folder.FaultyKnowledge} with everything that is wrong with them. */
    public static List<Vignette> load(RuleBook book) {
        Faults faults = new Faults();
        List<Vignette> vignettes = load(book, faults);
        faults.throwIfAny();
        return vignettes;
    }

    /** The same where more is read: what is wrong goes to {@code faults}, and what is returned is good only if nothing does. */
    public static List<Vignette> load(RuleBook book, Faults faults) {
        return new Vignettes(book, faults).load(book.folder());
    }

    private List<Vignette> load(RulesFolder folder) {
        List<YamlMapping> likes = new ArrayList<>();
        for (String file : folder.below("vignettes").keySet()) {
            YamlMapping top = YamlMapping.read(folder, file, faults);
            for (YamlMapping entry : top.entries("vignettes")) {
                if (entry.has("like")) {
                    likes.add(entry);
                } else {
                    add(entry, own(entry));
                }
            }
            top.done();
        }
        // A vignette may be like one that is itself like another, so repeat until nothing more can be resolved.
        for (boolean moved = true; moved && !likes.isEmpty(); ) {
            List<YamlMapping> waiting = new ArrayList<>();
            for (YamlMapping entry : likes) {
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
        return List.copyOf(vignettes);
    }

    private void add(YamlMapping entry, Draft draft) {
        String name = entry.text("name");
        if (drafts.putIfAbsent(name, draft) != null) {
            entry.fault(
                    "name",
                    "a vignette with this name is already in "
                            + drafts.get(name).entry.file() + ":"
                            + drafts.get(name).entry.line());
        }
        String twin = names.taken(name, entry.file(), entry.line());
        if (twin != null) {
            entry.fault("name", "two vignettes have nearly the same name: " + twin);
        }
        entry.done();
    }

    private Draft own(YamlMapping entry) {
        Map<String, Object> answers = values(entry.entry("answers"));
        List<Map<String, Object>> pains = new ArrayList<>();
        entry.entries("pains").forEach(p -> pains.add(values(p)));
        return new Draft(entry, entry.optional("policy"), answers, pains, expectations.read(entry, pains.size()));
    }

    private Draft changed(YamlMapping entry, Draft base) {
        Map<String, Object> answers = new LinkedHashMap<>(base.answers);
        List<Map<String, Object>> pains = new ArrayList<>();
        base.pains.forEach(p -> pains.add(new LinkedHashMap<>(p)));
        YamlMapping change = entry.entry("change");
        values(change).forEach((key, value) -> {
            Matcher ofPlace = KEY.matcher(key);
            String place = ofPlace.matches() ? ofPlace.group(1) : null;
            String id = ofPlace.group(2);
            Question question = book.questionnaire().question(id);
            if (place != null
                    && !(place.matches("\\d")
                            && Integer.parseInt(place) < Assessment.MOST_PAINS
                            && question != null
                            && question.perPain())) {
                change.fault(
                        key,
                        "'" + key + "' should be a question, or the number of a place (0 to "
                                + (Assessment.MOST_PAINS - 1) + "), a slash and a question that is asked for each place"
                                + (question == null
                                        ? DidYouMean.hint(
                                                id, book.questionnaire().ids())
                                        : ""));
            } else if (question != null && question.perPain()) {
                int pain = place == null ? 0 : Integer.parseInt(place);
                while (pains.size() <= pain) {
                    pains.add(new LinkedHashMap<>());
                }
                pains.get(pain).put(id, value);
            } else {
                answers.put(id, value);
            }
        });
        String policy = entry.optional("policy");
        return new Draft(
                entry, policy == null ? base.policy : policy, answers, pains, expectations.read(entry, pains.size()));
    }

    private Map<String, Object> values(YamlMapping entry) {
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
                boolean number = text != null
                        && question != null
                        && question.type().isNumber()
                        && text.matches("-?\\d+(\\.\\d+)?");
                values.put(key, number ? new BigDecimal(text) : text);
            }
        }
        return values;
    }

    private Vignette vignette(String name, Draft draft) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("policy", draft.policy);
        request.put("answers", draft.answers);
        request.put("pains", draft.pains);
        AssessmentReader.Result result = new RequestReader(book).read(request, 1);
        result.faults()
                .forEach(f -> faults.add(
                        draft.entry.file(),
                        draft.entry.line(),
                        f.question() + ": " + f.problem() + (f.value() == null ? "" : " (" + f.value() + ")")));
        return new Vignette(name, draft.entry.file(), draft.entry.line(), result.assessment(), draft.expectation);
    }
}
