package painpathway.questionnaire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** How a derived question is made. Unknown while an input is unknown (but for a copy); not due where an input is not due. */
public sealed interface Derivation {
    /** Arithmetic mean of numbers. */
    record MeanOf(List<String> questions) implements Derivation {}

    /** Sum of numbers, each times its factor. */
    record SumOf(Map<String, Double> factors) implements Derivation {}

    /** How many of these options were ticked or chosen. */
    record CountOf(Map<String, Set<String>> options) implements Derivation {}

    /** The answer to another question, where a blank counts as an answer of its own. */
    record CopyOf(String question) implements Derivation {}

    /** The questions that it is made of, in the order in which they are written. */
    default Set<String> inputs() {
        if (this instanceof MeanOf mean) {
            return new LinkedHashSet<>(mean.questions());
        }
        if (this instanceof CopyOf copy) {
            return Set.of(copy.question());
        }
        return this instanceof SumOf sum
                ? sum.factors().keySet()
                : ((CountOf) this).options().keySet();
    }

    /** By how much a sum grows with an input; for a mean the sum that is divided at the end. */
    default double factor(String input) {
        return this instanceof SumOf sum ? sum.factors().get(input) : 1;
    }

    /**
     * The sum or mean of these inputs. Everything that needs it comes here, and it is divided once at the end: three thirds, each
     * rounded and added up in another order, may or may not reach a threshold.
     */
    default double of(ToDoubleFunction<String> input) {
        double total = 0;
        for (String id : inputs()) {
            total += factor(id) * input.applyAsDouble(id);
        }
        return this instanceof MeanOf ? total / inputs().size() : total;
    }
}
