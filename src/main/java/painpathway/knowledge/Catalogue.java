package painpathway.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import painpathway.folder.Entry;
import painpathway.folder.Faults;
import painpathway.folder.Nearest;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Source.Citation;

/** Everything in {@code knowledge/} of a rules folder, looked up by id, with tags expanded to interventions. Immutable. */
public final class Catalogue {

    private static final String SOURCES = "knowledge/sources.yaml";
    private static final String DOCUMENTS = "knowledge/documents.yaml";
    private static final String INTERVENTIONS = "knowledge/interventions.yaml";
    private static final String NOTES = "knowledge/notes.yaml";
    private static final String RED_FLAGS = "knowledge/red-flags.yaml";
    private static final String STANCES = "knowledge/stances.yaml";
    private static final String CHECKS = "knowledge/checks.yaml";
    private static final String OBSTACLES = "knowledge/obstacles.yaml";
    private static final String POLICIES = "knowledge/policies.yaml";

    /** How well a statement is supported; the words of {@code @evidence} and of a source's status. */
    public static final List<String> EVIDENCE = List.of("seen", "summary", "unverified", "ours");
    /** The urgencies that a red flag can have, most pressing first. */
    public static final List<String> FLAG_URGENCIES = List.of("emergency", "urgent", "routine");

    private static final List<String> SOURCE_KINDS = List.of("document", "guideline", "coverage-policy", "review", "study", "regulator",
            "reference", "ours");
    private static final List<String> FACT_KINDS = List.of("cause", "intervention", "indication", "trigger", "risk", "rare-complication",
            "benefit", "procedure-step", "aftercare", "diagnostic-use", "selection", Fact.PROMOTIONAL, "education");
    private static final List<String> NOTE_KINDS = List.of("risk", "rare-complication", "generic-risk", "gap", "aftercare", "benefit",
            "limit", "diagnostic-use", "procedure-step", "selection", "indication", "trigger", "cause", "intervention", "education", "caution");

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
    private Plain plain;

    private Catalogue() {
    }

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
    public Plain plain() {
        return plain;
    }

