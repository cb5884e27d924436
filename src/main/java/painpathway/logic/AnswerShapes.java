package painpathway.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import painpathway.questionnaire.Question;

/** Which combinations of variables are an answer: a choice has one option, "none" stands alone, and cuts are passed in their order. */
final class AnswerShapes {

    private final FormulaFactory f;
    private final NumericPartition cuts;
    private final VariableNames names;
    private final AnswerVariables answers;
    private final Map<PlacedQuestion, List<Formula>> shapes = new LinkedHashMap<>();
    private final Map<Variable, PlacedQuestion> owners = new HashMap<>();

    AnswerShapes(
            FormulaFactory f,
            NumericPartition cuts,
            VariableNames names,
            AnswerVariables answers,
            List<PlacedQuestion> asked) {
        this.f = f;
        this.cuts = cuts;
        this.names = names;
        this.answers = answers;
        for (PlacedQuestion placed : asked) {
            shapes.put(placed, shape(placed.question(), placed.place()));
            answers.variables(placed.question(), placed.place()).forEach(v -> owners.put(v, placed));
        }
    }

    /** The conditions for all questions, in the order of the questionnaire. */
    List<Formula> all() {
        return shapes.values().stream().flatMap(List::stream).toList();
    }

    /** The conditions for one question. */
    List<Formula> of(PlacedQuestion placed) {
        return shapes.getOrDefault(placed, List.of());
    }

    /** Every question that has conditions, in the order of the questionnaire. */
    Set<PlacedQuestion> questions() {
        return shapes.keySet();
    }

    /** The question whose answer a variable is part of; null if it is part of none. */
    @Nullable
    PlacedQuestion owner(Variable variable) {
        return owners.get(variable);
    }

    private List<Formula> shape(Question question, int place) {
        return question.type().isNumber() ? ofNumber(question, place) : ofOptions(question, place);
    }

    private List<Formula> ofNumber(Question question, int place) {
        List<Formula> shape = new ArrayList<>();
        for (int i = 0; i < cuts.of(question).size(); i++) {
            Variable lower = i == 0 ? answers.answered(question, place) : answers.above(question, place, i - 1);
            shape.add(f.implication(answers.above(question, place, i), lower));
        }
        return shape;
    }

    private List<Formula> ofOptions(Question question, int place) {
        List<Formula> shape = new ArrayList<>();
        List<Variable> options = question.optionIds().stream()
                .map(o -> answers.option(question, place, o))
                .toList();
        shape.add(f.equivalence(answers.answered(question, place), f.or(options)));
        if (question.type() == Question.Type.CHOICE) {
            // An option that only another reading of the same answers knows excludes the others too.
            List<Variable> all = Stream.concat(question.optionIds().stream(), names.otherOptions(question).stream())
                    .distinct()
                    .map(o -> answers.option(question, place, o))
                    .toList();
            shape.add(f.amo(all));
        } else if (question.option(Question.NONE) != null) {
            Variable none = answers.option(question, place, Question.NONE);
            options.stream().filter(o -> !o.equals(none)).forEach(o -> shape.add(f.or(none.negate(), o.negate())));
        }
        return shape;
    }
}
