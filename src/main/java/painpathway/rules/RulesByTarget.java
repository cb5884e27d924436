package painpathway.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import painpathway.knowledge.Catalogue;

/** The advice rules by what their verb is about. */
final class RulesByTarget {

    private final List<Map<Verb, List<ClinicalRule>>> byIntervention = new ArrayList<>();
    private final Map<Verb, Map<String, List<ClinicalRule>>> byTarget = new EnumMap<>(Verb.class);

    RulesByTarget(List<ClinicalRule> rules, Catalogue catalogue) {
        catalogue.interventions().forEach(i -> byIntervention.add(new EnumMap<>(Verb.class)));
        for (ClinicalRule rule : rules) {
            if (!rule.target().isEmpty()) {
                byTarget.computeIfAbsent(rule.verb(), v -> new HashMap<>())
                        .computeIfAbsent(rule.target(), t -> new ArrayList<>())
                        .add(rule);
                for (int intervention : catalogue.targets(rule.target())) {
                    byIntervention
                            .get(intervention)
                            .computeIfAbsent(rule.verb(), v -> new ArrayList<>())
                            .add(rule);
                }
            }
        }
    }

    /** Those about an intervention, by its id or one of its tags. */
    List<ClinicalRule> about(int intervention, Verb verb) {
        return byIntervention.get(intervention).getOrDefault(verb, List.of());
    }

    /** Those with exactly this target. */
    List<ClinicalRule> with(Verb verb, String target) {
        return byTarget.getOrDefault(verb, Map.of()).getOrDefault(target, List.of());
    }
}
