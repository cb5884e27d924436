package painpathway.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import painpathway.advice.Verdict;
import painpathway.audit.Law.Then;
import painpathway.audit.Law.When;
import painpathway.folder.DidYouMean;
import painpathway.folder.Faults;
import painpathway.folder.Names;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Question;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;

/** Reads the laws of a rules folder. No advice depends on them: they are what the rules are tried on and proved against. */
final class Laws {

    private static final Set<String> PROMISES = new LinkedHashSet<>(
            List.of("never", "always", "urgency", "flag", "no-flag", "obstacle", "check", "stance", "note", "unread"));
    private static final List<String> VERDICTS =
            Arrays.stream(Verdict.values()).map(Verdict::word).toList();
    private static final List<String> URGENCIES =
            Arrays.stream(Urgency.values()).map(Urgency::word).toList();

    private final RuleBook book;
    private final Catalogue catalogue;
    private final Faults faults;

    private Laws(RuleBook book, Faults faults) {
        this.book = book;
        this.faults = faults;
        this.catalogue = book.catalogue();
    }

    /** All laws of the book's folder; none if it has no such file. Throws {@link painpathway.folder.FaultyKnowledge} with every fault. */
    static List<Law> load(RuleBook book) {
        Faults faults = new Faults();
        List<Law> laws = load(book, faults);
        faults.throwIfAny();
        return laws;
    }

    /** The same where more is read: what is wrong goes to {@code faults}, and what is returned is good only if nothing does. */
    static List<Law> load(RuleBook book, Faults faults) {
        return book.folder().text(Law.FILE) == null ? List.of() : new Laws(book, faults).load();
    }

    private List<Law> load() {
        YamlMapping file = YamlMapping.read(book.folder(), Law.FILE, faults);
        Map<String, Law> laws = new LinkedHashMap<>();
        Names names = new Names();
        for (YamlMapping entry : file.entries("laws")) {
            Law law = law(entry);
            Law before = laws.putIfAbsent(law.id(), law);
            if (before != null) {
                entry.fault("id", "the law '" + law.id() + "' is already defined in line " + before.line());
            }
            String twin = names.taken(law.id(), entry.file(), entry.line());
            if (twin != null) {
                entry.fault("id", twin);
            }
        }
        file.done();
        return List.copyOf(laws.values());
    }

    private Law law(YamlMapping entry) {
        String policy = entry.optional("policy");
        if (policy != null && catalogue.policies().stream().noneMatch(p -> p.id().equals(policy))) {
            faults.unknown(entry.file(), entry.line("policy"), "the policy", policy, book.policies());
        }
        List<When> when = entry.entries("when").stream().map(this::when).toList();
        Then then = then(entry);
        if (when.isEmpty() && !(then instanceof Then.Unread)) {
            entry.fault("id", "'when' is missing: which patients is the law about?");
        }
        Law law = new Law(entry.text("id"), entry.text("says"), policy, when, then, entry.line());
        entry.done();
        return law;
    }

    // ------------------------------------------------------------------ when

    private When when(YamlMapping entry) {
        List<String> keys = entry.keys();
        String first = keys.isEmpty() ? "" : keys.get(0);
        When when = switch (first) {
            case "question" -> answered(entry);
            case "met", "ruled-out", "not-met" ->
                new When.OfFinding(
                        known(
                                entry,
                                first,
                                "the criterion or pattern",
                                entry.text(first),
                                book::finding,
                                book.findings().stream().map(f -> f.id()).toList()),
                        first);
            case "flag" ->
                new When.OfFlag(
                        known(
                                entry,
                                "flag",
                                "the red flag",
                                entry.text("flag"),
                                catalogue::redFlag,
                                catalogue.redFlags().stream().map(f -> f.id()).toList()),
                        urgency(entry, "at"));
            case "obstacle" ->
                new When.OfObstacle(known(
                        entry,
                        "obstacle",
                        "the obstacle",
                        entry.text("obstacle"),
                        catalogue::obstacle,
                        catalogue.obstacles().stream().map(o -> o.id()).toList()));
            case "urgency" -> new When.OfUrgency(urgencies(entry));
            default -> {
                List<String> words = List.of("question", "met", "ruled-out", "not-met", "flag", "obstacle", "urgency");
                entry.fault(
                        first,
                        "a line of 'when' cannot begin with '" + first + "'; it begins with one of " + words
                                + DidYouMean.hint(first, words));
                yield null;
            }
        };
        Set<String> allowed = switch (first) {
            case "question" -> Set.of("question", "any-of", "none-of", "at-least", "at-most", "blank");
            case "flag" -> Set.of("flag", "at");
            default -> Set.of(first);
        };
        keys.stream()
                .filter(k -> !allowed.contains(k))
                .forEach(k -> entry.fault(k, "key '" + k + "' is not known here" + DidYouMean.hint(k, allowed)));
        return when;
    }

