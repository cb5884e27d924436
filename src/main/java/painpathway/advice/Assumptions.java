package painpathway.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;

/**
 * Which blanks one run rests on: those that count as an answer ({@code unknown-as}) and alone make a rule or a finding what it is.
 * Where the same follows from answers that were given, it rests on none.
 */
final class Assumptions {

    private final RuleBook book;
    private final Conclusions run;
    private final boolean any;
    private final Map<Integer, Set<Question>> ofFindings = new HashMap<>();

    Assumptions(RuleBook book, Conclusions run) {
        this.book = book;
        this.run = run;
        // Hardly anybody leaves such a question blank: then there is nothing to look for.
        this.any = book.questionnaire().assumable().stream().anyMatch(run.answers()::assumed);
    }

    /** The questions (or copies of questions) whose blanks make this rule what it is: with other answers it may be so no more. */
    Set<Question> behind(ClinicalRule rule) {
        if (!any) {
            return Set.of();
        }
        Truth truth = run.truth(rule);
        List<Set<Question>> behind = new ArrayList<>();
        for (Literal literal : rule.literals()) {
            if (literal instanceof Literal.OfFinding of) {
                if (of.truth(run.findings().truth(of.finding())) == truth) {
                    behind.add(behind(of.finding()));
                }
            } else if (((Literal.Test) literal).truth(run.answers()) == truth) {
                behind.add(of(((Literal.Test) literal).question()));
            }
        }
        // One line less undoes a rule that is met; one that is not met needs all of its lines.
        return truth == Truth.NOT_MET && behind.contains(Set.<Question>of()) ? Set.of() : union(behind);
    }

    /** The same of a finding, by its index. */
    Set<Question> behind(int finding) {
        if (!any) {
            return Set.of();
        }
        Set<Question> known = ofFindings.get(finding);
        if (known == null) {
            Truth truth = run.findings().truth(finding);
            List<Set<Question>> behind = book.rulesOf(book.findings().get(finding), run.policy()).stream()
                    .filter(rule -> run.truth(rule) == truth)
                    .map(this::behind)
                    .toList();
            known = truth == Truth.MET && behind.contains(Set.<Question>of()) ? Set.of() : union(behind);
            ofFindings.put(finding, known);
        }
        return known;
    }

    /** What is assumed in an answer: it itself, or inputs of a derived number. */
    Set<Question> of(Question question) {
        if (!any || !run.answers().assumed(question)) {
            return Set.of();
        }
        return !question.derived() || question.copy()
                ? Set.of(question)
                : book.questionnaire().asksFor(question).stream()
                        .filter(run.answers()::assumed)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What tells a reader of these assumptions, each sentence once, in the order of the questionnaire. */
    static List<String> said(Set<Question> assumed) {
        return assumed.isEmpty()
                ? List.of()
                : assumed.stream()
                        .sorted(Comparator.comparingInt(Question::index))
                        .map(Question::whenUnknown)
                        .distinct()
                        .toList();
    }

    private static Set<Question> union(List<Set<Question>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
