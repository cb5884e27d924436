package painpathway.logic;

import java.util.function.Predicate;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/**
 * The values that rules read at the place in focus: what was answered, or what a blank counts as. A copy of a question has no variables of its
 * own. It is another formula over the variables of the question that it copies.
 */
final class ValuesInUse {

    private final FormulaFactory f;
    private final Questionnaire questionnaire;
    private final AnswerVariables answers;

    ValuesInUse(FormulaFactory f, Questionnaire questionnaire, AnswerVariables answers) {
        this.f = f;
        this.questionnaire = questionnaire;
        this.answers = answers;
    }

    /** Whether there is a value at all. */
    Formula known(Question question) {
        if (question.derived() && !question.copy()) {
            return f.and(question.inputs().stream()
                    .map(q -> known(questionnaire.known(q)))
                    .toList());
        }
        return question.unknownAs() != null ? f.verum() : answers.answered(question, 0);
    }

    /** Whether this option is chosen or ticked. */
    Formula option(Question question, String option) {
        return inUse(
                question,
                answers.option(questionnaire.original(question), 0, option),
                a -> a instanceof Answer.Choice choice && choice.option().equals(option)
                        || a instanceof Answer.Choices several
                                && several.options().contains(option));
    }

    /** Whether the number is above this cut. */
    Formula above(Question question, Cut cut) {
        Question original = questionnaire.original(question);
        return inUse(
                question,
                f.and(answers.answered(original, 0), answers.above(original, 0, cut)),
                a -> a instanceof Answer.Amount amount && cut.below(amount.value()));
    }

    private Formula inUse(Question question, Formula given, Predicate<Answer> ofBlank) {
        boolean blank = question.unknownAs() != null && ofBlank.test(question.unknownAs());
        return blank ? f.or(given, f.not(answers.answered(questionnaire.original(question), 0))) : given;
    }
}
