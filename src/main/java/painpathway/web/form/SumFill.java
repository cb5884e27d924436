package painpathway.web.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import painpathway.calculator.Calculator;
import painpathway.calculator.Calculators;
import painpathway.calculator.Entered;
import painpathway.questionnaire.Item;
import painpathway.rules.RuleBook;

/** Puts the number that a calculator offers into its question where the page could not do so itself. */
public final class SumFill {

    private SumFill() {}

    /** Adds the answer to what was sent, if it was sent with that button and the sum is whole. */
    public static void into(MultiValueMap<String, String> parameters, RuleBook book) {
        String wanted = Form.last(parameters, "fill");
        Optional<Calculator> calculator = wanted == null
                ? Optional.empty()
                : book.calculators().find(wanted).filter(Calculator::entered);
        if (calculator.isEmpty()) {
            return;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>(Form.fields(parameters));
        Entered entered = Calculators.entered(calculator.get(), fields);
        Optional<BigDecimal> number = calculator.get().offer(calculator.get().work(entered));
        String field = Item.ofPatient(calculator.get().beside()).field();
        number.ifPresent(n -> {
            parameters.set(field, n.toPlainString());
            parameters.add("touched", field);
        });
    }
}
