package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import painpathway.audit.RuleChange.Kind;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;

/** Finds which rule of one book became which rule of another. */
final class RuleMatcher {

    private final RuleBook a;
    private final RuleBook b;
    private final List<ClinicalRule> left;
    private final List<ClinicalRule> right;
    private final List<RuleChange> changes = new ArrayList<>();

    RuleMatcher(RuleBook a, RuleBook b) {
        this.a = a;
        this.b = b;
        this.left = new ArrayList<>(a.rules());
        this.right = new ArrayList<>(b.rules());
    }

    List<RuleChange> changes() {
        bySentence();
        by(RuleDifferences::logic, Kind.REWORDED);
        by(r -> r.stage() + r.id(), Kind.CHANGED);
        merged();
        left.forEach(r -> changes.add(RuleChange.removed(r)));
        right.forEach(r -> changes.add(RuleChange.added(r)));
        return List.copyOf(changes);
    }

    /** The rules that have become part of others, which say so. */
    private void merged() {
        for (ClinicalRule after : b.rules()) {
            for (ClinicalRule before : List.copyOf(left)) {
                if (after.formerly().contains(before.id())) {
                    left.remove(before);
                    changes.add(RuleChange.of(Kind.MERGED, before, after, RuleDifferences.ofLogic(before, after)));
                }
            }
        }
    }

    private void bySentence() {
        for (ClinicalRule before : a.rules()) {
            ClinicalRule after = b.rule(before.name());
            if (after == null) {
                continue;
            }
            left.remove(before);
            right.remove(after);
            List<String> differences = RuleDifferences.ofLogic(before, after);
            List<String> words = RuleDifferences.ofWords(before, after);
            if (!differences.isEmpty()) {
                changes.add(RuleChange.of(Kind.CHANGED, before, after, differences));
            } else if (!words.isEmpty()) {
                changes.add(RuleChange.of(Kind.REWORDED, before, after, words));
            }
        }
    }

    /** Pairs two rules if each is the only one on its side with a key. */
    private void by(Function<ClinicalRule, Object> key, Kind kind) {
        Map<Object, List<ClinicalRule>> before = left.stream().collect(Collectors.groupingBy(key));
        Map<Object, List<ClinicalRule>> after = right.stream().collect(Collectors.groupingBy(key));
        for (ClinicalRule rule : List.copyOf(left)) {
            List<ClinicalRule> same = before.getOrDefault(key.apply(rule), List.of());
            List<ClinicalRule> found = after.getOrDefault(key.apply(rule), List.of());
            if (found.size() == 1 && same.size() == 1) {
                left.remove(rule);
                right.remove(found.get(0));
                changes.add(RuleChange.of(kind, rule, found.get(0), RuleDifferences.ofLogic(rule, found.get(0))));
            }
        }
    }
}
