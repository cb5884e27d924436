package painpathway.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import painpathway.rules.RuleBook;

/**
 * Which intervention's result is a criterion of which other one, under one policy, read from the rules. An edge leads from A to B if a
 * rule that suggests, holds or contraindicates B depends on a question whose answer is a result of A. Immutable.
 */
public final class Pathway {

    /** An intervention with the questions about its result, if there are any. */
    public record Node(Intervention intervention, List<Question> results) {}

    /** A result of one intervention is a criterion of another, or of the same one again, in these rules. */
    public record Edge(Intervention from, Intervention to, List<ClinicalRule> rules) {}

    private final RuleBook book;
    private final String policy;
    private final List<Node> nodes;
    private final List<Edge> edges;
    private final StepOrder order;

    /** Reads the pathway of a policy from the rules. */
    public Pathway(RuleBook book, String policy) {
        this.book = book;
        this.policy = policy;
        this.nodes = book.catalogue().interventions().stream()
                .map(i -> new Node(i, results(book, i)))
                .toList();
        this.edges = new EdgeReader(book, policy).edges();
        this.order = new StepOrder(book.catalogue(), edges);
    }

    private static List<Question> results(RuleBook book, Intervention intervention) {
        return book.questionnaire().asked().stream()
                .filter(q -> intervention.id().equals(q.resultOf()))
                .toList();
    }

    /** The policy of this pathway. */
    public String policy() {
        return policy;
    }

    /** Every intervention, in the order of the catalogue. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The edges, sorted by where they begin, then by where they lead. */
    public List<Edge> edges() {
        return edges;
    }

    /** How many interventions come before this one on the pathway and not also after it. */
    public int before(Intervention intervention) {
        return order.before(intervention);
    }

    /**
     * A counterfactual as steps in order: first what only has to be asked, then along the pathway, where care comes before tests and tests
     * before time. A step that leads to the result of an intervention comes at the position of that intervention.
     */
    public List<AnswerChange> steps(Counterfactual counterfactual) {
        return order.steps(counterfactual);
    }

    /** Where a patient is with every entry of an advice, in its order. The results must belong to the same advice. */
    public List<PathwayStatus> standings(Assessment assessment, Advice advice, List<CounterfactualResult> results) {
        List<Answers> places = Answers.of(book.questionnaire(), assessment);
        List<PathwayStatus> all = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            InterventionAdvice entry = advice.interventions().get(i);
            all.add(status(entry, places.get(entry.pain()), results.get(i)));
        }
        return List.copyOf(all);
    }

    private PathwayStatus status(InterventionAdvice entry, Answers answers, CounterfactualResult result) {
        List<AnswerChange> steps =
                result.sets().isEmpty() ? List.of() : steps(result.sets().get(0));
        return new PathwayStatus(
                entry, done(entry.intervention(), answers), PathwayStatus.State.of(entry.verdict()), steps, result);
    }

    /** What the answers about one place say about having done it; empty if none says that it was done. */
    public List<PathwayStatus.Result> done(Intervention intervention, Answers answers) {
        return nodes.get(intervention.index()).results().stream()
                .filter(q -> saysDone(q, answers))
                .map(q -> new PathwayStatus.Result(q, Objects.requireNonNull(answers.value(q))))
                .toList();
    }

    /** Whether a result shows that the thing was done. Any answer does, except the smallest amount of care, which means none. */
    private static boolean saysDone(Question result, Answers answers) {
        if (answers.due(result) != Truth.MET || answers.blank(result)) {
            return false;
        }
        boolean amountOfCare = result.type().isNumber() && Kind.of(result) == Kind.WITH_CARE;
        return !amountOfCare || answers.numberAt(result.index()) > result.lowest();
    }
}
