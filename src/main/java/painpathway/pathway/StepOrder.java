package painpathway.pathway;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import painpathway.counterfactual.AnswerChange;
import painpathway.counterfactual.AnswerChange.Kind;
import painpathway.counterfactual.Counterfactual;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.pathway.Pathway.Edge;
import painpathway.questionnaire.Question;

/** In which order the changes of a counterfactual come on a pathway. */
final class StepOrder {

    private final Catalogue catalogue;
    private final int[] before;

    StepOrder(Catalogue catalogue, List<Edge> edges) {
        this.catalogue = catalogue;
        this.before = before(leads(catalogue.interventions().size(), edges));
    }

    /** Whether one intervention leads to another, by any number of edges. */
    private static boolean[][] leads(int size, List<Edge> edges) {
        boolean[][] leads = new boolean[size][size];
        edges.forEach(e -> leads[e.from().index()][e.to().index()] = true);
        for (int via = 0; via < size; via++) {
            for (int from = 0; from < size; from++) {
                for (int to = 0; to < size; to++) {
                    leads[from][to] |= leads[from][via] && leads[via][to];
                }
            }
        }
        return leads;
    }

    private static int[] before(boolean[][] leads) {
        int[] before = new int[leads.length];
        for (int here = 0; here < leads.length; here++) {
            for (int other = 0; other < leads.length; other++) {
                before[here] += leads[other][here] && !leads[here][other] ? 1 : 0;
            }
        }
        return before;
    }

    /** How many interventions come before this one and not also after it. */
    int before(Intervention intervention) {
        return before[intervention.index()];
    }

    /** The changes in their order. */
    List<AnswerChange> steps(Counterfactual counterfactual) {
        return counterfactual.changes().stream()
                .sorted(Comparator.<AnswerChange>comparingInt(
                                c -> c.kind() == Kind.MISSING ? -1 : position(c.question(), counterfactual))
                        .thenComparing(AnswerChange::kind)
                        .thenComparingInt(c -> c.question().index()))
                .toList();
    }

    private int position(Question question, Counterfactual counterfactual) {
        if (question.resultOf() != null) {
            return before(Objects.requireNonNull(catalogue.intervention(question.resultOf())));
        }
        // A change that makes another step's question due comes with that step.
        return counterfactual.changes().stream()
                .map(AnswerChange::question)
                .filter(q -> q.askedWhen().stream().anyMatch(w -> w.question().equals(question.id())))
                .mapToInt(q -> position(q, counterfactual))
                .min()
                .orElse(0);
    }
}
