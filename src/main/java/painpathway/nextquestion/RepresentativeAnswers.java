package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import painpathway.nextquestion.RuleGraph.AskedWhen;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Condition;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;

/**
 * A few answers to each question that stand for all others when the next question is chosen: every option alone, and of numbers
 * the bounds and every number that a rule or a condition compares with.
 */
final class RepresentativeAnswers {

    /** An answer, and the share of all answers that it stands for. "None" weighs as much as all other options together. */
    record Weighed(Answer answer, double weight) {}

    private final RuleGraph graph;
    /** By the index of the question. */
    private final List<List<Weighed>> answers;

    RepresentativeAnswers(RuleGraph graph) {
        this.graph = graph;
        Map<Question, Set<Double>> compared = comparedNumbers();
        this.answers = graph.questions().stream()
                .map(q -> q.type().isNumber() ? numbers(q, compared.getOrDefault(q, Set.of())) : options(q))
                .toList();
    }

    RuleGraph graph() {
        return graph;
    }

    /** Answers that differ in something that still matters, each with the weight of all answers that do not differ from it. */
    Collection<Weighed> of(Item item, RelevanceAnalysis relevance) {
        Map<List<Object>, Weighed> different = new LinkedHashMap<>();
        for (Weighed each : answers.get(item.question().index())) {
            different.merge(
                    traces(item, each.answer, relevance), each, (a, b) -> new Weighed(a.answer, a.weight + b.weight));
        }
        return different.values();
    }

    /** All that is noticed of an answer by the tests that matter, and by the conditions for asking other questions. */
    private List<Object> traces(Item item, Answer answer, RelevanceAnalysis relevance) {
        List<Object> traces = new ArrayList<>();
        for (AnswerTest test : graph.testsOn(item.question())) {
            if (relevance.relevant(test, item)) {
                traces.add(test.trace(item.question(), answer));
            }
        }
        for (Question dependent : graph.dependents(item.question())) {
            for (AskedWhen condition : graph.askedWhen(dependent)) {
                if (condition.parent().equals(item.question())) {
                    traces.add(condition.condition().matches(answer));
                }
            }
        }
        return traces;
    }

    /** The numbers that rules and conditions compare the answer to each question with. */
    private Map<Question, Set<Double>> comparedNumbers() {
        RuleBook book = graph.book();
        Map<Question, Set<Double>> compared = new LinkedHashMap<>();
        for (ClinicalRule rule : book.rules()) {
            for (Literal literal : rule.literals()) {
                if (literal instanceof Literal.Compare compare) {
                    Question original = book.questionnaire().original(compare.question());
                    compared.computeIfAbsent(original, q -> new TreeSet<>()).add(compare.value());
                }
            }
        }
        for (Question question : graph.questions()) {
            for (AskedWhen asked : graph.askedWhen(question)) {
                Condition condition = asked.condition();
                Set<Double> numbers = compared.computeIfAbsent(asked.parent(), q -> new TreeSet<>());
                Stream.of(condition.atLeast(), condition.atMost())
                        .filter(Objects::nonNull)
                        .forEach(numbers::add);
            }
        }
        return compared;
    }

    private static List<Weighed> numbers(Question question, Set<Double> compared) {
        NumberRange allowed = NumberRange.of(question);
        Set<Double> numbers = new TreeSet<>(List.of(allowed.low(), allowed.high()));
        compared.stream().filter(allowed::contains).forEach(numbers::add);
        return numbers.stream()
                .map(n -> new Weighed(new Answer.Amount(n), 1.0 / numbers.size()))
                .toList();
    }

    private static List<Weighed> options(Question question) {
        int options = question.options().size();
        boolean equal = question.option(Question.NONE) == null || options == 1;
        List<Weighed> weighed = new ArrayList<>();
        for (String option : question.optionIds()) {
            Answer answer = question.type() == Question.Type.CHOICE
                    ? new Answer.Choice(option)
                    : new Answer.Choices(Set.of(option));
            double unequal = option.equals(Question.NONE) ? 0.5 : 0.5 / (options - 1);
            weighed.add(new Weighed(answer, equal ? 1.0 / options : unequal));
        }
        return List.copyOf(weighed);
    }
}
