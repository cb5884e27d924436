package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/** The ids of advice rules that a newer folder lost or gave to another rule, so that a saved reply would be misread. */
final class LostIds {

    private LostIds() {}

    /** One line for each of them. */
    static List<String> between(RuleBook a, RuleBook b) {
        return a.rules().stream()
                .filter(rule -> rule.stage() == Stage.ADVICE)
                .map(rule -> problem(rule, b))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String problem(ClinicalRule before, RuleBook b) {
        List<ClinicalRule> named = new ArrayList<>(b.rules());
        named.removeIf(rule -> rule.stage() != Stage.ADVICE || !rule.ids().contains(before.id()));
        if (named.isEmpty()) {
            return "the id '" + before.id()
                    + "' is gone: name it in @formerly of the rule that took its place, if there is one";
        }
        ClinicalRule after = named.get(0);
        // A rule that only gained a line or a target is still the same rule.
        return after.id().equals(before.id()) && RuleDifferences.nothingInCommon(before, after)
                ? "the id '" + before.id() + "' now means another rule: give that rule an id of its own"
                : null;
    }
}
