package painpathway.audit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;

/**
 * A rule that differs between two folders.
 *
 * @param before  the rule's sentence in the first folder; null where it was added
 * @param after   its sentence in the second folder; null where it was removed
 * @param where   file and line, in the second folder unless it was removed
 * @param changes what differs in its lines, verb, target or policy, or else in its source, evidence or rationale; empty if only the sentence differs
 */
public record RuleChange(
        Kind kind, @Nullable String before, @Nullable String after, String where, List<String> changes) {

    /** How it differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        /** It has become part of another rule. */
        MERGED,
        CHANGED,
        REWORDED;

        /** In small letters. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All rules that differ: matched by sentence, then by what they say and read, then by id. */
    static List<RuleChange> between(RuleBook a, RuleBook b) {
        return new RuleMatcher(a, b).changes();
    }

    static RuleChange added(ClinicalRule rule) {
        return new RuleChange(Kind.ADDED, null, rule.name(), where(rule), List.of());
    }

    static RuleChange removed(ClinicalRule rule) {
        return new RuleChange(Kind.REMOVED, rule.name(), null, where(rule), List.of());
    }

    static RuleChange of(Kind kind, ClinicalRule before, ClinicalRule after, List<String> changes) {
        return new RuleChange(kind, before.name(), after.name(), where(after), changes);
    }

    private static String where(ClinicalRule rule) {
        return rule.at().toString();
    }

    /** The rule's sentence, in the second folder unless it was removed. */
    String sentence() {
        return after != null ? after : String.valueOf(before);
    }
}
