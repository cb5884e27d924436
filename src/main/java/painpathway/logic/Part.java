package painpathway.logic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * The part of an encoding that some formulas depend on. It is enough for questions about these formulas, because the rest can always be
 * filled in.
 *
 * @param clauses   the clauses to give to a solver
 * @param asked     the questions that can matter, in the order of the questionnaire, those at the place in focus first
 * @param variables every variable in the clauses
 */
public record Part(List<Formula> clauses, List<PlacedQuestion> asked, Set<Variable> variables) {

    static Part of(Collection<Formula> formulas, FormulaFactory f, Definitions definitions, AnswerShapes shapes) {
        List<Formula> needed = new ArrayList<>();
        Set<Variable> seen = new LinkedHashSet<>();
        Set<PlacedQuestion> asked = new LinkedHashSet<>();
        Deque<Variable> open = new ArrayDeque<>();
        formulas.forEach(formula -> open.addAll(formula.variables()));
        while (!open.isEmpty()) {
            Variable variable = open.pop();
            if (!seen.add(variable)) {
                continue;
            }
            Formula meaning = definitions.meaning(variable);
            PlacedQuestion owner = shapes.owner(variable);
            if (meaning != null) {
                needed.add(f.equivalence(variable, meaning));
                open.addAll(meaning.variables());
            } else if (owner != null) {
                asked.add(owner);
            }
        }
        List<PlacedQuestion> inOrder = shapes.questions().stream()
                .filter(asked::contains)
                .sorted(Comparator.comparingInt(PlacedQuestion::place))
                .toList();
        inOrder.forEach(placed -> needed.addAll(shapes.of(placed)));
        return new Part(needed, inOrder, seen);
    }
}
