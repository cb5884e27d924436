package painpathway.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;

/** What an entry of the catalogue is read with: it can cite the library and name interventions, tags and facts. */
record EntryReader(Library library, Interventions interventions, Citations citations, Usage usage, Faults faults) {

    /** The interventions, by index, that the ids and tags under a key stand for. */
    Set<Integer> targets(YamlMapping e, String key) {
        Set<Integer> all = new LinkedHashSet<>();
        for (String name : e.texts(key)) {
            Set<Integer> targets = interventions.targets(name);
            if (targets.isEmpty()) {
                faults.unknown(e.file(), e.line(key), "the intervention or tag", name, interventions.targetNames());
            }
            usage.use(Usage.Kind.TAG, name);
            all.addAll(targets);
        }
        return all;
    }

    /** The facts under a key; {@code shownWhere} ends the fault about a promotional claim. */
    List<Fact> facts(YamlMapping e, String key, String shownWhere) {
        List<Fact> facts = new ArrayList<>();
        for (String id : e.texts(key)) {
            Fact fact = library.facts().get(id);
            if (fact == null) {
                faults.unknown(
                        e.file(), e.line(key), "the fact", id, library.facts().keySet());
            } else if (fact.promotional()) {
                e.fault(key, "'" + id + "' is a promotional claim, so it can never be shown " + shownWhere);
            } else {
                facts.add(fact);
                usage.use(Usage.Kind.FACT, id);
            }
        }
        return List.copyOf(facts);
    }
}
