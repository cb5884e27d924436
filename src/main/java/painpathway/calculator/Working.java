package painpathway.calculator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sum came about.
 *
 * @param lines    what was added up, in order
 * @param total    their sum; null where something is missing or cannot be converted, and then no number may be offered
 * @param missing  whether a row is begun and cannot be read yet
 * @param cautions what to know about what was entered
 */
public record Working(List<Line> lines, @Nullable BigDecimal total, boolean missing, List<String> cautions) {

    /** One summand; {@code unit}, {@code times} and {@code factor} are null where the number counts as it is. */
    public record Line(
            String what,
            BigDecimal number,
            @Nullable String unit,
            @Nullable BigDecimal times,
            @Nullable BigDecimal factor,
            BigDecimal result) {

        /** A number that counts as it is. */
        static Line points(String what, BigDecimal number) {
            return new Line(what, number, null, null, null, number);
        }
    }

    /** Where nothing is entered. */
    static final Working NOTHING = new Working(List.of(), null, false, List.of());

    static Working of(List<Line> lines, boolean missing, boolean unconverted, List<String> cautions) {
        BigDecimal sum = lines.stream().map(Line::result).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean whole = !lines.isEmpty() && !missing && !unconverted;
        return new Working(lines, whole ? sum : null, missing, cautions);
    }
}
