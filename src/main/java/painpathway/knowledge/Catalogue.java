package painpathway.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import painpathway.folder.DidYouMean;
import painpathway.folder.Faults;
import painpathway.folder.Names;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Source.Citation;

/** Everything in {@code knowledge/} of a rules folder, looked up by id, with tags expanded to interventions. Immutable. */
public final class Catalogue {

    private static final String SOURCES = "knowledge/sources.yaml";
    private static final String DOCUMENTS = "knowledge/documents.yaml";
    private static final String INTERVENTIONS = "knowledge/interventions.yaml";
    private static final String NOTES = "knowledge/notes.yaml";
    private static final String STANCES = "knowledge/stances.yaml";
    private static final String CHECKS = "knowledge/checks.yaml";
    private static final String POLICIES = "knowledge/policies.yaml";

    /** The file of a rules folder with the red flags. */
    public static final String RED_FLAGS = "knowledge/red-flags.yaml";
    /** The file of a rules folder with the obstacles. */
    public static final String OBSTACLES = "knowledge/obstacles.yaml";
    /**
     * How well a statement is supported, the strongest first; the words of {@code @evidence} and of a source's status.
     * The last claims nothing of a source that is named beside it: the threshold is the project's own.
     */
    public static final List<String> EVIDENCE = List.of("seen", "summary", "unverified", Source.OURS);
    /** The urgencies that a red flag can have, most pressing first. */
    public static final List<String> FLAG_URGENCIES = List.of("emergency", "urgent", "routine");

    private static final List<String> SOURCE_KINDS = List.of(
            Source.DOCUMENT,
            "guideline",
            "coverage-policy",
            "review",
            "study",
            "regulator",
            "reference",
            Source.FURTHER_READING,
            Source.OURS);
    private static final List<String> FACT_KINDS = List.of(
            "cause",
            "intervention",
            "indication",
            "trigger",
            "risk",
            "rare-complication",
            "benefit",
            "procedure-step",
            "aftercare",
            "diagnostic-use",
            "selection",
            Fact.PROMOTIONAL,
            "education");
    private static final List<String> NOTE_KINDS = List.of(
            "risk",
            "rare-complication",
            "generic-risk",
            "gap",
            "aftercare",
            "benefit",
            "limit",
            "diagnostic-use",
            "procedure-step",
            "selection",
            "indication",
            "trigger",
            "cause",
            "intervention",
            "education",
            "caution");

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, Intervention> interventions = new LinkedHashMap<>();
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final Map<String, RedFlag> redFlags = new LinkedHashMap<>();
    private final Map<String, Stance> stances = new LinkedHashMap<>();
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final Map<String, Obstacle> obstacles = new LinkedHashMap<>();
    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private final Set<Integer> emergencyWithholds = new LinkedHashSet<>();
    private final Set<String> used = new TreeSet<>();
    private Obstacle blankSafetyQuestion;
    private String statement = "";
    private PatientWording plain;

    private Catalogue() {}

    /** All sources, in the order of sources.yaml. */
    public Collection<Source> sources() {
        return sources.values();
    }

    /** All 161 facts, including promotional claims, for teaching and for tests; no advice is made from this list. */
    public Collection<Fact> facts() {
        return facts.values();
    }

    /** The fact with this id, or null. */
    public Fact fact(String id) {
        return facts.get(id);
    }

    /** All interventions in the order of the file; the position is {@link Intervention#index()}. */
    public List<Intervention> interventions() {
        return List.copyOf(interventions.values());
    }

    /** All notes; a promotional claim is never among them. */
    public Collection<Note> notes() {
        return notes.values();
    }

    /** All red flags, in the order in which they are shown. */
    public Collection<RedFlag> redFlags() {
        return redFlags.values();
    }

    /** All topics that guidelines disagree about. */
    public Collection<Stance> stances() {
        return stances.values();
    }

    /** All checks that a conditional entry may be waiting for. */
    public Collection<Check> checks() {
        return checks.values();
    }

    /** All obstacles, including the one for blank safety questions. */
    public Collection<Obstacle> obstacles() {
        return obstacles.values();
    }

    /** All policies, including the default. */
    public Collection<Policy> policies() {
        return policies.values();
    }

    /** What each tag means. */
    public Map<String, String> tags() {
        return Map.copyOf(tags);
    }

    /** The intervention with this id, or null. */
    public Intervention intervention(String id) {
        return interventions.get(id);
    }

    /** The note with this id, or null. */
    public Note note(String id) {
        return notes.get(id);
    }