    private When answered(YamlMapping entry) {
        Question question = question(entry, "question");
        boolean blank = entry.flag("blank");
        List<String> anyOf = entry.texts("any-of");
        List<String> noneOf = entry.texts("none-of");
        Double atLeast = entry.number("at-least");
        Double atMost = entry.number("at-most");
        boolean options = !anyOf.isEmpty() || !noneOf.isEmpty();
        boolean numbers = atLeast != null || atMost != null;
        if (question == null) {
            return null;
        }
        int ways = (blank ? 1 : 0) + (anyOf.isEmpty() ? 0 : 1) + (noneOf.isEmpty() ? 0 : 1) + (numbers ? 1 : 0);
        if (ways != 1
                || options && question.type().isNumber()
                || numbers && !question.type().isNumber()) {
            entry.fault(
                    "question",
                    "'" + question.id() + "' is a " + question.type().word() + " and needs one of "
                            + (question.type().isNumber()
                                    ? "'at-least' and 'at-most', or 'blank: true'"
                                    : "'any-of', 'none-of' or 'blank: true'"));
            return null;
        }
        if (blank) {
            if (question.derived()) {
                entry.fault("blank", "'" + question.id() + "' is made from other answers and is never asked");
            }
            return new When.Blank(question);
        }
        if (numbers) {
            List<Literal.Test> outside = new ArrayList<>();
            bound(entry, "at-least", question, Literal.Operator.LESS, atLeast, outside);
            bound(entry, "at-most", question, Literal.Operator.MORE, atMost, outside);
            return new When.Answered(outside, false);
        }
        List<String> all = anyOf.isEmpty() ? noneOf : anyOf;
        for (String option : all) {
            if (question.option(option) == null) {
                faults.unknown(
                        entry.file(),
                        entry.line(anyOf.isEmpty() ? "none-of" : "any-of"),
                        "in '" + question.id() + "' the option",
                        option,
                        question.optionIds());
            }
        }
        List<Literal.Test> tests = question.type() == Question.Type.CHOICE
                ? List.of(new Literal.OneOf(question, all))
                : all.stream()
                        .<Literal.Test>map(o -> new Literal.Contains(question, o))
                        .toList();
        return new When.Answered(tests, !anyOf.isEmpty());
    }

    private void bound(
            YamlMapping entry,
            String key,
            Question question,
            Literal.Operator outside,
            Double value,
            List<Literal.Test> tests) {
        if (value == null) {
            return;
        }
        if (question.min() != null && (value < question.min() || value > question.max())) {
            entry.fault(key, "the number is outside the range of '" + question.id() + "'");
        }
        tests.add(new Literal.Compare(question, outside, value));
    }

    // ------------------------------------------------------------------ then

