package painpathway.questionnaire;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * One question of the questionnaire, or one derived from others: a number made of them, or a copy.
 *
 * @param index      position in {@link Questionnaire#questions()}; asked questions come first, derived ones after them
 * @param measure    unit of a number, null otherwise
 * @param min        smallest number allowed, null where not a number
 * @param max        largest number allowed, null where not a number
 * @param ends       what the least and the most of a number mean, in words; empty where nobody has to be told
 * @param perPain    asked once for each painful place, not once for the patient
 * @param safety     a blank answer makes the information insufficient
 * @param askedWhen  every condition must hold for the question to be due; empty = always due
 * @param unknownAs  the answer that blank and "not known" count as where the question is due; null = none
 * @param whenUnknown the sentence that tells a reader what a blank was taken as; null where it is taken as nothing
 * @param resultOf   the intervention whose result this answer is, or null
 * @param recordOnly no rule reads it, and that is meant
 * @param canChange  {@code with-time}, {@code with-care}, {@code by-test} or {@code never}; null where not said
 * @param onlyMore   a number that can only grow, or a list on which nothing is taken back: weeks go by, what was done stays done
 * @param derivation how a derived question is made; null for a question that is asked
 */
public record Question(
        int index,
        String id,
        String section,
        String text,
        String help,
        Type type,
        Unit measure,
        Double min,
        Double max,
        List<String> ends,
        boolean perPain,
        List<Option> options,
        boolean safety,
        List<Condition> askedWhen,
        Answer unknownAs,
        String whenUnknown,
        String resultOf,
        boolean recordOnly,
        String canChange,
        boolean onlyMore,
        Derivation derivation,
        int line) {

    /** The option that says "none of these" and excludes every other one. */
    public static final String NONE = "none";

    /** The word of {@code can-change} for an answer that nothing changes. */
    public static final String NEVER = "never";

    /** The word of {@code can-change} for an answer that a test gives. */
    static final String BY_TEST = "by-test";

    /** The kind of answer. */
    public enum Type {
        INTEGER,
        DECIMAL,
        CHOICE,
        CHOICES;

        /** True for whole and decimal numbers. */
        public boolean isNumber() {
            return this == INTEGER || this == DECIMAL;
        }

        /** Its word in YAML and in the JSON contract. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One option; {@code recordOnly} if no rule reads it, on purpose. */
    public record Option(String id, String text, boolean recordOnly) {}

    /** By id, which is unique: a question has many parts, and every run uses questions as keys. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** One entry of {@code asked-when}: the parent's answer is one of these options, or lies between these numbers. */
    public record Condition(String question, Set<String> anyOf, Double atLeast, Double atMost) {

        /** Whether an answer to the parent meets this condition. */
        public boolean matches(Answer answer) {
            if (answer instanceof Answer.Choice choice) {
                return anyOf.contains(choice.option());
            }
            if (answer instanceof Answer.Choices choices) {
                return !Collections.disjoint(choices.options(), anyOf);
            }
            if (answer instanceof Answer.Amount amount) {
                return (atLeast == null || amount.value() >= atLeast) && (atMost == null || amount.value() <= atMost);
            }
            return false;
        }
    }

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

    /** The word for its unit as the JSON contract has it, whatever the number: weeks. Null where it is no number, or one without a unit. */
    public String unit() {
        return measure == null ? null : measure.other();
    }

    /** A number with its unit, as one says it: 1 week, 12 weeks. */
    public String amount(double number) {
        return amount(AssessmentReader.number(number));
    }

    /** The same for a number as it was written. */
    public String amount(String number) {
        return measure == null ? number : measure.with(number);
    }

    /** True where it is not asked but made of other answers. */
    public boolean derived() {
        return derivation != null;
    }

    /** True where it has the answer of another question and differs from it only in what a blank counts as. */
    public boolean copy() {
        return derivation instanceof Derivation.CopyOf;
    }

    /** The same question, where a blank counts as this answer and a reader is told so. */
    Question withUnknownAs(Answer answer, String told) {
        return new Question(
                index,
                id,
                section,
                text,
                help,
                type,
                measure,
                min,
                max,
                ends,
                perPain,
                options,
                safety,
                askedWhen,
                answer,
                told,
                resultOf,
                recordOnly,
                canChange,
                onlyMore,
                derivation,
                line);
    }

    /** The option with this id, or null. */
    public Option option(String id) {
        for (Option option : options) {
            if (option.id().equals(id)) {
                return option;
            }
        }
        return null;
    }

    /**
     * Whether care, a test or time can change the answer once it is given. The result of an intervention that was a test
     * stays, because the past is not a next step.
     */
    public boolean changeable() {
        return canChange != null && !canChange.equals(NEVER) && !(resultOf != null && canChange.equals(BY_TEST));
    }

    /** The ids of the options, in their order. */
    public List<String> optionIds() {
        return options.stream().map(Option::id).toList();
    }
}
