package painpathway.counterfactual;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import painpathway.advice.Verdict;
import painpathway.counterfactual.AnswerChange.Values;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Question.Option;

/** Finds the single answers, changeable or not, that would turn a candidate into something else. */
final class LossFinder {

    private final InterventionSolver solver;
    private final AnswerChooser chooser;

    LossFinder(InterventionSolver solver) {
        this.solver = solver;
        this.chooser = new AnswerChooser(solver);
    }

    List<AnswerChange> losses(FocusedAssessment view) {
        return solver.about(
                view,
                true,
                () -> solver.where(solver.verdict(Verdict.CANDIDATE).negate(), () -> {
                    List<AnswerSlot> losing = solver.slots().stream()
                            .filter(s -> solver.possible(s.changed(), solver.atMost(1)))
                            .toList();
                    List<AnswerChange> losses = new ArrayList<>();
                    for (AnswerSlot slot : losing) {
                        solver.withOnly(List.of(slot), slot.changed(), () -> ofOne(view, slot))
                                .forEach(chosen -> losses.add(chosen.change(view)));
                    }
                    return losses;
                }));
    }

    private List<ChosenAnswer> ofOne(FocusedAssessment view, AnswerSlot slot) {
        return switch (slot.question().type()) {
            case CHOICES -> ofList(view, slot);
            case CHOICE -> List.of(chooser.choose(view, slot));
            case INTEGER, DECIMAL -> ofNumber(view, slot);
        };
    }

    /** Each stretch of numbers that loses the candidate. */
    private List<ChosenAnswer> ofNumber(FocusedAssessment view, AnswerSlot slot) {
        NumericCells cells = slot.cells();
        Answer given = view.given(slot.asked());
        List<ChosenAnswer> stretches = new ArrayList<>();
        for (int cell = 0; cell < cells.count(); cell++) {
            if (solver.possible(slot.literals(cells.amount(cell)))) {
                int first = cell;
                while (cell + 1 < cells.count() && solver.possible(slot.literals(cells.amount(cell + 1)))) {
                    cell++;
                }
                stretches.add(new ChosenAnswer(slot, cells.nearest(first, cell, given), cells.range(first, cell)));
            }
        }
        return stretches;
    }

    /** One tick more, one tick less, or none at all where no single tick less does it; a bigger step only where none of these does. */
    private List<ChosenAnswer> ofList(FocusedAssessment view, AnswerSlot slot) {
        Question question = slot.question();
        Set<String> now = new LinkedHashSet<>(FocusedAssessment.ticked(view.given(slot.asked())));
        now.remove(Question.NONE);
        List<ChosenAnswer> losses = new ArrayList<>();
        for (Option less : question.options()) {
            Set<String> left = new LinkedHashSet<>(now);
            if (left.remove(less.id()) && !left.isEmpty()) {
                add(losses, slot, left, new Values.Ticks(List.of(), List.of(less), false));
            }
        }
        Option none = question.option(Question.NONE);
        if (losses.isEmpty() && none != null) {
            add(losses, slot, Set.of(Question.NONE), new Values.OneOf(List.of(none)));
        }
        for (Option more : question.options()) {
            // One by one, because each can lead to a different verdict.
            Set<String> all = new LinkedHashSet<>(now);
            if (!more.id().equals(Question.NONE) && all.add(more.id())) {
                add(losses, slot, all, new Values.Ticks(List.of(more), List.of(), false));
            }
        }
        return losses.isEmpty() ? List.of(chooser.choose(view, slot)) : losses;
    }

    private void add(List<ChosenAnswer> losses, AnswerSlot slot, Set<String> ticked, Values values) {
        Answer.Choices answer = new Answer.Choices(ticked);
        if (solver.possible(slot.literals(answer))) {
            losses.add(new ChosenAnswer(slot, answer, values));
        }
    }
}