    /** The policy that applies if none is asked for. */
    public String defaultPolicy() {
        return policies.values().stream().filter(Policy::byDefault).map(Policy::id).findFirst().orElse("");
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

    /** Reads {@code "source-id, section"} or a fact id. Reports a source that does not exist, and a promotional fact. */
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
        }
        used.add("source " + id);
        return new Citation(source, section, null);
    }

    /** Tells the catalogue that a rule uses an entry, so that {@link #warnUnused} can name those that nothing uses. */
    public void use(String kind, String id) {
        used.add(kind + " " + id);
    }

    /** Warns of every note, tag, source, check, stance, obstacle, flag and fact that nothing uses. */
    public void warnUnused(Faults faults) {
        tags.keySet().forEach(t -> warn(faults, INTERVENTIONS, 0, "tag", t));
        sources.values().forEach(s -> warn(faults, SOURCES, s.line(), "source", s.id()));
        checks.values().forEach(c -> warn(faults, CHECKS, c.line(), "check", c.id()));
        stances.values().forEach(s -> warn(faults, STANCES, s.line(), "stance", s.id()));
        redFlags.values().forEach(f -> warn(faults, RED_FLAGS, f.line(), "red flag", f.id()));
        obstacles.values().stream().filter(o -> o != blankSafetyQuestion).forEach(o -> warn(faults, OBSTACLES, o.line(), "obstacle", o.id()));
        notes.values().stream().filter(n -> n.interventions().isEmpty() && n.analogies().isEmpty())
                .forEach(n -> warn(faults, NOTES, n.line(), "note", n.id()));
        facts.values().stream().filter(f -> f.handling() == null).forEach(f -> warn(faults, DOCUMENTS, f.line(), "fact", f.id()));
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

        Loader(RulesFolder folder, Faults faults) {
            this.folder = folder;
            this.faults = faults;
        }

        void load() {
            // Each file may name entries of those above it.
            sources();
            documents();
            interventions();
            notes();
            redFlags();
            stances();
            checks();
            obstacles();
            policies();
            plain = Plain.load(folder, Catalogue.this, faults);
        }

        private void sources() {
            Entry file = Entry.read(folder, SOURCES, faults);
            for (Entry e : file.entries("sources")) {
                Source source = new Source(e.text("id"), required(e, "kind", SOURCE_KINDS), e.text("title"), e.optional("publisher"),
                        e.optional("year"), e.optional("address"), e.optional("via"), required(e, "status", EVIDENCE),
                        e.text("reviewed"), e.line());
                put(sources, source.id(), source, e);
                e.done();
            }
            file.done();
        }

        private void documents() {
            Entry file = Entry.read(folder, DOCUMENTS, faults);
            for (Entry document : file.entries("documents")) {
                Source source = sources.get(document.text("id"));
                if (source == null) {
                    faults.unknown(DOCUMENTS, document.line("id"), "the source", document.text("id"), sources.keySet());
                }
                for (Entry e : document.entries("facts")) {
                    Fact fact = new Fact(e.text("id"), source, e.text("section"), required(e, "kind", FACT_KINDS), e.text("text"),
                            e.optional("handling"), e.line());
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
            Entry file = Entry.read(folder, INTERVENTIONS, faults);
            for (Entry e : file.entries("tags")) {
                put(tags, e.text("id"), e.text("text"), e);
                e.done();
            }
            for (Entry e : file.someEntries("interventions")) {
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
                Intervention intervention = new Intervention(interventions.size(), e.text("id"), e.text("name"), purposes, own,
                        e.text("is"), e.text("can"), e.text("cannot"), cite(e), e.line());
                if (tags.containsKey(intervention.id())) {
                    e.fault("id", "'" + intervention.id() + "' is also a tag, so rules could not tell them apart");
                }
                put(interventions, intervention.id(), intervention, e);
                e.done();
            }
            file.done();
        }

        private void notes() {
            Entry file = Entry.read(folder, NOTES, faults);
            for (Entry e : file.entries("notes")) {
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
                    Citation citation = fact == null ? null : new Citation(fact.document(), fact.section(), fact.id());
                    used.add("source " + (fact == null || fact.document() == null ? "" : fact.document().id()));
                    note = new Note(factId, kind, fact == null ? "" : fact.text(), citation, "seen", on, byAnalogy, e.line());
                } else {
                    note = new Note(e.text("id"), kind, e.text("text"), cite(e), required(e, "evidence", EVIDENCE), on, byAnalogy, e.line());
                }
                put(notes, note.id(), note, e);
                e.done();
            }
            file.done();
        }

        private void redFlags() {
            Entry file = Entry.read(folder, RED_FLAGS, faults);
            emergencyWithholds.addAll(targets(file, "emergency-withholds"));
            for (Entry e : file.entries("red-flags")) {
                Map<String, String> actions = new LinkedHashMap<>();
                Entry byUrgency = e.entry("actions");
                if (byUrgency == null) {
                    e.fault("id", "'actions' is missing: what to do now, for each urgency");
                } else {
                    byUrgency.keys().forEach(urgency -> {
                        if (!FLAG_URGENCIES.contains(urgency)) {
                            byUrgency.fault(urgency, "'" + urgency + "' should be one of " + FLAG_URGENCIES + Nearest.hint(urgency, FLAG_URGENCIES));
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
                        e.fault("facts", "'" + id + "' is a promotional claim, so it can never be shown with a red flag");
                    } else {
                        bearing.add(fact);
                        used.add("fact " + id);
                    }
                }
                RedFlag flag = new RedFlag(e.text("id"), e.text("name"), Map.copyOf(actions), targets(e, "withholds"), List.copyOf(bearing),
                        cite(e), required(e, "evidence", EVIDENCE), e.line());
                put(redFlags, flag.id(), flag, e);
                e.done();
            }
            file.done();
        }

        private void stances() {
            Entry file = Entry.read(folder, STANCES, faults);
            for (Entry e : file.entries("stances")) {
                List<Stance.Side> sides = new ArrayList<>();
                for (Entry side : e.entries("sides")) {
                    sides.add(new Stance.Side(side.text("says"), cite(side), required(side, "evidence", EVIDENCE)));
                    side.done();
                }
                if (sides.size() < 2) {
                    e.fault("sides", "a stance needs at least two sides");
                }
                Stance stance = new Stance(e.text("id"), e.text("topic"), e.text("default"), List.copyOf(sides), e.line());
                put(stances, stance.id(), stance, e);
                e.done();
            }
            file.done();
        }

        private void checks() {
            Entry file = Entry.read(folder, CHECKS, faults);
            for (Entry e : file.entries("checks")) {
                Check check = new Check(e.text("id"), e.text("text"), e.text("who"), cite(e), required(e, "evidence", EVIDENCE), e.line());
                put(checks, check.id(), check, e);
                e.done();
            }
            file.done();
        }

        private void obstacles() {
            Entry file = Entry.read(folder, OBSTACLES, faults);
            for (Entry e : file.entries("obstacles")) {
                Obstacle obstacle = new Obstacle(e.text("id"), e.text("text"), e.text("action"), targets(e, "withholds"), e.line());
                if ("blank-safety-question".equals(e.oneOf("for", List.of("blank-safety-question")))) {
                    if (blankSafetyQuestion != null) {
                        e.fault("for", "'" + blankSafetyQuestion.id() + "' is already the obstacle for blank safety questions");
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
            Entry file = Entry.read(folder, POLICIES, faults);
            statement = file.text("statement");
            for (Entry e : file.entries("policies")) {
                Policy policy = new Policy(e.text("id"), e.text("name"), e.text("text"), e.flag("default"), e.line());
                put(policies, policy.id(), policy, e);
                e.done();
            }
            if (policies.values().stream().filter(Policy::byDefault).count() != 1) {
                faults.add(POLICIES, 0, "exactly one policy should be the default");
            }
            file.done();
        }

        private Citation cite(Entry e) {
            String text = e.text("source");
            return text.isEmpty() ? null : citation(text, e.file(), e.line("source"), faults);
        }

        private Set<Integer> targets(Entry e, String key) {
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

        private String required(Entry e, String key, List<String> words) {
            if (e.optional(key) == null) {
                e.fault(key, "'" + key + "' is missing; it should be one of " + words);
                return words.get(0);
            }
            String word = e.oneOf(key, words);
            return word == null ? words.get(0) : word;
        }

        private <T> void put(Map<String, T> map, String id, T value, Entry e) {
            if (map.putIfAbsent(id, value) != null) {
                e.fault("id", "'" + id + "' is defined twice");
            }
        }
    }
}