    /** The red flag with this id, or null. */
    public RedFlag redFlag(String id) {
        return redFlags.get(id);
    }

    /** The stance with this id, or null. */
    public Stance stance(String id) {
        return stances.get(id);
    }

    /** The check with this id, or null. */
    public Check check(String id) {
        return checks.get(id);
    }

    /** The obstacle with this id, or null. */
    public Obstacle obstacle(String id) {
        return obstacles.get(id);
    }

    /** The obstacle for blank safety questions; null only in a folder that was refused. */
    public Obstacle blankSafetyQuestion() {
        return blankSafetyQuestion;
    }

    /** The interventions, by index, that every emergency withholds, whichever flag raised it. */
    public Set<Integer> emergencyWithholds() {
        return Set.copyOf(emergencyWithholds);
    }

    /** The sentence under every advice that says who decides. */
    public String statement() {
        return statement;
    }

    /** The words for the patient; null if the folder has none. */
    public PatientWording plain() {
        return plain;
    }

    /** The policy that applies if none is asked for. */
    public String defaultPolicy() {
        return policies.values().stream()
                .filter(Policy::byDefault)
                .map(Policy::id)
                .findFirst()
                .orElse("");
    }

    /** The indexes that an intervention id or a tag stands for; empty if it is neither. */
    public Set<Integer> targets(String idOrTag) {
        Set<Integer> targets = new LinkedHashSet<>();
        interventions.values().forEach(i -> {
            if (i.id().equals(idOrTag) || i.tags().contains(idOrTag)) {
                targets.add(i.index());
            }
        });
        used.add("tag " + idOrTag);
        return targets;
    }

    /** Every intervention id and tag that a rule or note may name. */
    public Set<String> targetNames() {
        Set<String> names = new LinkedHashSet<>(interventions.keySet());
        names.addAll(tags.keySet());
        return names;
    }

    /** Reads {@code "source-id, section"} or a fact id. Reports a source or section that does not exist, and a promotional fact. */
    public Citation citation(String text, String file, int line, Faults faults) {
        Fact fact = facts.get(text.strip());
        if (fact != null) {
            if (fact.promotional()) {
                faults.add(file, line, "'" + fact.id() + "' is a promotional claim, so nothing may be based on it");
            }
            used.add("fact " + fact.id());
            used.add("source " + fact.document().id());
            return new Citation(fact.document(), fact.section(), fact.id());
        }
        int comma = text.indexOf(',');
        String id = (comma < 0 ? text : text.substring(0, comma)).strip();
        String section = comma < 0 ? "" : text.substring(comma + 1).strip();
        Source source = sources.get(id);
        if (source == null) {
            Set<String> known = new LinkedHashSet<>(sources.keySet());
            known.addAll(facts.keySet());
            faults.unknown(file, line, "the source", id, known);
        } else if (section.isEmpty()) {
            faults.add(file, line, "the source '" + id + "' needs a section: \"" + id + ", section\"");
        } else if (!source.sections().contains(section)) {
            faults.unknown(file, line, "in '" + id + "' the section", section, source.sections());
        }
        used.add("source " + id);
        used.add("section " + id + ", " + section);
        return new Citation(source, section, null);
    }

    /** Reports evidence that is stronger than what is known of the source: no statement claims more than was read. */
    public void checkEvidence(Citation citation, String evidence, String file, int line, Faults faults) {
        Source source = citation == null ? null : citation.source();
        if (source == null || !EVIDENCE.contains(evidence) || source.bears(evidence)) {
            return;
        }
        faults.add(
                file,
                line,
                source.kind().equals(Source.FURTHER_READING)
                        ? "'" + source.id()
                                + "' is further reading: what rests on it alone is 'ours' or 'unverified', not '"
                                + evidence + "'"
                        : "evidence '" + evidence + "' is stronger than the source '" + source.id()
                                + "', whose status is '" + source.status() + "'");
    }

    /** Tells the catalogue that a rule uses an entry, so that {@link #warnUnused} can name those that nothing uses. */
    public void use(String kind, String id) {
        used.add(kind + " " + id);
    }

