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
        // Once the ids in use are known: a saved reply that names an old id must not be read as if it meant another
        // rule.
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
            if (other != null) {
                faults.add(
                        rule.at(),
                        "'@formerly' names '" + id + "', which is "
                                + (other == rule ? "already said of this rule" : "taken by " + other.at()));
            }
        }
    }
}
