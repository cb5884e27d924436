package painpathway.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.logicng.formulas.Formula;
import painpathway.advice.Verdict;

/** Searches for the smallest sets of changes that bring one intervention a verdict. Not thread-safe. */
final class CounterfactualSearch {

    private static final Comparator<Counterfactual> EASIEST_FIRST = Comparator.<Counterfactual>comparingInt(
                    c -> c.changes().stream()
                            .mapToInt(change -> change.kind().ordinal())
                            .sum())
            .thenComparing(c -> c.changes().stream()
                    .map(change -> String.format("%04d %s", change.question().index(), change.pain()))
                    .toList()
                    .toString());

    private final InterventionSolver solver;
    private final AnswerChooser chooser;

    /** The first of the smallest counterfactuals, and how many there are. */
    record Found(List<Counterfactual> first, int count) {

        static final Found NOTHING = new Found(List.of(), 0);
    }

    CounterfactualSearch(InterventionSolver solver) {
        this.solver = solver;
        this.chooser = new AnswerChooser(solver);
    }

    /** Whether changes can bring this verdict at all. */
    boolean reachable(Verdict verdict) {
        return solver.possible(solver.verdict(verdict));
    }

    /** All smallest counterfactuals with this verdict, which must be reachable. */
    Found smallest(FocusedAssessment view, Verdict verdict) {
        Formula target = solver.verdict(verdict);
        List<List<AnswerSlot>> sets = solver.where(target, this::smallestSets);
        List<Counterfactual> all = new ArrayList<>();
        for (List<AnswerSlot> set : sets) {
            all.add(new Counterfactual(chooser.choose(view, set, target).stream()
                    .map(chosen -> chosen.change(view))
                    .toList()));
        }
        all.sort(EASIEST_FIRST);
        int reported = Math.min(all.size(), CounterfactualFinder.MOST_SETS);
        return new Found(List.copyOf(all.subList(0, reported)), sets.size());
    }

    private List<List<AnswerSlot>> smallestSets() {
        List<List<AnswerSlot>> found = new ArrayList<>();
        solver.possible();
        int size = solver.changedNow().size();
        // Fewer and fewer, until the solver proves that fewer is impossible.
        while (size > 0 && solver.possible(solver.atMost(size - 1))) {
            size = solver.changedNow().size();
        }
        while (found.size() < CounterfactualFinder.MOST_FOUND && solver.possible(solver.atMost(size))) {
            List<AnswerSlot> set = solver.changedNow();
            found.add(set);
            solver.exclude(set);
            if (set.isEmpty()) {
                break;
            }
        }
        return found;
    }
}