    /** Warns of every note, tag, source, section, check, stance and fact that nothing uses. */
    public void warnUnused(Faults faults) {
        tags.keySet().forEach(t -> warn(faults, INTERVENTIONS, 0, "tag", t));
        sources.values().forEach(s -> warn(faults, SOURCES, s.line(), "source", s.id()));
        sources.values().stream()
                .filter(s -> used.contains("source " + s.id()) && !s.kind().equals(Source.DOCUMENT))
                .forEach(s -> warnUnusedSections(faults, s));
        checks.values().forEach(c -> warn(faults, CHECKS, c.line(), "check", c.id()));
        stances.values().forEach(s -> warn(faults, STANCES, s.line(), "stance", s.id()));
        notes.values().stream()
                .filter(n -> n.interventions().isEmpty() && n.analogies().isEmpty())
                .forEach(n -> warn(faults, NOTES, n.line(), "note", n.id()));
        facts.values().stream()
                .filter(f -> f.handling() == null)
                .forEach(f -> warn(faults, DOCUMENTS, f.line(), "fact", f.id()));
    }

    private void warnUnusedSections(Faults faults, Source source) {
        for (String section : source.sections()) {
            if (!used.contains("section " + source.id() + ", " + section)) {
                faults.warn(
                        SOURCES, source.line(), "nothing uses the section '" + section + "' of '" + source.id() + "'");
            }
        }
    }

    private void warn(Faults faults, String file, int line, String kind, String id) {
        if (!used.contains(kind + " " + id)) {
            faults.warn(file, line, "nothing uses the " + kind + " '" + id + "'");
        }
    }

    /** Reads and cross-checks every file of {@code knowledge/}. */
    public static Catalogue load(RulesFolder folder, Faults faults) {
        Catalogue catalogue = new Catalogue();
        catalogue.new Loader(folder, faults).load();
        return catalogue;
    }

    private final class Loader {

        private final RulesFolder folder;
        private final Faults faults;
        /** The names of one kind, by the map that holds them. */
        private final Map<Map<?, ?>, Names> names = new IdentityHashMap<>();

        Loader(RulesFolder folder, Faults faults) {
            this.folder = folder;
            this.faults = faults;
        }

        void load() {
            // Each file may name entries of those above it.
            YamlMapping documents = YamlMapping.read(folder, DOCUMENTS, faults);
            sources(documents);
            documents(documents);
            interventions();
            notes();
            redFlags();
            stances();
            checks();
            obstacles();
            policies();
            plain = PatientWording.load(folder, Catalogue.this, faults);
        }

        private void sources(YamlMapping documents) {
            YamlMapping file = YamlMapping.read(folder, SOURCES, faults);
            for (YamlMapping e : file.entries("sources")) {
                String id = e.text("id");
                String kind = required(e, "kind", SOURCE_KINDS);
                Source source = new Source(
                        id,
                        kind,
                        e.text("title"),
                        e.optional("publisher"),
                        e.optional("year"),
                        e.optional("address"),
                        e.optional("via"),
                        required(e, "status", EVIDENCE),
                        e.text("reviewed"),
                        sections(e, id, kind, documents),
                        e.line());
                if (source.kind().equals(Source.OURS) != source.status().equals(Source.OURS)) {
                    e.fault("status", "'status' should be ours where 'kind' is, and nowhere else");
                }
                put(sources, source.id(), source, e);
                e.done();
            }
            file.done();
        }

        private List<String> sections(YamlMapping e, String id, String kind, YamlMapping documents) {
            List<String> sections = e.texts("sections");
            if (!kind.equals(Source.DOCUMENT)) {
                if (sections.isEmpty()) {
                    e.fault("sections", "'sections' is missing: the parts of this source that may be cited");
                }
                return sections;
            }
            if (e.has("sections")) {
                e.fault("sections", "the sections of a document are those of its facts in " + DOCUMENTS);
            }
            return documents.entries("documents").stream()
                    .filter(d -> id.equals(d.optional("id")))
                    .flatMap(d -> d.entries("facts").stream())
                    .map(f -> f.optional("section"))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }

        private void documents(YamlMapping file) {
            for (YamlMapping document : file.entries("documents")) {
                Source source = sources.get(document.text("id"));
                if (source == null) {
                    faults.unknown(DOCUMENTS, document.line("id"), "the source", document.text("id"), sources.keySet());
                }
                for (YamlMapping e : document.entries("facts")) {
                    Fact fact = new Fact(
                            e.text("id"),
                            source,
                            e.text("section"),
                            required(e, "kind", FACT_KINDS),
                            e.text("text"),
                            e.optional("handling"),
                            e.line());
                    if (fact.promotional() && fact.handling() == null) {
                        e.fault("kind", "a promotional claim needs 'handling': how to treat it with care");
                    }
                    put(facts, fact.id(), fact, e);
                    e.done();
                }
                document.done();
            }
            file.done();
        }

