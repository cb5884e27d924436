package painpathway.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import painpathway.folder.Faults;
import painpathway.folder.Names;

/** No two rules have the same sentence or a similar one, and no two advice rules the same id. */
final class RuleNames {

    private RuleNames() {}

    static void check(List<WrittenRule> rules, Faults faults) {
        Names similar = new Names();
        Map<String, WrittenRule> byName = new HashMap<>();
        Map<String, WrittenRule> byId = new HashMap<>();
        for (WrittenRule rule : rules) {
            String twin = similar.taken(rule.name(), rule.at().file(), rule.at().line());
            if (twin != null) {
                faults.add(rule.at(), "two rules have nearly the same name: " + twin);
            }
            WrittenRule namesake = byName.putIfAbsent(rule.name(), rule);
            if (namesake != null) {
                faults.add(rule.at(), "the name \"" + rule.name() + "\" is taken by " + namesake.at());
            }
            if (rule.stage() == Stage.ADVICE && rule.id() != null) {
                WrittenRule before = byId.putIfAbsent(rule.id(), rule);
                if (before != null) {
                    faults.add(rule.at(), "the id '" + rule.id() + "' is taken by " + before.at());
                }
            }
        }
    }
}
