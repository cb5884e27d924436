package painpathway.counterfactual;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.Literal;
import painpathway.counterfactual.AnswerChange.Values;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Question.Option;

/** Finds which other answers to one question would do as well as a chosen one, while the other changed answers stay as chosen. */
final class EqualAnswers {

    private final InterventionSolver solver;
    private final AnswerSlot slot;
    private final Question question;
    private final @Nullable Answer given;
    private final List<Literal> others;

    EqualAnswers(InterventionSolver solver, FocusedAssessment view, AnswerSlot slot, List<Literal> others) {
        this.solver = solver;
        this.slot = slot;
        this.question = slot.question();
        this.given = view.given(slot.asked());
        this.others = others;
    }

    /** The chosen answer with all that would do. */
    ChosenAnswer of(Answer answer) {
        if (answer instanceof Answer.Amount amount) {
            return number(slot.cells().of(amount.value()));
        }
        if (answer instanceof Answer.Choices choices) {
            return new ChosenAnswer(slot, answer, list(choices.options()));
        }
        List<Option> options = question.options().stream()
                .filter(o -> possible(new Answer.Choice(o.id())))
                .toList();
        return new ChosenAnswer(slot, answer, new Values.OneOf(options));
    }

    private boolean possible(Answer answer) {
        List<Formula> all = new ArrayList<>(slot.literals(answer));
        all.addAll(others);
        return solver.possible(all);
    }

    /** The numbers in this cell and in its neighbours. */
    private ChosenAnswer number(int cell) {
        NumericCells cells = slot.cells();
        int first = cell;
        int last = cell;
        while (first > 0 && possible(cells.amount(first - 1))) {
            first--;
        }
        while (last + 1 < cells.count() && possible(cells.amount(last + 1))) {
            last++;
        }
        return new ChosenAnswer(slot, cells.nearest(first, last, given), cells.range(first, last));
    }

    private Values list(Set<String> ticked) {
        if (ticked.equals(Set.of(Question.NONE))) {
            return new Values.OneOf(List.of(question.option(Question.NONE)));
        }
        Set<String> now = FocusedAssessment.ticked(given);
        List<Option> with = question.options().stream()
                .filter(o -> ticked.contains(o.id()) && !now.contains(o.id()))
                .toList();
        List<Option> without = question.options().stream()
                .filter(o -> now.contains(o.id()) && !ticked.contains(o.id()) && !o.id().equals(Question.NONE))
                .toList();
        if (with.size() != 1) {
            return new Values.Ticks(with, without, false);
        }
        List<Option> any = question.options().stream()
                .filter(o -> !now.contains(o.id()) && !o.id().equals(Question.NONE))
                .filter(o -> possible(instead(ticked, with.get(0), o)))
                .toList();
        return new Values.Ticks(any, without, true);
    }

    private static Answer.Choices instead(Set<String> ticked, Option of, Option option) {
        Set<String> all = new LinkedHashSet<>(ticked);
        all.remove(of.id());
        all.add(option.id());
        return new Answer.Choices(all);
    }
}
