package painpathway.counterfactual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.Literal;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Question;

/** Chooses answers that reach a goal, as near as possible to the ones given, or else first in the questionnaire. */
final class AnswerChooser {

    private final InterventionSolver solver;

    AnswerChooser(InterventionSolver solver) {
        this.solver = solver;
    }

    /** Answers to a set of questions that make the goal true while all other answers stay as they are. */
    List<ChosenAnswer> choose(FocusedAssessment view, List<AnswerSlot> set, Formula goal) {
        return solver.withOnly(set, goal, () -> {
            Map<AnswerSlot, Answer> chosen = new LinkedHashMap<>();
            for (AnswerSlot slot : set) {
                chosen.put(slot, nearest(view, slot, literals(chosen)));
            }
            List<ChosenAnswer> withValues = new ArrayList<>();
            chosen.forEach((slot, answer) -> {
                Map<AnswerSlot, Answer> others = new LinkedHashMap<>(chosen);
                others.remove(slot);
                withValues.add(new EqualAnswers(solver, view, slot, literals(others)).of(answer));
            });
            return withValues;
        });
    }

    /** The one answer to a question that is nearest to the one given, with every other that would do. */
    ChosenAnswer choose(FocusedAssessment view, AnswerSlot slot) {
        return new EqualAnswers(solver, view, slot, List.of()).of(nearest(view, slot, List.of()));
    }

    private static List<Literal> literals(Map<AnswerSlot, Answer> answers) {
        List<Literal> literals = new ArrayList<>();
        answers.forEach((slot, answer) -> literals.addAll(slot.literals(answer)));
        return literals;
    }

    private Answer nearest(FocusedAssessment view, AnswerSlot slot, List<Literal> others) {
        Answer given = view.given(slot.asked());
        return switch (slot.question().type()) {
            case INTEGER, DECIMAL -> nearestNumber(slot, given, others);
            case CHOICE ->
                first(
                        slot,
                        slot.question().optionIds().stream()
                                .map(Answer.Choice::new)
                                .toList(),
                        others);
            case CHOICES -> nearestList(slot, FocusedAssessment.ticked(given), others);
        };
    }

    private Answer nearestNumber(AnswerSlot slot, @Nullable Answer given, List<Literal> others) {
        NumericCells cells = slot.cells();
        int now = given instanceof Answer.Amount amount ? cells.of(amount.value()) : 0;
        return first(
                slot,
                IntStream.range(0, cells.count())
                        .boxed()
                        .sorted(Comparator.<Integer>comparingInt(c -> Math.abs(c - now))
                                .thenComparing(c -> -c))
                        .map(cells::amount)
                        .toList(),
                others);
    }

    /** The first of these answers that is possible. */
    private Answer first(AnswerSlot slot, List<? extends Answer> candidates, List<Literal> others) {
        return candidates.stream()
                .filter(a -> solver.possible(both(slot.literals(a), others)))
                .findFirst()
                .orElseThrow();
    }

    /** Keeps what is ticked, then adds as little as possible, the first option that does. */
    private Answer nearestList(AnswerSlot slot, Set<String> now, List<Literal> others) {
        List<Literal> soFar = new ArrayList<>();
        Set<String> ticked = new LinkedHashSet<>();
        for (Preference preference : preferences(slot.question().optionIds(), now)) {
            Literal ticks = slot.option(preference.option);
            Literal wanted = preference.ticked ? ticks : ticks.negate();
            soFar.add(wanted);
            boolean possible = solver.possible(both(soFar, others));
            if (!possible) {
                soFar.set(soFar.size() - 1, wanted.negate());
            }
            if (possible == preference.ticked) {
                ticked.add(preference.option);
            }
        }
        return new Answer.Choices(ticked.isEmpty() ? Set.of(Question.NONE) : ticked);
    }

    /** Whether an option should rather be ticked or not. */
    private record Preference(String option, boolean ticked) {}

    /** The most important first. Later options are given up first, so that the earliest is ticked where one more is needed. */
    private static List<Preference> preferences(List<String> options, Set<String> now) {
        List<Preference> preferences = new ArrayList<>();
        if (now.isEmpty() && options.contains(Question.NONE)) {
            preferences.add(new Preference(Question.NONE, true));
        }
        options.stream().filter(now::contains).forEach(o -> preferences.add(new Preference(o, true)));
        for (int i = options.size() - 1; i >= 0; i--) {
            String option = options.get(i);
            if (!now.contains(option) && !option.equals(Question.NONE)) {
                preferences.add(new Preference(option, false));
            }
        }
        return preferences;
    }

    private static List<Formula> both(Collection<? extends Formula> some, Collection<? extends Formula> more) {
        List<Formula> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
