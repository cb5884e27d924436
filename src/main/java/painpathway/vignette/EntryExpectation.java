package painpathway.vignette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import painpathway.advice.InterventionAdvice;

/** What a vignette can expect of one entry of the advice. */
public enum EntryExpectation {
    VERDICTS("verdicts", "verdict", How.SAME, e -> List.of(e.verdict().word())),
    UNDERLYING(
            "underlying",
            "underlying verdict",
            How.SAME,
            e -> List.of(e.underlying().word())),
    CONDITIONS(
            "conditions",
            "conditions",
            How.AMONG,
            e -> e.conditions().stream().map(c -> c.check().id()).toList()),
    STANCES(
            "stances",
            "stances",
            How.AMONG,
            e -> e.stances().stream().map(s -> s.stance().id()).toList()),
    REASONS(
            "reasons",
            "reasons",
            How.AMONG,
            e -> e.reasons().stream().flatMap(r -> r.rule().ids().stream()).toList()),
    NOTES("notes", "notes", How.AMONG, EntryExpectation::notes),
    ABSENT_NOTES("absent-notes", "notes", How.ABSENT, EntryExpectation::notes);

    /** How what is expected is compared with what the entry has. */
    private enum How {
        SAME,
        AMONG,
        ABSENT
    }

    private final String key;
    private final String words;
    private final How how;
    private final Function<InterventionAdvice, List<String>> found;

    EntryExpectation(String key, String words, How how, Function<InterventionAdvice, List<String>> found) {
        this.key = key;
        this.words = words;
        this.how = how;
        this.found = found;
    }

    /** The key of a vignette. */
    String key() {
        return key;
    }

    /** What differs from the expected ids; empty if nothing does. {@code name} is how the vignette calls the entry. */
    Optional<String> failure(String name, List<String> expected, InterventionAdvice entry) {
        List<String> has = found.apply(entry);
        String what = words + " of " + name;
        return switch (how) {
            case SAME ->
                expected.equals(has)
                        ? Optional.empty()
                        : Optional.of(what + " should be " + words(expected) + " but is " + words(has));
            case AMONG -> notAmong(what, expected, has);
            case ABSENT -> {
                List<String> unwanted = has.stream().filter(expected::contains).toList();
                yield unwanted.isEmpty() ? Optional.empty() : Optional.of(what + " should not have " + words(unwanted));
            }
        };
    }

    /** What is said if something expected is missing. */
    static Optional<String> notAmong(String what, List<String> expected, List<String> has) {
        return has.containsAll(expected)
                ? Optional.empty()
                : Optional.of(what + " should include " + words(expected) + " but "
                        + (has.isEmpty() ? "there are none" : "are " + words(has)));
    }

    private static String words(List<String> ids) {
        return String.join(", ", ids);
    }

    private static List<String> notes(InterventionAdvice entry) {
        List<String> notes = new ArrayList<>();
        entry.riskNotes().forEach(n -> notes.add(n.note().id()));
        entry.notes().forEach(n -> notes.add(n.note().id()));
        return notes;
    }
}
