package painpathway.web.form;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import painpathway.calculator.Calculator;
import painpathway.calculator.Doses;
import painpathway.calculator.Entered;
import painpathway.calculator.Items;
import painpathway.calculator.Sum;
import painpathway.questionnaire.Item;

/**
 * A calculator as the page shows it.
 *
 * @param field  the form field that it fills
 * @param rows   what can be entered
 * @param result what came of it
 */
record SumView(Calculator it, String field, List<Row> rows, SumResult result) {

    /** One line to enter; {@code about} is the question of an item, null for a dose. */
    record Row(
            @Nullable String about,
            Field what,
            List<Choice> choices,
            @Nullable Field dose,
            @Nullable Field times) {

        boolean isBlank() {
            return what.value.isEmpty() && (dose == null || dose.value.isEmpty());
        }
    }

    /** A form field. */
    record Field(String name, String value) {}

    /** What can be chosen in a list; {@code unit} is the unit of the dose, or null; {@code once} where it has no times a day. */
    record Choice(String value, String text, @Nullable String unit, boolean once) {}

    /** Its id in the page. */
    public String id() {
        return "sum-" + it.id();
    }

    /** Whether something has been entered. */
    public boolean begun() {
        return rows.stream().anyMatch(r -> !r.isBlank());
    }

    /** Whether it is only a link. */
    public boolean elsewhere() {
        return it.sum() instanceof Sum.Elsewhere;
    }

    static SumView of(Calculator calculator, Entered entered, AdvisedAnswers answers) {
        String field = Item.ofPatient(calculator.beside()).field();
        if (calculator.sum() instanceof Sum.MeanOf mean) {
            return new SumView(calculator, field, List.of(), SumResult.mean(mean, answers));
        }
        return new SumView(
                calculator, field, rows(calculator.sum(), entered), SumResult.of(calculator, entered, answers.words()));
    }

    private static List<Row> rows(Sum sum, Entered entered) {
        if (sum instanceof Doses doses) {
            List<Choice> choices = doses.medicines().stream()
                    .map(m -> new Choice(m.id(), m.text(), m.unit(), !m.times()))
                    .toList();
            return IntStream.rangeClosed(1, doses.rows())
                    .mapToObj(row -> new Row(
                            null,
                            field(entered, row, Entered.WHAT),
                            choices,
                            field(entered, row, Entered.DOSE),
                            field(entered, row, Entered.TIMES)))
                    .toList();
        }
        if (sum instanceof Items items) {
            List<Choice> choices = IntStream.range(0, items.answers().size())
                    .mapToObj(i -> new Choice(String.valueOf(i), items.answers().get(i), null, false))
                    .toList();
            return IntStream.rangeClosed(1, items.items().size())
                    .mapToObj(row ->
                            new Row(items.items().get(row - 1), field(entered, row, Entered.WHAT), choices, null, null))
                    .toList();
        }
        return List.of();
    }

    private static Field field(Entered entered, int row, String part) {
        return new Field(entered.field(row, part), entered.text(row, part));
    }
}
