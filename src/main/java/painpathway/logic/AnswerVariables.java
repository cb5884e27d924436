package painpathway.logic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.logicng.datastructures.Assignment;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Question;

/**
 * The answers of a patient as variables: whether a question has an answer, one variable for each option, and one for each cut of a number.
 * Place 0 is the place in focus, and questions about the patient are at place 0.
 */
public final class AnswerVariables {

    private final FormulaFactory f;
    private final NumericPartition cuts;
    private final VariableNames names;

    AnswerVariables(FormulaFactory f, NumericPartition cuts, VariableNames names) {
        this.f = f;
        this.cuts = cuts;
        this.names = names;
    }

    /** Whether a question has an answer, due or not. */
    public Variable answered(Question question, int place) {
        return f.variable(names.answered(question, place));
    }

    /** Whether this option is chosen or ticked. */
    public Variable option(Question question, int place, String option) {
        return f.variable(names.option(question, place, option));
    }

    /** Whether the number is above the cut with this index in {@link NumericPartition#of}. */
    public Variable above(Question question, int place, int cut) {
        return f.variable(names.above(question, place, cut));
    }

    /** Whether the number is above this cut, which can be outside its range. */
    Formula above(Question question, int place, Cut cut) {
        if (cut.below(question.lowest())) {
            return f.verum();
        }
        if (!cut.below(question.highest())) {
            return f.falsum();
        }
        return above(question, place, cuts.of(question).indexOf(cut));
    }

    /** Whether there is a further place, 1 or 2. */
    public Variable exists(int place) {
        return f.variable(names.exists(place));
    }

    /** The variables that an answer to this question consists of, the one for "answered" first. */
    public List<Variable> variables(Question question, int place) {
        List<Variable> all = new ArrayList<>();
        all.add(answered(question, place));
        question.optionIds().forEach(o -> all.add(option(question, place, o)));
        for (int i = 0; question.type().isNumber() && i < cuts.of(question).size(); i++) {
            all.add(above(question, place, i));
        }
        return all;
    }

    /** The values that an answer gives to these variables. Without an answer, or with "not known", the question is open and all are false. */
    public List<Literal> literals(Question question, int place, @Nullable Answer answer) {
        List<Literal> literals = new ArrayList<>();
        boolean blank = answer == null || answer instanceof Answer.NotKnown;
        literals.add(literal(answered(question, place), !blank));
        for (String option : question.optionIds()) {
            boolean chosen =
                    answer instanceof Answer.Choice choice && choice.option().equals(option);
            boolean ticked = answer instanceof Answer.Choices choices
                    && choices.options().contains(option);
            literals.add(literal(option(question, place, option), chosen || ticked));
        }
        if (question.type().isNumber()) {
            List<Cut> all = cuts.of(question);
            for (int i = 0; i < all.size(); i++) {
                boolean above =
                        answer instanceof Answer.Amount amount && all.get(i).below(amount.value());
                literals.add(literal(above(question, place, i), above));
            }
        }
        return literals;
    }

    private static Literal literal(Variable variable, boolean positive) {
        return positive ? variable : variable.negate();
    }

    /** The answer that a model gives to a question; null if it is blank. A number stands for its whole cell. */
    public @Nullable Answer answer(Question question, int place, Assignment model) {
        if (!model.evaluateLit(answered(question, place))) {
            return null;
        }
        if (question.type().isNumber()) {
            int cell = -1;
            for (int i = 0; i < cuts.of(question).size(); i++) {
                cell = model.evaluateLit(above(question, place, i)) ? i : cell;
            }
            return new Answer.Amount(cuts.representative(question, cell));
        }
        Set<String> ticked = new LinkedHashSet<>();
        question.optionIds().stream()
                .filter(o -> model.evaluateLit(option(question, place, o)))
                .forEach(ticked::add);
        return question.type() == Question.Type.CHOICES
                ? new Answer.Choices(ticked)
                : new Answer.Choice(ticked.iterator().next());
    }

    /** How many answers to a question the rules can tell apart, including blank. */
    public double cells(Question question) {
        return switch (question.type()) {
            case CHOICE -> question.options().size() + 1;
            case CHOICES -> {
                int none = question.option(Question.NONE) == null ? 0 : 1;
                int free = question.options().size() - none;
                yield Math.pow(2, free) - 1 + none + 1;
            }
            default -> cuts.of(question).size() + 2;
        };
    }
}
