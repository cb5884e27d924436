package painpathway.logic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/** The clauses of an encoding. A formula that is used often gets a variable that stands for it, so that the solver has it only once. */
final class Definitions {

    private final FormulaFactory f;
    private final VariableNames names;
    private final Map<Formula, Formula> defined;
    private final Map<Variable, Formula> meanings = new HashMap<>();
    private final List<Formula> clauses = new ArrayList<>();

    private Definitions(FormulaFactory f, VariableNames names, Map<Formula, Formula> defined) {
        this.f = f;
        this.names = names;
        this.defined = new HashMap<>(defined);
    }

    /** No clauses and no definitions yet. */
    static Definitions empty(FormulaFactory f, VariableNames names) {
        return new Definitions(f, names, Map.of());
    }

    /** No clauses yet, but whatever is already defined here is not defined again. */
    Definitions continued(VariableNames as) {
        return new Definitions(f, as, defined);
    }

    /** The variable that stands for a formula; the formula itself if it is no longer than a variable. */
    Formula define(String what, Formula formula) {
        if (formula.isConstantFormula() || formula.isAtomicFormula()) {
            return formula;
        }
        return defined.computeIfAbsent(formula, k -> {
            Variable variable = f.variable(names.definition(what));
            meanings.put(variable, k);
            clauses.add(f.equivalence(variable, k));
            return variable;
        });
    }

    /** Adds clauses that are always true. */
    void require(List<Formula> always) {
        clauses.addAll(always);
    }

    List<Formula> clauses() {
        return Collections.unmodifiableList(clauses);
    }

    /** The formula that a variable stands for; null if it stands for none. */
    @Nullable
    Formula meaning(Variable variable) {
        return meanings.get(variable);
    }
}
