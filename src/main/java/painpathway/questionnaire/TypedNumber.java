package painpathway.questionnaire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A number as somebody wrote it in a form; JSON has numbers of its own.
 *
 * @param number  in the unit of the question; null if it cannot be read
 * @param couldBe the two numbers that it could be, such as 1000 and 1 for "1,000"; else empty
 */
public record TypedNumber(@Nullable BigDecimal number, List<String> couldBe) {

    private static final TypedNumber UNREADABLE = new TypedNumber(null, List.of());

    // No exponent: "1e9" is not what anyone types.
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}([.,]\\d{1,6})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([ '])\\d{3}(\\1\\d{3})?([.,]\\d{1,6})?");
    private static final Pattern EITHER = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern PART = Pattern.compile("([+-]?\\d(?:[\\d.,' ]*\\d)?)(\\D*)");

    // What a copied number brings along unseen: marks of direction, and spaces without width.
    private static final String UNSEEN = "\u200b\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069\ufeff";

    private static final int MOST_DECIMALS = 6;

    /** Reads what was typed as the answer to a question of type number. */
    public static TypedNumber read(Question question, String typed) {
        WrittenUnits units = question.writtenUnits();
        String text = plain(typed);
        WrittenUnit alone = units.find(text, true);
        if (alone != null) {
            return of(alone.convert(BigDecimal.ONE), question);
        }
        List<MatchResult> parts = PART.matcher(text).results().toList();
        // What stands before the first number belongs to no part.
        if (parts.isEmpty() || parts.get(0).start() > 0) {
            return UNREADABLE;
        }
        return parts.size() == 1 ? one(question, parts.get(0)) : sum(question, parts);
    }

    private static TypedNumber one(Question question, MatchResult part) {
        String after = part.group(2).strip();
        WrittenUnit unit = question.writtenUnits().find(after, false);
        OtherUnit other = question.writtenUnits().other(after);
        if (unit == null && other == null && !after.isEmpty()) {
            return UNREADABLE;
        }
        if (EITHER.matcher(part.group(1)).matches()) {
            BigDecimal less = new BigDecimal(part.group(1).replace(',', '.'));
            String rest = after.isEmpty() ? "" : " " + after;
            return new TypedNumber(null, List.of(written(less.movePointRight(3)) + rest, written(less) + rest));
        }
        BigDecimal number = number(part.group(1));
        if (number == null) {
            return UNREADABLE;
        }
        if (other != null) {
            return of(other.convert(number), question);
        }
        return unit == null || unit.isOwn() ? new TypedNumber(number, List.of()) : of(unit.convert(number), question);
    }

    /** Several amounts, the largest unit first: 1 year 3 months. */
    private static TypedNumber sum(Question question, List<MatchResult> parts) {
        WrittenUnits units = question.writtenUnits();
        BigDecimal sum = BigDecimal.ZERO;
        WrittenUnit before = null;
        for (MatchResult part : parts) {
            boolean last = part == parts.get(parts.size() - 1);
            WrittenUnit unit = units.find(last ? part.group(2) : units.withoutJoiner(part.group(2)), false);
            BigDecimal number = EITHER.matcher(part.group(1)).matches() ? null : number(part.group(1));
            if (unit == null
                    || number == null
                    || number.signum() < 0
                    || before != null && unit.size().compareTo(before.size()) >= 0) {
                return UNREADABLE;
            }
            sum = sum.add(unit.convert(number));
            before = unit;
        }
        return of(sum, question);
    }

    /** A number that was converted: rounded down, so that no threshold is reached too early. */
    private static TypedNumber of(BigDecimal number, Question question) {
        int decimals = question.type() == Question.Type.INTEGER ? 0 : MOST_DECIMALS;
        return new TypedNumber(number.setScale(decimals, RoundingMode.FLOOR), List.of());
    }

    private static @Nullable BigDecimal number(String text) {
        return NUMBER.matcher(text).matches() || GROUPED.matcher(text).matches()
                ? new BigDecimal(text.replaceAll("[ ']", "").replace(',', '.'))
                : null;
    }

    private static String written(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** The same text with the digits, signs, marks and spaces of a plain keyboard. */
    private static String plain(String typed) {
        return typed.codePoints()
                .filter(c -> UNSEEN.indexOf(c) < 0)
                .mapToObj(TypedNumber::plain)
                .collect(Collectors.joining())
                .strip();
    }

    private static String plain(int c) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return String.valueOf(digit);
        }
        return switch (c) {
            case '\u2019', '\uff07', '\u066c' -> "'";
            case '\uff0c' -> ",";
            case '\uff0e', '\u066b' -> ".";
            case '\u2212', '\uff0d' -> "-";
            case '\uff0b' -> "+";
            default -> Character.isSpaceChar(c) || Character.isWhitespace(c) ? " " : Character.toString(c);
        };
    }
}
