package painpathway.counterfactual;

import painpathway.counterfactual.AnswerChange.Kind;
import painpathway.counterfactual.AnswerChange.Values;
import painpathway.logic.PlacedQuestion;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;

/**
 * An answer that the solver accepts.
 *
 * @param values every answer that it would accept in its stead
 */
record ChosenAnswer(AnswerSlot slot, Answer answer, Values values) {

    /** The same as a change of what this patient answered. */
    AnswerChange change(FocusedAssessment view) {
        PlacedQuestion asked = slot.asked();
        return new AnswerChange(
                asked.question(), view.pain(asked), view.given(asked), answer, values, kind(view, asked));
    }

    private Kind kind(FocusedAssessment view, PlacedQuestion asked) {
        Question question = asked.question();
        Kind kind = Kind.of(question);
        if (view.blank(asked)) {
            // An open question only has to be asked; one that is not asked yet becomes due when another answer changes.
            boolean notAskedYet = asked.place() == 0 && view.answers().due(question) == Truth.NOT_MET;
            return notAskedYet && kind != Kind.NEVER ? kind : Kind.MISSING;
        }
        Answer given = view.given(asked);
        boolean forbidden = !question.changeable() || question.onlyMore() && given != null && less(given, answer);
        return forbidden ? Kind.NEVER : kind;
    }

    private static boolean less(Answer from, Answer to) {
        if (from instanceof Answer.Amount before && to instanceof Answer.Amount after) {
            return after.value() < before.value();
        }
        return from instanceof Answer.Choices before
                && to instanceof Answer.Choices after
                && !after.options().containsAll(before.options())
                && !before.options().contains(Question.NONE);
    }
}
