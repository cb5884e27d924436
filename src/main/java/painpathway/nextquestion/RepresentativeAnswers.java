package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Derivation;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Question.Condition;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;

/** Answers that represent all answers to a question when the next one is chosen: every option, and a number between any two constants. */
final class RepresentativeAnswers {

    /** An answer and its weight; "none" weighs as much as all other options together. */
    record Tried(Answer answer, double weight) {}

    private final RuleGraph wiring;
    private final List<List<Tried>> byQuestion;

    RepresentativeAnswers(RuleGraph wiring) {
        this.wiring = wiring;
        this.byQuestion = of(wiring.book);
    }

    /** Answers that differ in what is still at stake, each with the weight of all answers that leave the same at stake. */
    Collection<Tried> of(Question question, int place, ReachableTruths outlook, RelevanceAnalysis stakes) {
        Map<List<Object>, Tried> different = new LinkedHashMap<>();
        for (Tried tried : byQuestion.get(question.index())) {
            different.merge(
                    signature(question, place, tried.answer, outlook, stakes),
                    tried,
                    (a, b) -> new Tried(a.answer, a.weight + b.weight));
        }
        return different.values();
    }

    private List<Object> signature(
            Question question, int place, Answer answer, ReachableTruths outlook, RelevanceAnalysis stakes) {
        List<Object> signature = new ArrayList<>();
        for (int check : wiring.checksOf[question.index()]) {
            if (stakes.matters(check, question, place)) {
                RuleGraph.Check of = wiring.checks[check];
                if (!of.question().derived() || of.question().copy()) {
                    signature.add(RuleGraph.passes(of.test(), answer));
                } else if (of.question().derivation() instanceof Derivation.CountOf count) {
                    signature.add(ReachableTruths.count(answer, count.options().get(question.id())));
                } else {
                    signature.add(answer);
                }
            }
        }
        for (int child : wiring.children[question.index()]) {
            for (Condition condition : wiring.asked.get(child).askedWhen()) {
                if (condition.question().equals(question.id())) {
                    signature.add(condition.matches(answer));
                }
            }
        }
        return signature;
    }

    /** The answers by question, for all questions that are asked. */
    private static List<List<Tried>> of(RuleBook book) {
        Map<Question, Set<Double>> constants = new java.util.IdentityHashMap<>();
        for (ClinicalRule rule : book.rules()) {
            for (Literal literal : rule.literals()) {
                if (literal instanceof Literal.Compare compare) {
                    constants
                            .computeIfAbsent(book.questionnaire().original(compare.question()), q -> new TreeSet<>())
                            .add(compare.value());
                }
            }
        }
        for (Question question : book.questionnaire().asked()) {
            for (Condition condition : question.askedWhen()) {
                Set<Double> of = constants.computeIfAbsent(
                        book.questionnaire().question(condition.question()), q -> new TreeSet<>());
                if (condition.atLeast() != null) {
                    of.add(condition.atLeast());
                }
                if (condition.atMost() != null) {
                    of.add(condition.atMost());
                }
            }
        }
        return book.questionnaire().asked().stream()
                .map(q -> of(q, constants.getOrDefault(q, Set.of())))
                .toList();
    }

    private static List<Tried> of(Question question, Set<Double> constants) {
        if (question.type().isNumber()) {
            Set<Double> values = new LinkedHashSet<>(List.of(question.min()));
            constants.stream()
                    .filter(v -> v >= question.min() && v <= question.max())
                    .forEach(values::add);
            values.add(question.max());
            return values.stream()
                    .map(v -> new Tried(new Answer.Amount(v), 1.0 / values.size()))
                    .toList();
        }
        List<Tried> tried = new ArrayList<>();
        boolean none = question.option(Question.NONE) != null;
        for (String option : question.optionIds()) {
            Answer answer = question.type() == Question.Type.CHOICE
                    ? new Answer.Choice(option)
                    : new Answer.Choices(Set.of(option));
            boolean all = !none || question.options().size() == 1;
            tried.add(new Tried(
                    answer,
                    all
                            ? 1.0 / question.options().size()
                            : option.equals(Question.NONE)
                                    ? 0.5
                                    : 0.5 / (question.options().size() - 1)));
        }
        return List.copyOf(tried);
    }
}