    private Then then(YamlMapping entry) {
        List<String> promises = PROMISES.stream().filter(entry::has).toList();
        boolean of = entry.has("of");
        if (promises.size() != 1) {
            entry.fault("id", "a law promises one thing, one of " + PROMISES + ", but this one has " + promises);
            return null;
        }
        String promise = promises.get(0);
        boolean needsOf = Set.of("never", "always", "check", "stance", "note").contains(promise);
        if (needsOf != of) {
            entry.fault(
                    promise,
                    needsOf
                            ? "'" + promise + "' needs 'of', the interventions it is about"
                            : "'" + promise + "' does not take 'of'");
        }
        List<Intervention> targets = of ? targets(entry) : List.of();
        Urgency at = entry.has("at") ? urgency(entry, "at") : null;
        if (at != null && !promise.equals("flag")) {
            entry.fault("at", "only 'flag' takes 'at'");
        }
        return switch (promise) {
            case "never", "always" ->
                new Then.Verdicts(
                        words(entry, promise, VERDICTS).stream()
                                .map(w -> Verdict.valueOf(
                                        w.toUpperCase(Locale.ROOT).replace('-', '_')))
                                .toList(),
                        promise.equals("never"),
                        targets);
            case "urgency" -> new Then.Urgencies(urgencies(entry));
            case "flag", "no-flag" ->
                new Then.Flag(
                        known(
                                entry,
                                promise,
                                "the red flag",
                                entry.text(promise),
                                catalogue::redFlag,
                                catalogue.redFlags().stream().map(f -> f.id()).toList()),
                        at,
                        promise.equals("flag"));
            case "obstacle" ->
                new Then.Blocked(known(
                        entry,
                        "obstacle",
                        "the obstacle",
                        entry.text("obstacle"),
                        catalogue::obstacle,
                        catalogue.obstacles().stream().map(o -> o.id()).toList()));
            case "check" ->
                new Then.Checked(
                        id(
                                entry,
                                promise,
                                "the check",
                                catalogue::check,
                                catalogue.checks().stream().map(c -> c.id()).toList()),
                        targets);
            case "stance" ->
                new Then.Shown(
                        true,
                        id(
                                entry,
                                promise,
                                "the stance",
                                catalogue::stance,
                                catalogue.stances().stream().map(s -> s.id()).toList()),
                        targets);
            case "note" ->
                new Then.Shown(
                        false,
                        id(
                                entry,
                                promise,
                                "the note",
                                catalogue::note,
                                catalogue.notes().stream().map(n -> n.id()).toList()),
                        targets);
            default -> new Then.Unread(question(entry, promise));
        };
    }

    private List<Intervention> targets(YamlMapping entry) {
        Set<Integer> indexes = new LinkedHashSet<>();
        for (String target : entry.texts("of")) {
            Set<Integer> own = catalogue.targets(target);
            if (own.isEmpty()) {
                faults.unknown(
                        entry.file(), entry.line("of"), "the intervention or tag", target, catalogue.targetNames());
            }
            indexes.addAll(own);
        }
        return indexes.stream().map(catalogue.interventions()::get).toList();
    }

    private Question question(YamlMapping entry, String key) {
        return known(
                entry,
                key,
                "the question",
                entry.text(key),
                book.questionnaire()::question,
                book.questionnaire().ids());
    }

    private Urgency urgency(YamlMapping entry, String key) {
        String word = entry.oneOf(key, RedFlag.URGENCIES);
        return word == null ? null : Urgency.of(word);
    }

    private List<Urgency> urgencies(YamlMapping entry) {
        return words(entry, "urgency", URGENCIES).stream().map(Urgency::of).toList();
    }

    private List<String> words(YamlMapping entry, String key, List<String> known) {
        List<String> words = entry.isList(key) ? entry.texts(key) : List.of(entry.text(key));
        for (String word : words) {
            if (!known.contains(word)) {
                entry.fault(key, "'" + word + "' should be one of " + known + DidYouMean.hint(word, known));
            }
        }
        return words.stream().filter(known::contains).toList();
    }

    private String id(YamlMapping entry, String key, String what, Function<String, ?> find, Collection<String> ids) {
        known(entry, key, what, entry.text(key), find, ids);
        return entry.text(key);
    }

    private <T> T known(
            YamlMapping entry, String key, String what, String id, Function<String, T> find, Collection<String> ids) {
        T found = find.apply(id);
        if (found == null) {
            faults.unknown(entry.file(), entry.line(key), what, id, ids);
        }
        return found;
    }
}
