package painpathway.counterfactual;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import painpathway.counterfactual.AnswerChange.Bound;
import painpathway.counterfactual.AnswerChange.Values;
import painpathway.logic.AnswerVariables;
import painpathway.logic.Cut;
import painpathway.logic.NumericPartition;
import painpathway.logic.Part;
import painpathway.logic.PlacedQuestion;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Question;

/**
 * The range of a number, cut where the rules for one intervention compare it. Cell 0 begins with the least number, and each further cell
 * above a cut.
 *
 * @param cutIndexes the cuts that matter, by their index in the partition
 */
record NumericCells(Question question, NumericPartition partition, List<Integer> cutIndexes) {

    /** The cells of a question for the part of an encoding that matters. */
    static NumericCells of(PlacedQuestion asked, NumericPartition partition, Part part, AnswerVariables answers) {
        Question question = asked.question();
        int cuts = question.type().isNumber() ? partition.of(question).size() : 0;
        List<Integer> needed = IntStream.range(0, cuts)
                .filter(i -> part.variables().contains(answers.above(question, asked.place(), i)))
                .boxed()
                .toList();
        return new NumericCells(question, partition, needed);
    }

    int count() {
        return cutIndexes.size() + 1;
    }

    /** The cell that a number is in. */
    int of(double number) {
        int cell = 0;
        while (cell + 1 < count() && lowerCut(cell + 1).below(number)) {
            cell++;
        }
        return cell;
    }

    /** A number in this cell, as an answer. */
    Answer.Amount amount(int cell) {
        return new Answer.Amount(partition.representative(question, cell == 0 ? -1 : cutIndexes.get(cell - 1)));
    }

    private Cut lowerCut(int cell) {
        return partition.of(question).get(cutIndexes.get(cell - 1));
    }

    /** All numbers of the cells from one to another. */
    Values.Range range(int first, int last) {
        return new Values.Range(
                first == 0 ? null : lower(lowerCut(first)), last + 1 == count() ? null : upper(lowerCut(last + 1)));
    }

    private static Bound lower(Cut cut) {
        return new Bound(cut.at(), !cut.open());
    }

    private Bound upper(Cut cut) {
        boolean wholeBefore = question.type() == Question.Type.INTEGER && !cut.open();
        return wholeBefore ? new Bound(cut.at() - 1, true) : new Bound(cut.at(), cut.open());
    }

    /** The number in these cells that is nearest to the one given, if its bound belongs to them; else the middle. */
    Answer.Amount nearest(int first, int last, @Nullable Answer given) {
        Values.Range range = range(first, last);
        boolean fromAbove = first == 0
                || last + 1 < count()
                        && given instanceof Answer.Amount amount
                        && lowerCut(last + 1).below(amount.value());
        Double near = !fromAbove ? range.atLeast() : last + 1 == count() ? question.min() : range.atMost();
        return new Answer.Amount(near == null ? middle(first, last) : near);
    }

    private double middle(int first, int last) {
        double low = first == 0 ? question.min() : lowerCut(first).at();
        double high = last + 1 == count() ? question.max() : lowerCut(last + 1).at();
        return (low + high) / 2;
    }
}
