package painpathway.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import painpathway.folder.Faults;
import painpathway.folder.Names;

/** No two rules have the same sentence or a similar one, and no two advice rules the same id, not even one that a rule had formerly. */
final class RuleNames {

    private final Faults faults;
    private final Names similar = new Names();
    private final Map<String, WrittenRule> byName = new HashMap<>();
    private final Map<String, WrittenRule> byId = new HashMap<>();

    private RuleNames(Faults faults) {
        this.faults = faults;
    }

    static void check(List<WrittenRule> rules, Faults faults) {
        RuleNames names = new RuleNames(faults);
        rules.forEach(names::checkSentence);
        rules.forEach(names::checkId);
        // Only once the ids in use are known. A saved reply that names an old id must not seem to mean a new rule.
        rules.forEach(names::checkFormerly);
    }

    private void checkSentence(WrittenRule rule) {
        String twin = similar.taken(rule.name(), rule.at().file(), rule.at().line());
        if (twin != null) {
            faults.add(rule.at(), "two rules have nearly the same name: " + twin);
        }
        WrittenRule namesake = byName.putIfAbsent(rule.name(), rule);
        if (namesake != null) {
            faults.add(rule.at(), "the name \"" + rule.name() + "\" is taken by " + namesake.at());
        }
    }

    private void checkId(WrittenRule rule) {
        if (rule.stage() == Stage.ADVICE && rule.id() != null) {
            WrittenRule before = byId.putIfAbsent(rule.id(), rule);
            if (before != null) {
                faults.add(rule.at(), "the id '" + rule.id() + "' is taken by " + before.at());
            }
        }
    }

    private void checkFormerly(WrittenRule rule) {
        for (String id : rule.formerly()) {
            WrittenRule other = byId.putIfAbsent(id, rule);
            if (other == rule) {
                faults.add(rule.at(), "'@formerly' names '" + id + "', which is already said of this rule");
            } else if (other != null && other.formerly().contains(id)) {
                faults.add(rule.at(), "'@formerly' names '" + id + "', which is said of " + other.at() + " too");
            } else if (other != null) {
                // The rule with the old id is the new one: its author could not see that the id had been used.
                faults.add(
                        other.at(),
                        "the id '" + id + "' was used before and is now part of '" + rule.id() + "' (" + rule.at()
                                + "); choose a new id");
            }
        }
    }
}
