package painpathway.knowledge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.PatientWording.NewPain;
import painpathway.knowledge.PatientWording.Outcome;
import painpathway.knowledge.PatientWording.Sign;
import painpathway.knowledge.PatientWording.Treatment;

/** Reads the words for the patient, which have to be there for every entry of the catalogue that a sheet can show. */
final class PatientWordingReader {

    /** The word of {@code risks} for an intervention that no paper names a risk of. */
    private static final String DEFAULT = "default";

    private final YamlMapping file;
    private final Faults faults;

    private PatientWordingReader(YamlMapping file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The words, checked against the rest of the catalogue; null if the folder has none. */
    static @Nullable PatientWording read(
            RulesFolder folder, Interventions interventions, Barriers barriers, Remarks remarks, Faults faults) {
        if (folder.text(PatientWording.FILE) == null) {
            return null;
        }
        YamlMapping file = YamlMapping.read(folder, PatientWording.FILE, faults);
        return new PatientWordingReader(file, faults).read(interventions, barriers, remarks);
    }

    private PatientWording read(Interventions interventions, Barriers barriers, Remarks remarks) {
        PatientWording wording = new PatientWording(
                texts("opening"),
                file.text("medicines"),
                file.text("open"),
                entries(
                        "urgencies",
                        "urgency",
                        new LinkedHashSet<>(PatientWording.URGENCIES),
                        e -> outcome(e, barriers)),
                newPain(),
                signs(barriers),
                treatments(interventions),
                entries("checks", "check", remarks.checks().keySet(), e -> e.text("text")),
                texts("questions"),
                letter());
        file.done();
        return wording;
    }

    private List<String> texts(String key) {
        List<String> texts = file.texts(key);
        if (texts.isEmpty()) {
            file.fault(key, "'" + key + "' is missing");
        }
        return texts;
    }

    private Map<String, Treatment> treatments(Interventions interventions) {
        String none = file.text("risks-default");
        String noneEither = Objects.requireNonNullElse(file.optional("risks-default-again"), none);
        return entries("interventions", "intervention", interventions.byId().keySet(), e -> {
            String risks = e.text("risks");
            boolean named = !risks.equals(DEFAULT);
            return new Treatment(
                    e.text("name"),
                    e.text("is"),
                    e.optional("if-new"),
                    named ? risks : none,
                    named ? risks : noneEither);
        });
    }

    private Outcome outcome(YamlMapping e, Barriers barriers) {
        List<String> first = e.texts("first");
        Set<String> flags = barriers.redFlags().keySet();
        first.stream()
                .filter(id -> !flags.contains(id))
                .forEach(id -> faults.unknown(PatientWording.FILE, e.line("first"), "the red flag", id, flags));
        return new Outcome(e.text("text"), e.flag("at-once"), first, e.texts("take"), e.texts("questions"));
    }

    private @Nullable LetterWording letter() {
        YamlMapping e = file.entry("letter");
        if (e == null) {
            return null;
        }
        LetterWording letter = new LetterWording(
                named(e, "who"), named(e, "complaint"), named(e, "red-flags"), named(e, "care"), named(e, "risks"));
        e.done();
        return letter;
    }

    private static List<LetterWording.Named> named(YamlMapping letter, String part) {
        return letter.someEntries(part).stream()
                .map(e -> {
                    LetterWording.Named named =
                            new LetterWording.Named(e.text("question"), e.text("name"), e.line("question"));
                    e.done();
                    return named;
                })
                .toList();
    }

    private @Nullable NewPain newPain() {
        YamlMapping e = file.entry("new-pain");
        if (e == null) {
            return null;
        }
        Double below = e.number("below");
        if (below == null) {
            e.fault("below", "'below' is missing: the number below which pain is new");
        }
        NewPain newPain = new NewPain(e.text("question"), below == null ? 0 : below, e.line("question"));
        e.done();
        return newPain;
    }

    private Map<String, Sign> signs(Barriers barriers) {
        Map<String, Sign> signs =
                entries("red-flags", "red flag", barriers.redFlags().keySet(), e -> sign(e, barriers));
        signs.values().forEach(sign -> {
            Sign other = sign.helpWith() == null ? sign : signs.get(sign.helpWith());
            if (sign.helpWith() != null
                    && (other == null
                            || other.help() == null
                            || !other.onlyWith().isEmpty())) {
                faults.add(
                        PatientWording.FILE,
                        sign.line(),
                        "'" + sign.helpWith() + "' is no red flag with a 'help' that concerns everybody");
            }
        });
        return signs;
    }

    private Sign sign(YamlMapping e, Barriers barriers) {
        RedFlag flag = barriers.redFlags().get(e.text("id"));
        Sign sign = new Sign(
                now(e, flag),
                e.optional("help"),
                e.optional("help-with"),
                e.texts("only-with"),
                e.line(e.has("help-with") ? "help-with" : "only-with"));
        if (e.has("only-with") && sign.onlyWith().isEmpty()) {
            e.fault("only-with", "'only-with' names no finding");
        } else if (e.has("only-with") && sign.help() == null) {
            e.fault("only-with", "'only-with' stands without a 'help'");
        }
        if (sign.help() == null
                && sign.helpWith() == null
                && flag != null
                && flag.actions().keySet().stream().anyMatch(u -> !u.equals("routine"))) {
            e.fault("id", "'help' is missing: when to get help at once");
        }
        return sign;
    }

    private static Map<String, String> now(YamlMapping e, @Nullable RedFlag flag) {
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

    /** The entries under a key: one for each of {@code needed}, and no others. */
    private <T> Map<String, T> entries(String key, String what, Set<String> needed, Function<YamlMapping, T> read) {
        Map<String, T> entries = new LinkedHashMap<>();
        for (YamlMapping e : file.entries(key)) {
            String id = e.text("id");
            T entry = read.apply(e);
            if (!needed.contains(id)) {
                faults.unknown(PatientWording.FILE, e.line("id"), "the " + what, id, needed);
            } else if (entries.putIfAbsent(id, entry) != null) {
                e.fault("id", "'" + id + "' is defined twice");
            }
            e.done();
        }
        needed.stream()
                .filter(id -> !entries.containsKey(id))
                .forEach(id -> file.fault(key, "plain words for '" + id + "' are missing"));
        return entries;
    }
}
