package painpathway.counterfactual;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import painpathway.logic.AnswerVariables;
import painpathway.logic.PlacedQuestion;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Question;

/**
 * A question whose answer matters to one intervention.
 *
 * @param asked   the question at its place
 * @param changed true in the solver if the answer may differ from the one given
 * @param cells   the parts of its range that the intervention's rules tell apart; one cell if it is no number
 */
record AnswerSlot(PlacedQuestion asked, Variable changed, NumericCells cells, AnswerVariables answers) {

    Question question() {
        return asked.question();
    }

    /** Whether this option is chosen or ticked. */
    Variable option(String option) {
        return answers.option(question(), asked.place(), option);
    }

    /** An answer as literals. Of a number the cuts on either side are enough, because the shape of an answer fixes all others. */
    List<Literal> literals(@Nullable Answer answer) {
        if (!question().type().isNumber()) {
            return answers.literals(question(), asked.place(), answer);
        }
        Variable answered = answers.answered(question(), asked.place());
        if (!(answer instanceof Answer.Amount amount)) {
            return List.of(answered.negate());
        }
        List<Literal> around = new ArrayList<>(List.of(answered));
        int cell = cells.of(amount.value());
        if (cell > 0) {
            around.add(above(cell - 1));
        }
        if (cell + 1 < cells.count()) {
            around.add(above(cell).negate());
        }
        return around;
    }

    private Variable above(int cut) {
        return answers.above(question(), asked.place(), cells.cutIndexes().get(cut));
    }

    /** Whether a literal is the option "none of these". */
    boolean isNone(Literal literal) {
        return question().option(Question.NONE) != null && literal.equals(option(Question.NONE));
    }
}