        private void interventions() {
            YamlMapping file = YamlMapping.read(folder, INTERVENTIONS, faults);
            for (YamlMapping e : file.entries("tags")) {
                put(tags, e.text("id"), e.text("text"), e);
                e.done();
            }
            for (YamlMapping e : file.someEntries("interventions")) {
                Set<String> own = new LinkedHashSet<>(e.texts("tags"));
                for (String tag : own) {
                    if (!tags.containsKey(tag)) {
                        faults.unknown(INTERVENTIONS, e.line("tags"), "the tag", tag, tags.keySet());
                    }
                }
                List<String> purposes = e.texts("purposes");
                if (purposes.isEmpty() || !List.of("diagnostic", "therapeutic").containsAll(purposes)) {
                    e.fault("purposes", "'purposes' should name diagnostic, therapeutic or both");
                }
                Intervention intervention = new Intervention(
                        interventions.size(),
                        e.text("id"),
                        e.text("name"),
                        purposes,
                        own,
                        e.text("is"),
                        e.text("can"),
                        e.text("cannot"),
                        cite(e),
                        e.line());
                if (tags.containsKey(intervention.id())) {
                    e.fault("id", "'" + intervention.id() + "' is also a tag, so rules could not tell them apart");
                }
                put(interventions, intervention.id(), intervention, e);
                e.done();
            }
            file.done();
        }

        private void notes() {
            YamlMapping file = YamlMapping.read(folder, NOTES, faults);
            for (YamlMapping e : file.entries("notes")) {
                String factId = e.optional("fact");
                Fact fact = facts.get(factId);
                String kind = required(e, "kind", NOTE_KINDS);
                Set<Integer> on = targets(e, "for");
                Set<Integer> byAnalogy = targets(e, "by-analogy-for");
                Note note;
                if (factId != null) {
                    if (fact == null) {
                        faults.unknown(NOTES, e.line("fact"), "the fact", factId, facts.keySet());
                    } else if (fact.promotional()) {
                        e.fault("fact", "'" + factId + "' is a promotional claim, so it can never be a note");
                    }
                    used.add("fact " + factId);
                    Source document = fact == null ? null : fact.document();
                    Citation citation = fact == null ? null : new Citation(document, fact.section(), fact.id());
                    used.add("source " + (document == null ? "" : document.id()));
                    note = new Note(
                            factId,
                            kind,
                            fact == null ? "" : fact.text(),
                            citation,
                            document == null ? "" : document.status(),
                            on,
                            byAnalogy,
                            e.line());
                } else {
                    Citation citation = cite(e);
                    note = new Note(
                            e.text("id"),
                            kind,
                            e.text("text"),
                            citation,
                            evidence(e, citation),
                            on,
                            byAnalogy,
                            e.line());
                }
                put(notes, note.id(), note, e);
                e.done();
            }
            file.done();
        }

        private void redFlags() {
            YamlMapping file = YamlMapping.read(folder, RED_FLAGS, faults);
            emergencyWithholds.addAll(targets(file, "emergency-withholds"));
            for (YamlMapping e : file.entries("red-flags")) {
                Map<String, String> actions = new LinkedHashMap<>();
                YamlMapping byUrgency = e.entry("actions");
                if (byUrgency == null) {
                    e.fault("id", "'actions' is missing: what to do now, for each urgency");
                } else {
                    byUrgency.keys().forEach(urgency -> {
                        if (!FLAG_URGENCIES.contains(urgency)) {
                            byUrgency.fault(
                                    urgency,
                                    "'" + urgency + "' should be one of " + FLAG_URGENCIES
                                            + DidYouMean.hint(urgency, FLAG_URGENCIES));
                        }
                        actions.put(urgency, byUrgency.text(urgency));
                    });
                }
                List<Fact> bearing = new ArrayList<>();
                for (String id : e.texts("facts")) {
                    Fact fact = facts.get(id);
                    if (fact == null) {
                        faults.unknown(RED_FLAGS, e.line("facts"), "the fact", id, facts.keySet());
                    } else if (fact.promotional()) {
                        e.fault(
                                "facts",
                                "'" + id + "' is a promotional claim, so it can never be shown with a red flag");
                    } else {
                        bearing.add(fact);
                        used.add("fact " + id);
                    }
                }
                Citation citation = cite(e);
                RedFlag flag = new RedFlag(
                        e.text("id"),
                        e.text("name"),
                        Map.copyOf(actions),
                        targets(e, "withholds"),
                        List.copyOf(bearing),
                        citation,
                        evidence(e, citation),
                        e.line());
                put(redFlags, flag.id(), flag, e);
                e.done();
            }
            file.done();
        }

