package painpathway.vignette;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

/** Reads the made-up patients of a rules folder. They are checked like everything else, but no advice depends on them. */
public final class Vignettes {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final RuleBook book;
    private final Faults faults;
    private final ExpectationReader expectations;
    private final PublishedReader publications;
    private final Map<String, Written> written = new LinkedHashMap<>();
    private final Names names = new Names();
    private final Map<String, YamlMapping> ids = new HashMap<>();

    /** The values of one vignette before they are read as answers. */
    private record Written(
            YamlMapping entry,
            @Nullable String policy,
            Map<String, Object> answers,
            List<Map<String, Object>> pains,
            @Nullable Published published,
            Expectation expectation) {}

    private Vignettes(RuleBook book, Faults faults) {
        this.book = book;
        this.faults = faults;
        this.expectations = new ExpectationReader(book, faults);
        this.publications = new PublishedReader(book, faults);
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
                Written base = written.get(entry.text("like"));
                if (base == null) {
                    waiting.add(entry);
                } else {
                    add(entry, changed(entry, base));
                }
            }
            moved = waiting.size() < likes.size();
            likes = waiting;
        }
        likes.forEach(e -> faults.unknown(e.file(), e.line("like"), "the vignette", e.text("like"), written.keySet()));
        List<Vignette> vignettes = new ArrayList<>();
        written.forEach((name, one) -> vignette(name, one).ifPresent(vignettes::add));
        return List.copyOf(vignettes);
    }

    private void add(YamlMapping entry, Written one) {
        String name = entry.text("name");
        if (written.putIfAbsent(name, one) != null) {
            entry.fault(
                    "name",
                    "a vignette with this name is already in "
                            + written.get(name).entry.file() + ":"
                            + written.get(name).entry.line());
        }
        String twin = names.taken(name, entry.file(), entry.line());
        if (twin != null) {
            entry.fault("name", "two vignettes have nearly the same name: " + twin);
        }
        checkId(entry);
        entry.done();
    }

    private void checkId(YamlMapping entry) {
        String id = entry.text("id");
        if (id.isEmpty()) {
            return;
        }
        if (!ID.matcher(id).matches()) {
            entry.fault(
                    "id", "the id '" + id + "' should be small letters, digits and hyphens: it is part of an address");
        }
        YamlMapping before = ids.putIfAbsent(id, entry);
        if (before != null) {
            entry.fault(
                    "id",
                    "the id '" + id + "' is already given to the vignette in " + before.file() + ":" + before.line());
        }
    }

    private Written own(YamlMapping entry) {
        Map<String, Object> answers = values(entry.entry("answers"));
        List<Map<String, Object>> pains = new ArrayList<>();
        entry.entries("pains").forEach(p -> pains.add(values(p)));
        return new Written(
                entry,
                entry.optional("policy"),
                answers,
                pains,
                publications.read(entry),
                expectations.read(entry, pains.size()));
    }

    private Written changed(YamlMapping entry, Written base) {
        Map<String, Object> answers = new LinkedHashMap<>(base.answers);
        List<Map<String, Object>> pains = new ArrayList<>();
        base.pains.forEach(p -> pains.add(new LinkedHashMap<>(p)));
        YamlMapping change = entry.entry("change");
        YamlMapping at = change == null ? entry : change;
        values(change).forEach((key, value) -> {
            EntryKey place = EntryKey.of(key);
            String id = place.id();
            Question question = book.questionnaire().question(id);
            boolean ofPlace = question != null && question.perPain();
            if (place.written() != null && !(place.isPlace() && ofPlace)) {
                at.fault(
                        key,
                        "'" + key + "' should be a question, or the number of a place (0 to "
                                + (Assessment.MOST_ADVISED - 1)
                                + "), a slash and a question that is asked for each place"
                                + (question == null
                                        ? DidYouMean.hint(
                                                id, book.questionnaire().ids())
                                        : ""));
            } else if (ofPlace) {
                int pain = place.place();
                while (pains.size() <= pain) {
                    pains.add(new LinkedHashMap<>());
                }
                pains.get(pain).put(id, value);
            } else {
                answers.put(id, value);
            }
        });
        String policy = entry.optional("policy");
        return new Written(
                entry,
                policy == null ? base.policy : policy,
                answers,
                pains,
                publications.read(entry, base.published),
                expectations.read(entry, pains.size()));
    }

    private Map<String, Object> values(@Nullable YamlMapping entry) {
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

    /** Empty where its answers are refused, which is reported. */
    private Optional<Vignette> vignette(String name, Written one) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("policy", one.policy);
        request.put("answers", one.answers);
        request.put("pains", one.pains);
        AssessmentReader.Result result = new RequestReader(book).read(request, AssessmentReader.Places.advised(1));
        result.faults()
                .forEach(f -> faults.add(
                        one.entry.file(),
                        one.entry.line(),
                        f.question() + ": " + f.problem() + (f.value() == null ? "" : " (" + f.value() + ")")));
        return Optional.ofNullable(result.assessment())
                .map(patient -> new Vignette(
                        Objects.requireNonNullElse(one.entry.optional("id"), ""),
                        name,
                        one.entry.file(),
                        one.entry.line(),
                        patient,
                        one.published,
                        one.expectation));
    }
}
