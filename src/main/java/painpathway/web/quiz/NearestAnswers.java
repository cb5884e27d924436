package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import painpathway.logic.Cut;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Question;

/** The answers that lie next to one: a number just across the nearest threshold on either side, another option, one tick more or less. */
record NearestAnswers(NumericPartition partition) {

    private static final double TENTH = 0.1;

    List<Answer> of(Question question, Answer given) {
        if (given instanceof Answer.Amount amount) {
            return numbers(question, amount.value());
        }
        if (given instanceof Answer.Choice choice) {
            return question.optionIds().stream()
                    .filter(option -> !option.equals(choice.option()))
                    .<Answer>map(Answer.Choice::new)
                    .toList();
        }
        return given instanceof Answer.Choices choices ? ticks(question, choices.options()) : List.of();
    }

    private List<Answer> numbers(Question question, double given) {
        List<Cut> cuts = partition.of(question);
        int below = 0;
        while (below < cuts.size() && cuts.get(below).below(given)) {
            below++;
        }
        List<Answer> numbers = new ArrayList<>();
        if (below > 0) {
            double under = under(question, cuts.get(below - 1));
            boolean inCell = below == 1
                    ? under >= question.lowest()
                    : cuts.get(below - 2).below(under);
            if (inCell) {
                numbers.add(new Answer.Amount(under));
            }
        }
        if (below < cuts.size()) {
            double over = over(cuts.get(below));
            boolean inCell = below + 1 == cuts.size()
                    ? over <= question.highest()
                    : !cuts.get(below + 1).below(over);
            if (inCell) {
                numbers.add(new Answer.Amount(over));
            }
        }
        return numbers;
    }

    /** The last number below a cut, to a tenth where the question takes fractions. */
    private static double under(Question question, Cut cut) {
        if (cut.open()) {
            return cut.at();
        }
        return question.type() == Question.Type.INTEGER ? cut.at() - 1 : tenth(cut.at() - TENTH);
    }

    private static double over(Cut cut) {
        return cut.open() ? tenth(cut.at() + TENTH) : cut.at();
    }

    private static double tenth(double number) {
        return Math.round(number / TENTH) / (1 / TENTH);
    }

    private static List<Answer> ticks(Question question, Set<String> ticked) {
        return question.optionIds().stream()
                .flatMap(o -> ticks(question, ticked, o))
                .toList();
    }

    /** The same ticks with this one more, or without it. */
    private static Stream<Answer> ticks(Question question, Set<String> ticked, String option) {
        Set<String> changed = new LinkedHashSet<>(ticked);
        if (option.equals(Question.NONE)) {
            return Stream.empty();
        }
        if (!changed.remove(option)) {
            changed.remove(Question.NONE);
            changed.add(option);
        } else if (changed.isEmpty() && question.option(Question.NONE) != null) {
            changed.add(Question.NONE);
        }
        return changed.isEmpty() ? Stream.empty() : Stream.of(new Answer.Choices(changed));
    }
}
