package painpathway.web.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import painpathway.calculator.Calculator;
import painpathway.calculator.Entered;
import painpathway.calculator.Sum;
import painpathway.calculator.Working;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.web.Messages;

/**
 * What came of a calculator, in words.
 *
 * @param lines   how the sum came about
 * @param total   the sum with its unit; null where there is none
 * @param number  the number offered, as it is put into the field; null where none is
 * @param missing whether something begun cannot be read yet
 */
record SumResult(
        List<String> lines,
        @Nullable String total,
        @Nullable String number,
        boolean missing,
        List<String> cautions) {

    static SumResult of(Calculator calculator, Entered entered, Messages words) {
        Working working = calculator.work(entered);
        List<String> lines = working.lines().stream().map(l -> line(l, words)).toList();
        Optional<BigDecimal> offer = calculator.offer(working);
        List<String> cautions = new ArrayList<>(working.cautions());
        if (!lines.isEmpty()) {
            cautions.addAll(calculator.texts().cautions());
        }
        BigDecimal total = working.total();
        return new SumResult(
                lines,
                total == null ? null : calculator.beside().amount(plain(total)),
                offer.isPresent() ? plain(offer.get()) : null,
                working.missing(),
                cautions);
    }

    /** A derived mean of the main place, to one decimal. */
    static SumResult mean(Sum.MeanOf mean, AdvisedAnswers answers) {
        Question question = answers.questionnaire().known(mean.question());
        Object value = answers.at(Item.at(question, 0)).value(question);
        String total = value instanceof Number number
                ? question.amount(plain(BigDecimal.valueOf(number.doubleValue()).setScale(1, RoundingMode.HALF_UP)))
                : null;
        return new SumResult(List.of(), total, null, false, List.of());
    }

    /** How the lines end: with the sum, or with the word that it is not whole. */
    String ends(Messages words) {
        return "\n" + (total == null ? words.say("sum.unfinished") : words.say("sum.total", total));
    }

    private static String line(Working.Line line, Messages words) {
        BigDecimal factor = line.factor();
        BigDecimal times = line.times();
        if (factor == null) {
            return words.say("sum.item", line.what(), plain(line.number()));
        }
        String unit = String.valueOf(line.unit());
        String number = plain(line.number());
        String result = plain(line.result());
        return times == null
                ? words.say("sum.once", line.what(), number, unit, plain(factor), result)
                : words.say("sum.dose", line.what(), number, unit, plain(times), plain(factor), result);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
