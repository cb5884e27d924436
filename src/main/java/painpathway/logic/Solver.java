package painpathway.logic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.logicng.datastructures.Assignment;
import org.logicng.datastructures.Tristate;
import org.logicng.formulas.FType;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import org.logicng.solvers.MiniSat;
import org.logicng.solvers.functions.OptimizationFunction;
import org.logicng.solvers.sat.MiniSatConfig;

/**
 * A SAT solver that is loaded once and asked many questions. Not thread-safe: one thread at a time, with its own formula factory.
 */
public final class Solver {

    private final FormulaFactory f;
    private final MiniSat solver;
    private final Map<Formula, Literal> named = new HashMap<>();
    private int queries;
    private int counters;
    private int names;

    /** An empty solver for formulas of this factory. */
    public Solver(FormulaFactory f) {
        this.f = f;
        this.solver = MiniSat.miniSat(
                f,
                MiniSatConfig.builder()
                        .cnfMethod(MiniSatConfig.CNFMethod.PG_ON_SOLVER)
                        .build());
    }

    /** Adds a formula that is true from now on. */
    public void add(Collection<Formula> clauses) {
        solver.add(clauses);
    }

    /** Whether all of these can be true together. */
    public boolean possible(Formula... all) {
        return possible(List.of(all));
    }

    /** Whether all of these can be true together. */
    public boolean possible(Collection<? extends Formula> all) {
        List<Literal> assumptions = assumptions(all);
        if (assumptions == null) {
            return false;
        }
        queries++;
        return solver.sat(assumptions) == Tristate.TRUE;
    }

    /** A model of the last question, if its answer was yes: the values of all variables. */
    public Assignment model() {
        return solver.model();
    }

    /** The same for these variables alone, which is faster. */
    public Assignment model(Collection<Variable> of) {
        return solver.model(of);
    }

    /** Of all models in which these are true, one with the fewest of {@code soft} true; null if there is none. */
    public @Nullable Assignment fewest(Collection<? extends Formula> all, Collection<Variable> soft) {
        List<Literal> assumptions = assumptions(all);
        if (assumptions == null) {
            return null;
        }
        queries++;
        var state = solver.saveState();
        @Nullable Assignment least;
        try {
            assumptions.forEach(solver::add);
            least = solver.execute(
                    OptimizationFunction.builder().minimize().literals(soft).build());
        } finally {
            solver.loadState(state);
        }
        if (least == null) {
            return null;
        }
        // The optimum gives only the soft variables; with these fixed the solver gives the others.
        soft.stream().filter(v -> !least.evaluateLit(v)).forEach(v -> assumptions.add(v.negate()));
        solver.sat(assumptions);
        return solver.model();
    }

    /** Does a piece of work while these are true too; then forgets them and everything that was learnt from them. */
    public <T> T meanwhile(Collection<? extends Formula> facts, Supplier<T> work) {
        Set<Formula> before = Set.copyOf(named.keySet());
        var state = solver.saveState();
        try {
            facts.forEach(solver::add);
            return work.get();
        } finally {
            solver.loadState(state);
            named.keySet().retainAll(before);
        }
    }

    /**
     * Counts variables: of the literals returned, the one at position n can be false only if at most n of the variables are true.
     * Assume its negation to ask for at most n.
     */
    public List<Variable> counter(List<Variable> counted) {
        counters++;
        return count(counted, "count" + counters + " ");
    }

    private List<Variable> count(List<Variable> counted, String name) {
        if (counted.size() <= 1) {
            return counted;
        }
        int half = counted.size() / 2;
        List<Variable> left = count(counted.subList(0, half), name + "l");
        List<Variable> right = count(counted.subList(half, counted.size()), name + "r");
        List<Variable> sum = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            sum.add(f.variable(name + ">" + i));
        }
        for (int i = 0; i <= left.size(); i++) {
            for (int j = 0; j <= right.size(); j++) {
                if (i + j > 0) {
                    // i of the left and j of the right make i + j of all.
                    List<Literal> clause = new ArrayList<>(List.of(sum.get(i + j - 1)));
                    if (i > 0) {
                        clause.add(left.get(i - 1).negate());
                    }
                    if (j > 0) {
                        clause.add(right.get(j - 1).negate());
                    }
                    solver.add(f.clause(clause));
                }
            }
        }
        return sum;
    }

    /** How many questions have been asked so far. */
    public int queries() {
        return queries;
    }

    /** Formulas as assumptions; null if one of them is plainly false. */
    private @Nullable List<Literal> assumptions(Collection<? extends Formula> all) {
        List<Literal> assumptions = new ArrayList<>(all.size());
        for (Formula formula : all) {
            if (formula.type() == FType.FALSE) {
                return null;
            }
            if (formula.type() == FType.AND) {
                formula.forEach(part -> assumptions.add(named(part)));
            } else if (formula.type() != FType.TRUE) {
                assumptions.add(named(formula));
            }
        }
        return assumptions;
    }

    private Literal named(Formula formula) {
        if (formula instanceof Literal literal) {
            return literal;
        }
        return named.computeIfAbsent(formula, k -> {
            Variable variable = f.variable("asked " + ++names);
            solver.add(f.equivalence(variable, k));
            return variable;
        });
    }
}
