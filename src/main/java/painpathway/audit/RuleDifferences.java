package painpathway.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.Stage;

/** What differs between two versions of a rule. */
final class RuleDifferences {

    private RuleDifferences() {}

    /** Equal for two rules that say and read the same. */
    static Object logic(ClinicalRule rule) {
        return List.of(
                rule.stage(),
                rule.id(),
                says(rule),
                String.valueOf(rule.policy()),
                lines(rule).stream().sorted().toList());
    }

    /** Whether two rules have other sentences, say something else, and share no line. */
    static boolean nothingInCommon(ClinicalRule before, ClinicalRule after) {
        return !before.name().equals(after.name())
                && !says(before).equals(says(after))
                && Collections.disjoint(lines(before), lines(after));
    }

    /** What differs in lines, verb, target, id or policy. */
    static List<String> ofLogic(ClinicalRule before, ClinicalRule after) {
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

    /** What differs in the parts of a rule that are shown with it and decide nothing. */
    static List<String> ofWords(ClinicalRule before, ClinicalRule after) {
        List<String> words = new ArrayList<>();
        word("source", source(before), source(after), words);
        word("evidence", before.evidence().word(), after.evidence().word(), words);
        word("rationale", before.rationale(), after.rationale(), words);
        return words;
    }

    private static void word(String what, @Nullable String before, @Nullable String after, List<String> words) {
        if (!Objects.equals(before, after)) {
            words.add(what + ": " + before + " -> " + after);
        }
    }

    private static String source(ClinicalRule rule) {
        return rule.citation().source().id() + ", " + rule.citation().section();
    }

    private static String says(ClinicalRule rule) {
        return Stream.concat(Stream.of(rule.verb().word()), rule.arguments().stream())
                .collect(Collectors.joining(" "));
    }

    private static List<String> lines(ClinicalRule rule) {
        return rule.literals().stream().map(RuleDifferences::line).toList();
    }

    private static String line(Literal literal) {
        return literal instanceof Literal.OfFinding of
                ? (of.wanted() ? "met " : "ruledOut ") + of.id()
                : ((Literal.Test) literal).question().id() + " " + ((Literal.Test) literal).needs();
    }
}
