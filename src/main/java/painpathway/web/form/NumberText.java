package painpathway.web.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.TypedNumber;
import painpathway.web.Messages;

/**
 * A number field as the page shows it.
 *
 * @param typed      as it was typed, right or wrong
 * @param range      the smallest and the largest number, in words
 * @param also       in which other units it can be given, in words; null if in none worth naming
 * @param understood the number as it counts, where that is not plain from what was typed; else null
 */
record NumberText(
        String typed,
        String range,
        @Nullable String also,
        @Nullable String understood) {

    static NumberText of(Question question, String typed, boolean counts, Messages words) {
        String range = words.say("range", AnswerFormat.text(question.lowest()), question.amount(question.highest()));
        return new NumberText(typed, range, also(question, words), counts ? understood(question, typed, words) : null);
    }

    private static @Nullable String also(Question question, Messages words) {
        List<String> larger = question.writtenUnits().larger();
        List<String> also = new ArrayList<>();
        if (!larger.isEmpty()) {
            also.add(words.say("units.larger", words.or(larger), Objects.requireNonNull(question.unit())));
        }
        question.writtenUnits().others().forEach(u -> also.add(words.say("units.other", u.name(), u.source())));
        return also.isEmpty() ? null : String.join(", ", also);
    }

    /** The units that can be picked, with their spellings; nothing where there is only one. */
    public static Map<String, List<String>> units(Question question) {
        Map<String, List<String>> units = question.writtenUnits().pickable();
        return units.size() > 1 ? units : Map.of();
    }

    private static @Nullable String understood(Question question, String typed, Messages words) {
        BigDecimal number = TypedNumber.read(question, typed).number();
        if (number == null || !typed.matches(".*[^+.\\d-].*")) {
            return null;
        }
        String amount = question.amount(number.doubleValue());
        return typed.toLowerCase(Locale.ROOT).equals(amount.toLowerCase(Locale.ROOT))
                ? null
                : words.say("understood", amount);
    }

    /** What is wrong with it. */
    String fault(Question question, Messages words) {
        List<String> couldBe = TypedNumber.read(question, typed).couldBe();
        if (!couldBe.isEmpty()) {
            return words.say("fault.either", typed, couldBe.get(0), couldBe.get(1));
        }
        return words.say(question.type() == Question.Type.INTEGER ? "fault.integer" : "fault.decimal", range);
    }
}
