package painpathway.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;

/**
 * The words for the patient, in {@code knowledge/plain.yaml}; a folder without this file has no sheet for patients.
 *
 * @param opening   comes first on every sheet
 * @param medicines on every sheet: who decides about medicines
 * @param open      shown with a treatment if answers for it are missing
 * @param urgencies what each urgency means for the patient
 * @param signs     what the patient does about each red flag
 * @param treatments what each intervention is
 * @param checks    what comes first, for each check
 * @param questions to ask the doctor
 */
public record PatientWording(
        List<String> opening,
        String medicines,
        String open,
        Map<String, String> urgencies,
        Map<String, Sign> signs,
        Map<String, Treatment> treatments,
        Map<String, String> checks,
        List<String> questions) {

    /** The file with these words. */
    public static final String FILE = "knowledge/plain.yaml";

    /** The urgencies that an advice can have: those of {@link Catalogue#FLAG_URGENCIES} and the two that no red flag raises. */
    public static final List<String> URGENCIES =
            List.of("emergency", "urgent", "insufficient-information", "routine", "conservative-first");

    /** The word of {@code risks} for an intervention that no paper names a risk of. */
    private static final String DEFAULT = "default";

    /**
     * What to do about a red flag, by its urgency, and when to get help later on (null: nothing to watch for).
     *
     * @param onlyWith the findings of which one has to be met for {@code help} to concern the patient; empty: it concerns everybody
     * @param line     where {@code onlyWith} stands
     */
    public record Sign(Map<String, String> now, String help, List<String> onlyWith, int line) {}

    /** What an intervention is called, what it is, and which risks to ask about. */
    public record Treatment(String name, String is, String risks) {}

    /** Every text, to check how easy it is to read. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(opening);
        texts.add(medicines);
        texts.add(open);
        texts.addAll(urgencies.values());
        signs.values().forEach(s -> {
            texts.addAll(s.now.values());
            if (s.help != null) {
                texts.add(s.help);
            }
        });
        treatments.values().forEach(t -> {
            texts.add(t.name);
            texts.add(t.is);
            texts.add(t.risks);
        });
        texts.addAll(checks.values());
        texts.addAll(questions);
        return List.copyOf(texts);
    }

    /** Reads the file and checks it against the rest of the catalogue; null if there is none. */
    static PatientWording load(RulesFolder folder, Catalogue catalogue, Faults faults) {
        if (folder.text(FILE) == null) {
            return null;
        }
        YamlMapping file = YamlMapping.read(folder, FILE, faults);
        Map<String, String> urgencies = new LinkedHashMap<>();
        for (YamlMapping e : file.entries("urgencies")) {
            put(urgencies, e, faults, URGENCIES, "urgency", e.text("text"));
        }
        Map<String, Sign> signs = new LinkedHashMap<>();
        for (YamlMapping e : file.entries("red-flags")) {
            RedFlag flag = catalogue.redFlag(e.text("id"));
            Sign sign = new Sign(now(e, flag), e.optional("help"), e.texts("only-with"), e.line("only-with"));
            if (e.has("only-with") && sign.onlyWith.isEmpty()) {
                e.fault("only-with", "'only-with' names no finding");
            } else if (e.has("only-with") && sign.help == null) {
                e.fault("only-with", "'only-with' stands without a 'help'");
            }
            if (sign.help == null
                    && flag != null
                    && flag.actions().keySet().stream().anyMatch(u -> !u.equals("routine"))) {
                e.fault("id", "'help' is missing: when to get help at once");
            }
            put(signs, e, faults, ids(catalogue.redFlags(), RedFlag::id), "red flag", sign);
        }
        Map<String, Treatment> treatments = new LinkedHashMap<>();
        String noRiskNamed = file.text("risks-default");
        for (YamlMapping e : file.entries("interventions")) {
            String risks = e.text("risks");
            put(
                    treatments,
                    e,
                    faults,
                    ids(catalogue.interventions(), Intervention::id),
                    "intervention",
                    new Treatment(e.text("name"), e.text("is"), risks.equals(DEFAULT) ? noRiskNamed : risks));
        }
        Map<String, String> checks = new LinkedHashMap<>();
        for (YamlMapping e : file.entries("checks")) {
            put(checks, e, faults, ids(catalogue.checks(), Check::id), "check", e.text("text"));
        }
        PatientWording plain = new PatientWording(
                file.texts("opening"),
                file.text("medicines"),
                file.text("open"),
                urgencies,
                signs,
                treatments,
                checks,
                file.texts("questions"));
        whole(file, "urgencies", urgencies.keySet(), URGENCIES);
        whole(file, "red-flags", signs.keySet(), ids(catalogue.redFlags(), RedFlag::id));
        whole(file, "interventions", treatments.keySet(), ids(catalogue.interventions(), Intervention::id));
        whole(file, "checks", checks.keySet(), ids(catalogue.checks(), Check::id));
        for (String key : List.of("opening", "questions")) {
            if (file.texts(key).isEmpty()) {
                file.fault(key, "'" + key + "' is missing");
            }
        }
        file.done();
        return plain;
    }

    private static Map<String, String> now(YamlMapping e, RedFlag flag) {
        Map<String, String> now = new LinkedHashMap<>();
        YamlMapping byUrgency = e.entry("now");
        if (byUrgency == null) {
            e.fault("id", "'now' is missing: what the patient does, for each urgency");
            return now;
        }
        for (String urgency : byUrgency.keys()) {
            now.put(urgency, byUrgency.text(urgency));
            if (flag != null && !flag.actions().containsKey(urgency)) {
                byUrgency.fault(
                        urgency,
                        "'" + flag.id() + "' has no action for '" + urgency + "', only for "
                                + flag.actions().keySet().stream().sorted().toList());
            }
        }
        if (flag != null) {
            flag.actions().keySet().stream()
                    .sorted()
                    .filter(u -> !now.containsKey(u))
                    .forEach(u -> e.fault("now", "'" + u + "' is missing: '" + flag.id() + "' can have this urgency"));
        }
        return now;
    }

    private static <T> void put(
            Map<String, T> map, YamlMapping e, Faults faults, Collection<String> known, String what, T value) {
        String id = e.text("id");
        if (!known.contains(id)) {
            faults.unknown(FILE, e.line("id"), "the " + what, id, known);
        } else if (map.putIfAbsent(id, value) != null) {
            e.fault("id", "'" + id + "' is defined twice");
        }
        e.done();
    }

    private static void whole(YamlMapping file, String key, Set<String> found, Collection<String> needed) {
        needed.stream()
                .filter(id -> !found.contains(id))
                .forEach(id -> file.fault(key, "plain words for '" + id + "' are missing"));
    }

    private static <T> Set<String> ids(Collection<T> all, Function<T, String> id) {
        return all.stream().map(id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
