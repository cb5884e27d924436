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

    /** An answer as literals. Of a number only the cuts that matter here are told. */
    List<Literal> literals(@Nullable Answer answer) {
        List<Literal> all = answers.literals(question(), asked.place(), answer);
        if (!question().type().isNumber()) {
            return all;
        }
        List<Literal> some = new ArrayList<>(List.of(all.get(0)));
        cells.cutIndexes().forEach(i -> some.add(all.get(1 + i)));
        return some;
    }

    /** Whether a literal is the option "none of these". */
    boolean isNone(Literal literal) {
        return question().option(Question.NONE) != null && literal.equals(option(Question.NONE));
    }
}
