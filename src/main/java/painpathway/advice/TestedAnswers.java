package painpathway.advice;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.Literal;

/** Shows how the answers at one painful place were tested; {@code full} also shows what a derived number is made from. */
record TestedAnswers(Questionnaire questionnaire, Answers answers, boolean full) {

    /** {@code wanted}: whether the patient is better off if the test passes. */
    Reason.Tested tested(Literal.Test test, boolean wanted) {
        Question question = test.question();
        return new Reason.Tested(
                question,
                test.needs(),
                answers.value(question),
                answers.due(question),
                gap(test, wanted),
                full ? inputs(question) : List.of());
    }

    private List<Reason.Input> inputs(Question question) {
        if (!question.derived()) {
            return List.of();
        }
        return question.inputs().stream()
                .map(questionnaire::question)
                .sorted(Comparator.comparingInt(Question::index))
                .map(q -> new Reason.Input(q, answers.value(q), answers.due(q), answers.assumed(q)))
                .toList();
    }

    private Reason.@Nullable Gap gap(Literal.Test test, boolean wanted) {
        if (test.passes(answers) == wanted) {
            return null;
        }
        if (test instanceof Literal.Ticked ticked) {
            return gap(ticked, wanted);
        }
        return test instanceof Literal.Compare compare ? gap(compare, wanted) : null;
    }

    private Reason.@Nullable Gap gap(Literal.Ticked ticked, boolean wanted) {
        int count = answers.countAt(ticked.question().index());
        if (count < 0) {
            return null;
        }
        int by = wanted ? ticked.value() - count : count - ticked.value() + 1;
        return new Reason.Gap(!wanted, by);
    }

    private Reason.@Nullable Gap gap(Literal.Compare compare, boolean wanted) {
        double number = answers.numberAt(compare.question().index());
        if (Double.isNaN(number)) {
            return null;
        }
        double nearest = compare.nearest(wanted);
        double by = Math.round(Math.abs(number - nearest) * 1e6) / 1e6;
        return new Reason.Gap(number > nearest, by, compare.question().unit());
    }
}
