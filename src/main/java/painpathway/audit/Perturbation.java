package painpathway.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import painpathway.logic.Cut;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Question;

/**
 * One option of a question, or one threshold of a number.
 *
 * @param index its position among the question's options or cuts
 */
record Perturbation(Question question, int index, String name) {

    /** Whether it is the option that says "none of these". */
    boolean none() {
        return !question.options().isEmpty() && option().equals(Question.NONE);
    }

    private String option() {
        return question.optionIds().get(index);
    }

    /** The answers that differ from this one only in the option or threshold; none if this one lacks it. */
    List<Answer> without(Answer given, NumericPartition partition) {
        if (given instanceof Answer.Amount amount) {
            return below(amount, partition);
        }
        if (given instanceof Answer.Choice choice) {
            return choice.option().equals(option())
                    ? others().stream().<Answer>map(Answer.Choice::new).toList()
                    : List.of();
        }
        if (!(given instanceof Answer.Choices choices) || !choices.options().contains(option())) {
            return List.of();
        }
        if (none()) {
            return others().stream()
                    .<Answer>map(o -> new Answer.Choices(Set.of(o)))
                    .toList();
        }
        Set<String> left = new LinkedHashSet<>(choices.options());
        left.remove(option());
        if (left.isEmpty() && question.option(Question.NONE) != null) {
            left.add(Question.NONE);
        }
        return left.isEmpty() ? List.of() : List.of(new Answer.Choices(left));
    }

    /** A number just below the threshold, if the one given is just above it. */
    private List<Answer> below(Answer.Amount given, NumericPartition partition) {
        List<Cut> cuts = partition.of(question);
        boolean above = cuts.get(index).below(given.value());
        boolean next = index + 1 == cuts.size() || !cuts.get(index + 1).below(given.value());
        return above && next ? List.of(new Answer.Amount(partition.representative(question, index - 1))) : List.of();
    }

    private List<String> others() {
        return question.optionIds().stream().filter(o -> !o.equals(option())).toList();
    }

    @Override
    public String toString() {
        return "'" + question.id() + "': " + name;
    }
}