        private void stances() {
            YamlMapping file = YamlMapping.read(folder, STANCES, faults);
            for (YamlMapping e : file.entries("stances")) {
                List<Stance.Side> sides = new ArrayList<>();
                for (YamlMapping side : e.entries("sides")) {
                    Citation citation = cite(side);
                    sides.add(new Stance.Side(side.text("says"), citation, evidence(side, citation)));
                    side.done();
                }
                if (sides.size() < 2) {
                    e.fault("sides", "a stance needs at least two sides");
                }
                Stance stance =
                        new Stance(e.text("id"), e.text("topic"), e.text("default"), List.copyOf(sides), e.line());
                put(stances, stance.id(), stance, e);
                e.done();
            }
            file.done();
        }

        private void checks() {
            YamlMapping file = YamlMapping.read(folder, CHECKS, faults);
            for (YamlMapping e : file.entries("checks")) {
                Citation citation = cite(e);
                Check check = new Check(
                        e.text("id"), e.text("text"), e.text("who"), citation, evidence(e, citation), e.line());
                put(checks, check.id(), check, e);
                e.done();
            }
            file.done();
        }

        private void obstacles() {
            YamlMapping file = YamlMapping.read(folder, OBSTACLES, faults);
            for (YamlMapping e : file.entries("obstacles")) {
                Obstacle obstacle =
                        new Obstacle(e.text("id"), e.text("text"), e.text("action"), targets(e, "withholds"), e.line());
                if ("blank-safety-question".equals(e.oneOf("for", List.of("blank-safety-question")))) {
                    if (blankSafetyQuestion != null) {
                        e.fault(
                                "for",
                                "'" + blankSafetyQuestion.id()
                                        + "' is already the obstacle for blank safety questions");
                    }
                    blankSafetyQuestion = obstacle;
                }
                put(obstacles, obstacle.id(), obstacle, e);
                e.done();
            }
            if (blankSafetyQuestion == null) {
                faults.add(OBSTACLES, 0, "one obstacle needs 'for: blank-safety-question'");
            }
            file.done();
        }

        private void policies() {
            YamlMapping file = YamlMapping.read(folder, POLICIES, faults);
            statement = file.text("statement");
            for (YamlMapping e : file.entries("policies")) {
                Policy policy = new Policy(e.text("id"), e.text("name"), e.text("text"), e.flag("default"), e.line());
                put(policies, policy.id(), policy, e);
                e.done();
            }
            if (policies.values().stream().filter(Policy::byDefault).count() != 1) {
                faults.add(POLICIES, 0, "exactly one policy should be the default");
            }
            file.done();
        }

        private Citation cite(YamlMapping e) {
            String text = e.text("source");
            return text.isEmpty() ? null : citation(text, e.file(), e.line("source"), faults);
        }

        private String evidence(YamlMapping e, Citation citation) {
            String evidence = required(e, "evidence", EVIDENCE);
            // One that is missing or misspelt has its fault already.
            if (evidence.equals(e.optional("evidence"))) {
                checkEvidence(citation, evidence, e.file(), e.line("evidence"), faults);
            }
            return evidence;
        }

        private Set<Integer> targets(YamlMapping e, String key) {
            Set<Integer> all = new LinkedHashSet<>();
            for (String name : e.texts(key)) {
                Set<Integer> targets = Catalogue.this.targets(name);
                if (targets.isEmpty()) {
                    faults.unknown(e.file(), e.line(key), "the intervention or tag", name, targetNames());
                }
                all.addAll(targets);
            }
            return all;
        }

        private String required(YamlMapping e, String key, List<String> words) {
            if (e.optional(key) == null) {
                e.fault(key, "'" + key + "' is missing; it should be one of " + words);
                return words.get(0);
            }
            String word = e.oneOf(key, words);
            return word == null ? words.get(0) : word;
        }

        private <T> void put(Map<String, T> map, String id, T value, YamlMapping e) {
            if (map.putIfAbsent(id, value) != null) {
                e.fault("id", "'" + id + "' is defined twice");
            }
            String twin = names.computeIfAbsent(map, m -> new Names()).taken(id, e.file(), e.line());
            if (twin != null) {
                e.fault("id", twin);
            }
        }
    }
}
