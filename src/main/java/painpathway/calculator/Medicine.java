package painpathway.calculator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import painpathway.folder.YamlMapping;

/**
 * A medicine that can be converted, or of which it is said why not.
 *
 * @param factor  what one unit of it is worth; null where it is not converted
 * @param times   whether the dose is given so many times a day
 * @param caution what to know about this one, or null
 */
public record Medicine(
        String id,
        String text,
        String unit,
        @Nullable BigDecimal factor,
        boolean times,
        @Nullable String caution) {

    static Medicine read(YamlMapping entry) {
        Double factor = entry.number("factor");
        String caution = entry.optional("caution");
        if (factor == null && caution == null) {
            entry.fault("id", "a medicine without 'factor' needs a 'caution' that says why");
        }
        if (factor != null && factor <= 0) {
            entry.fault("factor", "'factor' should be more than 0");
        }
        Medicine medicine = new Medicine(
                entry.text("id"),
                entry.text("text"),
                entry.text("unit"),
                factor == null ? null : BigDecimal.valueOf(factor).stripTrailingZeros(),
                !entry.has("times") || entry.flag("times"),
                caution);
        entry.done();
        return medicine;
    }
}
