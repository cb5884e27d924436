package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/**
 * A rule that differs between two folders.
 *
 * @param before  the rule's sentence in the first folder, null where it was added
 * @param after   its sentence in the second folder, null where it was removed
 * @param where   file and line, in the second folder unless it was removed
 * @param changes what differs in its lines, verb, target or policy, or else in its source, evidence or rationale; empty if only the sentence differs
 */
public record RuleChange(Kind kind, String before, String after, String where, List<String> changes) {

    /** How it differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        REWORDED;

        /** In small letters. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All rules that differ: matched by sentence, then by what they say and read, then by id. */
    static List<RuleChange> between(RuleBook a, RuleBook b) {
        List<RuleChange> changes = new ArrayList<>();
        List<ClinicalRule> left = new ArrayList<>(a.rules());
        List<ClinicalRule> right = new ArrayList<>(b.rules());
        for (ClinicalRule before : a.rules()) {
            ClinicalRule after = b.rule(before.name());
            if (after != null) {
                left.remove(before);
                right.remove(after);
                List<String> differences = differences(before, after);
                if (!differences.isEmpty()) {
                    changes.add(of(Kind.CHANGED, before, after, differences));
                } else if (!words(before, after).isEmpty()) {
                    changes.add(of(Kind.REWORDED, before, after, words(before, after)));
                }
            }
        }
        match(left, right, RuleChange::logic, Kind.REWORDED, changes);
        match(left, right, r -> r.stage() + r.id(), Kind.CHANGED, changes);
        left.forEach(r -> changes.add(of(Kind.REMOVED, r, null, List.of())));
        right.forEach(r -> changes.add(of(Kind.ADDED, null, r, List.of())));
        return List.copyOf(changes);
    }

    /** Pairs two rules if each is the only one on its side with a key. */
    private static void match(
            List<ClinicalRule> left,
            List<ClinicalRule> right,
            Function<ClinicalRule, Object> key,
            Kind kind,
            List<RuleChange> changes) {
        Map<Object, List<ClinicalRule>> before = left.stream().collect(Collectors.groupingBy(key));
        Map<Object, List<ClinicalRule>> after = right.stream().collect(Collectors.groupingBy(key));
        for (ClinicalRule rule : List.copyOf(left)) {
            List<ClinicalRule> found = after.getOrDefault(key.apply(rule), List.of());
            if (found.size() == 1 && before.get(key.apply(rule)).size() == 1) {
                left.remove(rule);
                right.remove(found.get(0));
                changes.add(of(kind, rule, found.get(0), differences(rule, found.get(0))));
            }
        }
    }

    private static RuleChange of(Kind kind, ClinicalRule before, ClinicalRule after, List<String> changes) {
        ClinicalRule at = after == null ? before : after;
        return new RuleChange(
                kind,
                before == null ? null : before.name(),
                after == null ? null : after.name(),
                at.file() + ":" + at.line(),
                changes);
    }

    private static Object logic(ClinicalRule rule) {
        return List.of(
                rule.stage(),
                rule.id(),
                says(rule),
                String.valueOf(rule.policy()),
                lines(rule).stream().sorted().toList());
    }

    private static List<String> differences(ClinicalRule before, ClinicalRule after) {
        List<String> differences = new ArrayList<>();
        if (!says(before).equals(says(after))) {
            differences.add(says(before) + " -> " + says(after));
        }
        if (before.stage() != after.stage()
                || before.stage() != Stage.ADVICE && !before.id().equals(after.id())) {
            differences.add(before.id() + " -> " + after.id());
        }
        if (!Objects.equals(before.policy(), after.policy())) {
            differences.add("policy " + (before.policy() == null ? "all" : before.policy()) + " -> "
                    + (after.policy() == null ? "all" : after.policy()));
        }
        List<String> gone = new ArrayList<>(lines(before));
        gone.removeAll(lines(after));
        List<String> come = new ArrayList<>(lines(after));
        come.removeAll(lines(before));
        gone.forEach(l -> differences.add("- " + l));
        come.forEach(l -> differences.add("+ " + l));
        return differences;
    }

    /** The parts of a rule that are shown with it and decide nothing. */
    private static List<String> words(ClinicalRule before, ClinicalRule after) {
        List<String> words = new ArrayList<>();
        word("source", source(before), source(after), words);
        word("evidence", before.evidence().word(), after.evidence().word(), words);
        word("rationale", before.rationale(), after.rationale(), words);
        return words;
    }

    private static void word(String what, String before, String after, List<String> words) {
        if (!Objects.equals(before, after)) {
            words.add(what + ": " + before + " -> " + after);
        }
    }

    private static String source(ClinicalRule rule) {
        return rule.citation().source().id() + ", " + rule.citation().section();
    }

    private static String says(ClinicalRule rule) {
        return rule.verb().word()
                + (rule.target().isEmpty() ? "" : " " + rule.target())
                + (rule.argument().isEmpty() ? "" : " " + rule.argument());
    }

    private static List<String> lines(ClinicalRule rule) {
        return rule.literals().stream().map(RuleChange::line).toList();
    }

    private static String line(Literal literal) {
        return literal instanceof Literal.OfFinding of
                ? (of.wanted() ? "met " : "ruledOut ") + of.id()
                : ((Literal.Test) literal).question().id() + " " + ((Literal.Test) literal).needs();
    }
}
