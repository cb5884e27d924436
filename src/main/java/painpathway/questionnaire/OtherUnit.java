package painpathway.questionnaire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import painpathway.folder.YamlMapping;

/**
 * A unit that a formula turns into the question's own: own = times x number + plus.
 *
 * @param name     as pages show it
 * @param words    its spellings, as {@link WrittenUnit#word} gives them
 * @param decimals to how many the result is rounded, as a laboratory would report it
 * @param source   where the formula is from
 */
public record OtherUnit(
        String name, List<String> words, BigDecimal times, BigDecimal plus, int decimals, String source) {

    private static final List<String> DECIMALS = List.of("0", "1", "2", "3", "4", "5", "6");

    /** Reads {@code other-units} of a question whose number can already be followed by {@code taken}. */
    static List<OtherUnit> read(YamlMapping question, List<WrittenUnit> taken) {
        List<OtherUnit> units = new ArrayList<>();
        List<String> known =
                new ArrayList<>(taken.stream().flatMap(u -> u.words().stream()).toList());
        for (YamlMapping entry : question.entries("other-units")) {
            List<String> written = entry.texts("words");
            List<String> words = UnitTable.words(entry, known);
            known.addAll(words);
            Double times = entry.number("times");
            if (times == null || times == 0) {
                entry.fault("times", "'times' and 'plus' turn it into the unit of the question; 'times' cannot be 0");
            }
            Double plus = entry.number("plus");
            String decimals = entry.oneOf("decimals", DECIMALS);
            if (!entry.has("decimals")) {
                entry.fault("decimals", "'decimals' is missing: to how many the result is rounded");
            }
            units.add(new OtherUnit(
                    written.isEmpty() ? "" : written.get(0),
                    words,
                    times == null ? BigDecimal.ONE : BigDecimal.valueOf(times),
                    plus == null ? BigDecimal.ZERO : BigDecimal.valueOf(plus),
                    decimals == null ? 0 : Integer.parseInt(decimals),
                    entry.text("source")));
            entry.done();
        }
        return List.copyOf(units);
    }

    /** A number of this unit in the question's own. */
    BigDecimal convert(BigDecimal number) {
        return number.multiply(times).add(plus).setScale(decimals, RoundingMode.HALF_UP);
    }
}
