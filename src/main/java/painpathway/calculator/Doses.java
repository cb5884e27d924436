package painpathway.calculator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.TypedNumber;

/** Adds up doses, each multiplied by its times a day and by the factor of its medicine. */
public record Doses(List<Medicine> medicines, int rows, Question fills) implements Sum {

    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(48);

    Working work(Entered entered) {
        List<Working.Line> lines = new ArrayList<>();
        List<String> cautions = new ArrayList<>();
        boolean missing = false;
        boolean unconverted = false;
        for (int row = 1; row <= rows; row++) {
            if (entered.blank(row)) {
                continue;
            }
            Optional<Medicine> found = medicine(entered.text(row, Entered.WHAT));
            found.map(Medicine::caution).filter(c -> !cautions.contains(c)).ifPresent(cautions::add);
            BigDecimal factor = found.isPresent() ? found.get().factor() : null;
            if (found.isPresent() && factor == null) {
                unconverted = true;
                continue;
            }
            BigDecimal dose = number(entered.text(row, Entered.DOSE), MOST);
            boolean timed = found.map(Medicine::times).orElse(true);
            BigDecimal times = timed ? number(entered.text(row, Entered.TIMES), MOST_TIMES) : BigDecimal.ONE;
            if (factor == null || dose == null || times == null) {
                missing = true;
                continue;
            }
            lines.add(new Working.Line(
                    found.get().text(),
                    dose,
                    found.get().unit(),
                    timed ? times : null,
                    factor,
                    dose.multiply(times).multiply(factor)));
        }
        return Working.of(lines, missing, unconverted, cautions);
    }

    /** The medicine with this id. */
    public Optional<Medicine> medicine(String id) {
        return medicines.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    private @Nullable BigDecimal number(String typed, BigDecimal most) {
        BigDecimal number = TypedNumber.read(fills, typed).number();
        return number == null || number.signum() <= 0 || number.compareTo(most) > 0 ? null : number;
    }
}
