package painpathway.vignette;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import painpathway.advice.Verdict;
import painpathway.folder.DidYouMean;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette.Expectation;

/** Reads what a vignette expects and looks every name up: one that is misspelt would be expected, or found absent, without a word. */
final class ExpectationReader {

    private static final Set<String> KEYS = new TreeSet<>(Set.of(
            "urgency",
            "verdicts",
            "underlying",
            "notes",
            "absent-notes",
            "stances",
            "conditions",
            "reasons",
            "red-flags",
            "absent-red-flags",
            "obstacles",
            "ignored",
            "fires",
            "does-not-fire"));
    private static final Expectation NOTHING = new Expectation(
            null, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(),
            List.of(), List.of(), List.of());
    private static final Pattern OF_PLACE = Pattern.compile("(?:([^/]*)/)?(.*)");

    private final Faults faults;
    private final List<String> urgencies =
            Arrays.stream(Urgency.values()).map(Urgency::word).toList();
    private final List<String> verdicts =
            Arrays.stream(Verdict.values()).map(Verdict::word).toList();
    private final List<String> underlying =
            verdicts.stream().filter(v -> !v.equals(Verdict.WITHHELD.word())).toList();
    private final List<String> interventions;
    private final List<String> notes;
    /** A fact that is no note, such as a promotional claim, can be expected not to be shown. */
    private final Set<String> notesAndFacts = new LinkedHashSet<>();

    private final List<String> stances;
    private final List<String> checks;
    private final List<String> redFlags;
    private final List<String> obstacles;
    private final Set<String> questions;
    private final Set<String> rulesAndFindings = new LinkedHashSet<>();

    ExpectationReader(RuleBook book, Faults faults) {
        Catalogue catalogue = book.catalogue();
        this.faults = faults;
        this.interventions = catalogue.interventions().stream().map(i -> i.id()).toList();
        this.notes = catalogue.notes().stream().map(n -> n.id()).toList();
        notesAndFacts.addAll(notes);
        catalogue.facts().forEach(f -> notesAndFacts.add(f.id()));
        this.stances = catalogue.stances().stream().map(s -> s.id()).toList();
        this.checks = catalogue.checks().stream().map(c -> c.id()).toList();
        this.redFlags = catalogue.redFlags().stream().map(f -> f.id()).toList();
        this.obstacles = catalogue.obstacles().stream().map(o -> o.id()).toList();
        this.questions = book.questionnaire().ids();
        book.rules().forEach(r -> rulesAndFindings.add(r.id()));
        book.findings().forEach(f -> rulesAndFindings.add(f.id()));
    }

    /** What a vignette with so many painful places expects. */
    Expectation read(YamlMapping vignette, int places) {
        YamlMapping e = vignette.entry("expect");
        if (e == null) {
            vignette.fault("name", "'expect' is missing: a vignette that expects nothing tests nothing");
            return NOTHING;
        }
        e.keys().stream()
                .filter(k -> !KEYS.contains(k))
                .forEach(k -> e.fault(
                        k, "'" + k + "' is not something to expect; known are " + KEYS + DidYouMean.hint(k, KEYS)));
        String urgency = e.optional("urgency");
        if (urgency != null) {
            known(e, "urgency", "the urgency", List.of(urgency), urgencies);
        }
        return new Expectation(
                urgency,
                byEntry(e, "verdicts", places, "the verdict", verdicts),
                byEntry(e, "underlying", places, "the underlying verdict", underlying),
                byEntry(e, "notes", places, "the note", notes),
                byEntry(e, "absent-notes", places, "the note or fact", notesAndFacts),
                byEntry(e, "stances", places, "the stance", stances),
                byEntry(e, "conditions", places, "the check", checks),
                byEntry(e, "reasons", places, "the rule or finding", rulesAndFindings),
                redFlags(e),
                list(e, "absent-red-flags", "the red flag", redFlags),
                list(e, "obstacles", "the obstacle", obstacles),
                list(e, "ignored", "the question", questions),
                list(e, "fires", "the rule or finding", rulesAndFindings),
                list(e, "does-not-fire", "the rule or finding", rulesAndFindings));
    }

    private List<String> list(YamlMapping e, String key, String what, Collection<String> known) {
        return known(e, key, what, e.texts(key), known);
    }

    private Map<String, List<String>> redFlags(YamlMapping e) {
        Map<String, List<String>> flags = lists(e, "red-flags", "the urgency", RedFlag.URGENCIES);
        known(e, "red-flags", "the red flag", flags.keySet(), redFlags);
        return flags;
    }

    /** Lists by intervention, with the number of a place before it where another than the first is meant. */
    private Map<String, List<String>> byEntry(
            YamlMapping e, String key, int places, String what, Collection<String> known) {
        Map<String, List<String>> lists = lists(e, key, what, known);
        for (String entry : lists.keySet()) {
            Matcher ofPlace = OF_PLACE.matcher(entry);
            String place = ofPlace.matches() ? ofPlace.group(1) : null;
            if (place != null && !(place.matches("\\d") && Integer.parseInt(place) < Math.max(1, places))) {
                e.fault(key, "'" + entry + "': there is no place '" + place + "'; places are counted from 0");
            } else {
                known(e, key, "the intervention", List.of(ofPlace.group(2)), interventions);
            }
        }
        return lists;
    }

    private Map<String, List<String>> lists(YamlMapping e, String key, String what, Collection<String> known) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        YamlMapping map = e.entry(key);
        if (map != null) {
            map.keys()
                    .forEach(k -> lists.put(
                            k,
                            List.copyOf(
                                    known(map, k, what, map.isList(k) ? map.texts(k) : List.of(map.text(k)), known))));
        }
        return lists;
    }

    private <T extends Collection<String>> T known(
            YamlMapping e, String key, String what, T ids, Collection<String> known) {
        ids.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> faults.unknown(e.file(), e.line(key), what, id, known));
        return ids;
    }
}
