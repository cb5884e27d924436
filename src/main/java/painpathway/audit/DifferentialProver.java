package painpathway.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.logicng.datastructures.Assignment;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.logic.NumericPartition;
import painpathway.logic.RuleBookEncoding;
import painpathway.logic.Solver;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/**
 * The same answers read by two rule books, or by one under two policies, in one solver. A book leaves out
 * answers that it does not know (a question or option that only the other book has). Not thread-safe.
 */
final class DifferentialProver {

    private static final List<Verdict> FINAL =
            List.of(Verdict.CANDIDATE, Verdict.CONDITIONAL, Verdict.NOT_INDICATED, Verdict.CONTRAINDICATED);

    final FormulaFactory f = new FormulaFactory();
    final Solver solver = new Solver(f);
    final RuleBookEncoding a;
    final RuleBookEncoding b;
    private final List<Variable> answers = new ArrayList<>();

    DifferentialProver(RuleBook bookA, String policyA, RuleBook bookB, String policyB, NumericPartition cuts) {
        a = new RuleBookEncoding(f, bookA, policyA, cuts, "", "a ");
        b = RuleBookEncoding.sharing(a, bookB, policyB, "b ");
        solver.add(a.clauses());
        solver.add(b.clauses());
        for (RuleBookEncoding encoding : List.of(a, b)) {
            for (Question question : encoding.book().questionnaire().asked()) {
                answers.add(encoding.answered(question, 0));
                answers.addAll(Prover.ticks(encoding, question, 0));
                for (int place = 1;
                        place <= RuleBookEncoding.OTHER_PLACES
                                && encoding.seenElsewhere().contains(question);
                        place++) {
                    answers.add(encoding.answered(question, place));
                }
            }
        }
        for (int place = 1; place <= RuleBookEncoding.OTHER_PLACES; place++) {
            answers.add(a.exists(place));
        }
    }

    boolean possible(Formula... all) {
        return solver.possible(all);
    }

    /** The patient with the fewest answers for whom all of these are true, with the policy of the first reading; null if there is none. */
    Counterexample smallest(Formula... all) {
        if (!solver.possible(all)) {
            return null;
        }
        Assignment model =
                solver.fewest(List.of(all), answers.stream().distinct().toList());
        Assessment first = Prover.example(a, model).assessment();
        Assessment second = Prover.example(b, model).assessment();
        List<Map<String, Answer>> pains = new ArrayList<>();
        for (int place = 0; place < first.pains().size(); place++) {
            pains.add(both(first.pains().get(place), second.pains().get(place)));
        }
        return new Counterexample(
                List.of(a.book().questionnaire(), b.book().questionnaire()),
                new Assessment(first.policy(), both(first.patient(), second.patient()), pains));
    }

    /** The answers of both readings together. */
    private static Map<String, Answer> both(Map<String, Answer> first, Map<String, Answer> second) {
        Map<String, Answer> both = new LinkedHashMap<>(first);
        second.forEach((question, answer) -> both.merge(question, answer, (one, other) -> {
            if (one instanceof Answer.Choices ticked && other instanceof Answer.Choices more) {
                Set<String> all = new LinkedHashSet<>(ticked.options());
                all.addAll(more.options());
                return new Answer.Choices(all);
            }
            return one;
        }));
        return both;
    }

    /** The part of an assessment that a book can read, without questions and options that it does not know. */
    static Assessment knownTo(RuleBook book, Assessment assessment) {
        return new Assessment(
                assessment.policy(),
                knownTo(book, assessment.patient()),
                assessment.pains().stream().map(p -> knownTo(book, p)).toList());
    }

    private static Map<String, Answer> knownTo(RuleBook book, Map<String, Answer> answers) {
        Map<String, Answer> known = new LinkedHashMap<>();
        answers.forEach((id, answer) -> {
            Question question = book.questionnaire().question(id);
            if (question == null) {
                return;
            }
            if (answer instanceof Answer.Choices several) {
                Set<String> options = several.options().stream()
                        .filter(question.optionIds()::contains)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                if (!options.isEmpty()) {
                    known.put(id, new Answer.Choices(options));
                }
            } else if (!(answer instanceof Answer.Choice choice)
                    || question.optionIds().contains(choice.option())) {
                known.put(id, answer);
            }
        });
        return known;
    }

    /** Whether the first reading shows one verdict and the second the other. */
    Formula verdicts(Intervention ofA, Verdict first, Intervention ofB, Verdict second) {
        return f.and(a.verdict(ofA, first), b.verdict(ofB, second));
    }

    Formula urgencies(Urgency first, Urgency second) {
        return f.and(a.urgency(first), b.urgency(second));
    }

    /** Whether both underlying verdicts of one intervention are final and differ, and neither reading shows any stance on it. */
    Formula differWithoutStance(Intervention intervention) {
        List<Formula> differ = new ArrayList<>();
        for (Verdict first : FINAL) {
            for (Verdict second : FINAL) {
                if (first != second) {
                    differ.add(f.and(a.underlying(intervention, first), b.underlying(intervention, second)));
                }
            }
        }
        return f.and(
                f.or(differ),
                f.not(a.any(intervention, Verb.STANCE, null)),
                f.not(b.any(intervention, Verb.STANCE, null)));
    }
}
