package painpathway.pathway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.counterfactual.AnswerChange;
import painpathway.counterfactual.AnswerChange.Kind;
import painpathway.counterfactual.Counterfactual;
import painpathway.counterfactual.CounterfactualResult;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/**
 * Which intervention's result is a criterion of which other one, under one policy, read from the rules: an edge leads from A to B if a
 * rule that suggests, holds or contraindicates B depends on a question whose answer is a result of A. Immutable.
 */
public final class Pathway {

    /** An intervention with the questions about its result, if there are any. */
    public record Node(Intervention intervention, List<Question> results) {}

    /** A result of one intervention is a criterion of another, or of the same one again, in these rules. */
    public record Edge(Intervention from, Intervention to, List<ClinicalRule> rules) {}

    private final RuleBook book;
    private final String policy;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<Intervention, Integer> before = new HashMap<>();

    /** Reads the pathway of a policy from the rules. */
    public Pathway(RuleBook book, String policy) {
        this.book = book;
        this.policy = policy;
        Map<Intervention, List<Question>> results = new LinkedHashMap<>();
        book.catalogue().interventions().forEach(i -> results.put(i, new ArrayList<>()));
        for (Question question : book.questionnaire().asked()) {
            if (question.resultOf() != null) {
                results.get(book.catalogue().intervention(question.resultOf())).add(question);
            }
        }
        results.forEach((intervention, questions) -> nodes.add(new Node(intervention, List.copyOf(questions))));
        Map<ClinicalRule, Set<Intervention>> behind = new HashMap<>();
        for (Intervention to : book.catalogue().interventions()) {
            Map<Intervention, List<ClinicalRule>> from = new HashMap<>();
            for (Verb verb : List.of(Verb.SUGGEST, Verb.HOLD, Verb.CONTRAINDICATE)) {
                for (ClinicalRule rule : book.rulesFor(to.index(), verb)) {
                    if (rule.inForce(policy)) {
                        behind.computeIfAbsent(rule, this::resultsBehind)
                                .forEach(i -> from.computeIfAbsent(i, k -> new ArrayList<>())
                                        .add(rule));
                    }
                }
            }
            book.catalogue().interventions().stream()
                    .filter(from::containsKey)
                    .forEach(i -> edges.add(new Edge(i, to, List.copyOf(from.get(i)))));
        }
        edges.sort(Comparator.<Edge>comparingInt(e -> e.from().index()).thenComparingInt(e -> e.to().index()));
        rank();
    }

    /** The policy of this pathway. */
    public String policy() {
        return policy;
    }

    /** Every intervention, in the order of the catalogue. */
    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** The edges, sorted by where they begin, then by where they lead. */
    public List<Edge> edges() {
        return List.copyOf(edges);
    }

    /** How many interventions come before this one on the pathway and not also after it. */
    public int before(Intervention intervention) {
        return before.get(intervention);
    }

    /** The interventions whose results a rule depends on. */
    private Set<Intervention> resultsBehind(ClinicalRule rule) {
        Set<Intervention> interventions = new LinkedHashSet<>();
        for (Literal literal : rule.literals()) {
            if (literal instanceof Literal.OfFinding of) {
                book.rulesOf(book.findings().get(of.finding()), policy)
                        .forEach(r -> interventions.addAll(resultsBehind(r)));
            } else {
                book.questionnaire().asksFor(((Literal.Test) literal).question()).stream()
                        .filter(q -> q.resultOf() != null)
                        .forEach(q -> interventions.add(book.catalogue().intervention(q.resultOf())));
            }
        }
        return interventions;
    }

    private void rank() {
        int size = nodes.size();
        boolean[][] leads = new boolean[size][size];
        edges.forEach(e -> leads[e.from().index()][e.to().index()] = true);
        for (int via = 0; via < size; via++) {
            for (int from = 0; from < size; from++) {
                for (int to = 0; to < size; to++) {
                    leads[from][to] |= leads[from][via] && leads[via][to];
                }
            }
        }
        for (Node node : nodes) {
            int here = node.intervention().index();
            int count = 0;
            for (int other = 0; other < size; other++) {
                count += leads[other][here] && !leads[here][other] ? 1 : 0;
            }
            before.put(node.intervention(), count);
        }
    }

    /**
     * CounterfactualFinder as steps in order: first what only has to be asked, then along the pathway, where care comes before tests and tests before time.
     * A step that leads to the result of an intervention comes at the position of that intervention.
     */
    public List<AnswerChange> steps(Counterfactual set) {
        return set.changes().stream()
                .sorted(Comparator.<AnswerChange>comparingInt(
                                c -> c.kind() == Kind.MISSING ? -1 : place(c.question(), set))
                        .thenComparing(AnswerChange::kind)
                        .thenComparingInt(c -> c.question().index()))
                .toList();
    }

    /** Where a patient is with every entry of an advice, in its order. The prospects must belong to the same advice. */
    public List<PathwayStatus> standings(Assessment assessment, Advice advice, List<CounterfactualResult> prospects) {
        List<Answers> places = Answers.of(book.questionnaire(), assessment);
        List<PathwayStatus> standings = new ArrayList<>();
        for (int i = 0; i < prospects.size(); i++) {
            InterventionAdvice entry = advice.interventions().get(i);
            Answers answers = places.get(entry.pain());
            List<Question> results = nodes.get(entry.intervention().index()).results().stream()
                    .filter(q -> saysDone(q, answers))
                    .toList();
            List<Counterfactual> sets = prospects.get(i).sets();
            standings.add(new PathwayStatus(
                    entry,
                    results.stream()
                            .map(q -> new PathwayStatus.Result(q, answers.value(q)))
                            .toList(),
                    PathwayStatus.State.of(entry.verdict()),
                    sets.isEmpty() ? List.of() : steps(sets.get(0)),
                    prospects.get(i)));
        }
        return List.copyOf(standings);
    }

    /** Whether a result shows that the thing was done. Any answer does, except the smallest amount of care, which means none. */
    private static boolean saysDone(Question result, Answers answers) {
        if (answers.due(result) != Truth.MET || answers.blank(result)) {
            return false;
        }
        boolean amountOfCare = result.type().isNumber() && Kind.of(result) == Kind.WITH_CARE;
        return !amountOfCare || answers.numberAt(result.index()) > result.min();
    }

    private int place(Question question, Counterfactual set) {
        if (question.resultOf() != null) {
            return before(book.catalogue().intervention(question.resultOf()));
        }
        // A change that makes another step's question due comes with that step.
        return set.changes().stream()
                .map(AnswerChange::question)
                .filter(q -> q.askedWhen().stream().anyMatch(w -> w.question().equals(question.id())))
                .mapToInt(q -> place(q, set))
                .min()
                .orElse(0);
    }
}
