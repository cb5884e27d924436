package painpathway.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import painpathway.knowledge.Catalogue;

/** The advice rules by the interventions that they are about, and by the check, note, stance, red flag or obstacle that they name. */
final class RulesByTarget {

    private final List<Map<Verb, List<ClinicalRule>>> byIntervention = new ArrayList<>();
    private final Map<Verb, Map<String, List<ClinicalRule>>> bySubject = new EnumMap<>(Verb.class);

    RulesByTarget(List<ClinicalRule> rules, Catalogue catalogue) {
        catalogue.interventions().forEach(i -> byIntervention.add(new EnumMap<>(Verb.class)));
        for (ClinicalRule rule : rules) {
            if (!rule.subject().isEmpty()) {
                bySubject
                        .computeIfAbsent(rule.verb(), v -> new HashMap<>())
                        .computeIfAbsent(rule.subject(), t -> new ArrayList<>())
                        .add(rule);
            }
            for (int intervention : catalogue.targets(rule.targets())) {
                byIntervention
                        .get(intervention)
                        .computeIfAbsent(rule.verb(), v -> new ArrayList<>())
                        .add(rule);
            }
        }
    }

    /** Those about an intervention, by its id or one of its tags. */
    List<ClinicalRule> forIntervention(int intervention, Verb verb) {
        return byIntervention.get(intervention).getOrDefault(verb, List.of());
    }

    /** Those that name exactly this subject. */
    List<ClinicalRule> naming(Verb verb, String subject) {
        return bySubject.getOrDefault(verb, Map.of()).getOrDefault(subject, List.of());
    }
}
