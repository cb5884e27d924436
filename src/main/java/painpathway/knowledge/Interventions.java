package painpathway.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.folder.YamlMapping;

/** All interventions and the tags that group them. */
final class Interventions {

    static final String FILE = "knowledge/interventions.yaml";

    private final Map<String, Intervention> byId;
    private final List<Intervention> all;
    private final Map<String, String> tags;
    private final Map<String, Set<Integer>> targets = new LinkedHashMap<>();

    private Interventions(Map<String, Intervention> byId, Map<String, String> tags) {
        this.byId = byId;
        this.all = List.copyOf(byId.values());
        this.tags = tags;
        for (Intervention intervention : all) {
            addTarget(intervention.id(), intervention);
            intervention.tags().forEach(tag -> addTarget(tag, intervention));
        }
        targets.replaceAll((name, indexes) -> Collections.unmodifiableSet(indexes));
    }

    private void addTarget(String name, Intervention intervention) {
        targets.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(intervention.index());
    }

    static Interventions read(RulesFolder folder, Citations citations, Faults faults) {
        YamlMapping file = YamlMapping.read(folder, FILE, faults);
        Table<String> tags = new Table<>();
        for (YamlMapping e : file.entries("tags")) {
            tags.put(e.text("id"), e.text("text"), e);
            e.done();
        }
        Table<Intervention> interventions = new Table<>();
        for (YamlMapping e : file.someEntries("interventions")) {
            Intervention intervention = Intervention.read(e, interventions.size(), citations);
            for (String tag : intervention.tags()) {
                if (!tags.entries().containsKey(tag)) {
                    faults.unknown(
                            FILE, e.line("tags"), "the tag", tag, tags.entries().keySet());
                }
            }
            if (tags.entries().containsKey(intervention.id())) {
                e.fault("id", "'" + intervention.id() + "' is also a tag, so rules could not tell them apart");
            }
            interventions.put(intervention.id(), intervention, e);
            e.done();
        }
        file.done();
        return new Interventions(interventions.entries(), tags.entries());
    }

    List<Intervention> all() {
        return all;
    }

    Map<String, Intervention> byId() {
        return byId;
    }

    /** What each tag means. */
    Map<String, String> tags() {
        return tags;
    }

    /** The indexes that an intervention id or a tag stands for; empty if it is neither. */
    Set<Integer> targets(String idOrTag) {
        return targets.getOrDefault(idOrTag, Set.of());
    }

    /** Every intervention id and tag. */
    Set<String> targetNames() {
        Set<String> names = new LinkedHashSet<>(byId.keySet());
        names.addAll(tags.keySet());
        return names;
    }
}
