package painpathway.questionnaire;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers as plain values, the way JSON and forms carry them: a number, an option, a list of options, or "not known". */
public final class AnswerFormat {

    /** What is sent for "not known", whatever the question. */
    public static final String NOT_KNOWN = "not-known";

    /** Options that say that something is not so, or never was. */
    public static final Set<String> DENIALS = Set.of(Question.NONE, Question.NEVER, "no");

    private AnswerFormat() {}

    /** An answer as a value for JSON; a list has its options in the order of the question. */
    public static Object plain(Question question, Answer answer) {
        if (answer instanceof Answer.Amount amount) {
            return number(amount.value());
        }
        if (answer instanceof Answer.Choices several) {
            return ticked(question, several);
        }
        return answer instanceof Answer.Choice choice ? choice.option() : NOT_KNOWN;
    }

    /** An answer as the texts of its form field. */
    public static List<String> texts(Question question, Answer answer) {
        if (answer instanceof Answer.Amount amount) {
            return List.of(text(amount.value()));
        }
        if (answer instanceof Answer.Choices several) {
            return ticked(question, several);
        }
        return List.of(answer instanceof Answer.Choice choice ? choice.option() : NOT_KNOWN);
    }

    private static List<String> ticked(Question question, Answer.Choices several) {
        return question.optionIds().stream().filter(several.options()::contains).toList();
    }

    /** A number for JSON: 12, not 12.0. */
    public static Number number(double value) {
        if (value == Math.rint(value)) {
            return (long) value;
        }
        return value;
    }

    /** The same for a bound that need not be there. */
    public static @Nullable Number bound(@Nullable Double value) {
        return value == null ? null : number(value);
    }

    /** A number as people write it: 12, not 12.0. */
    public static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /** Hears what is wrong with a value, and which part of it. */
    interface Refusals {
        void refuse(@Nullable Object value, String problem);

        void unknownOption(String option);
    }

    /** The answer that a plain value gives; null where it cannot be one, after {@code refusals} has heard why. */
    static @Nullable Answer read(Question question, Object value, Refusals refusals) {
        if (NOT_KNOWN.equals(value)) {
            return Answer.NOT_KNOWN;
        }
        return switch (question.type()) {
            case INTEGER, DECIMAL -> amount(question, value, refusals);
            case CHOICE -> choice(question, value, refusals);
            case CHOICES -> choices(question, value, refusals);
        };
    }

    private static @Nullable Answer amount(Question question, Object value, Refusals refusals) {
        if (!(value instanceof Number number)) {
            refusals.refuse(value, "wrong type: a number is expected");
            return null;
        }
        double amount = number instanceof BigDecimal big ? big.doubleValue() : number.doubleValue();
        if (!question.allows(amount)) {
            refusals.refuse(value, "out of range");
            return null;
        }
        if (question.type() == Question.Type.INTEGER && amount != Math.rint(amount)) {
            refusals.refuse(value, "wrong type: a whole number is expected");
            return null;
        }
        // Minus zero would be another answer than zero.
        return new Answer.Amount(amount == 0 ? 0.0 : amount);
    }

    private static @Nullable Answer choice(Question question, Object value, Refusals refusals) {
        if (!(value instanceof String option)) {
            refusals.refuse(value, "wrong type: one option is expected");
            return null;
        }
        if (question.option(option) == null) {
            refusals.unknownOption(option);
            return null;
        }
        return new Answer.Choice(option);
    }

    private static @Nullable Answer choices(Question question, Object value, Refusals refusals) {
        if (!(value instanceof Collection<?> list)) {
            refusals.refuse(value, "wrong type: a list of options is expected");
            return null;
        }
        if (list.isEmpty()) {
            refusals.refuse(value, "empty list: leave the question out, or answer \"none\" or \"not-known\"");
            return null;
        }
        Set<String> options = new LinkedHashSet<>();
        boolean right = true;
        for (Object part : list) {
            if (!(part instanceof String option)) {
                refusals.refuse(part, "wrong type: a list of options is expected");
                right = false;
            } else if (question.option(option) == null) {
                refusals.unknownOption(option);
                right = false;
            } else if (!options.add(option)) {
                refusals.refuse(option, "repeated option");
                right = false;
            }
        }
        if (options.contains(Question.NONE) && options.size() > 1) {
            refusals.refuse(value, "\"none\" excludes every other option");
            right = false;
        }
        return right ? new Answer.Choices(options) : null;
    }
}
