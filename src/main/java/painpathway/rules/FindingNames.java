package painpathway.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.folder.Faults;

/** The ids of all findings and their indexes: criteria first, then patterns, each in the order of the rules. */
record FindingNames(Map<String, Integer> indexes, Set<String> criteria) {

    /** Collects the ids that rules define, and reports one that is both a criterion and a pattern. */
    static FindingNames of(List<WrittenRule> rules, Faults faults) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        Set<String> criteria = new LinkedHashSet<>();
        for (WrittenRule rule : rules) {
            if (rule.stage() == Stage.CRITERIA && rule.id() != null) {
                criteria.add(rule.id());
                indexes.putIfAbsent(rule.id(), indexes.size());
            }
        }
        for (WrittenRule rule : rules) {
            if (rule.stage() == Stage.PATTERNS && rule.id() != null) {
                if (criteria.contains(rule.id())) {
                    faults.add(rule.at(), "'" + rule.id() + "' is already a criterion");
                }
                indexes.putIfAbsent(rule.id(), indexes.size());
            }
        }
        return new FindingNames(indexes, criteria);
    }

    Set<String> all() {
        return indexes.keySet();
    }

    /** The findings with their rules. */
    List<Finding> findings(List<ClinicalRule> rules) {
        List<Finding> findings = new ArrayList<>();
        indexes.forEach((id, index) -> {
            List<ClinicalRule> own = rules.stream()
                    .filter(r -> r.stage() != Stage.ADVICE && id.equals(r.id()))
                    .toList();
            findings.add(new Finding(index, id, own.get(0).stage(), label(own), own));
        });
        return findings;
    }

    /** The sentence of the rule; if several rules share a finding, the words before the colon in all of their sentences. */
    private static String label(List<ClinicalRule> rules) {
        String first = rules.get(0).name();
        int colon = first.indexOf(": ");
        boolean shared = rules.size() > 1
                && colon > 0
                && rules.stream().allMatch(r -> r.name().startsWith(first.substring(0, colon + 2)));
        return shared ? first.substring(0, colon) : first;
    }
}
