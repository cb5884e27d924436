package painpathway.questionnaire;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
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
    private static final Pattern WITH_UNIT = Pattern.compile("([+-]?\\d(?:[\\d.,' ]*\\d)?)(\\D*)");

    // What a copied number brings along unseen: marks of direction, and spaces without width.
    private static final String UNSEEN = "\u200b\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069\ufeff";

    /** Reads what was typed as the answer to a question of type number. */
    public static TypedNumber read(Question question, String typed) {
        Matcher written = WITH_UNIT.matcher(plain(typed));
        if (!written.matches()) {
            return UNREADABLE;
        }
        String after = written.group(2).strip();
        boolean known = after.isEmpty()
                || question.writtenUnits().stream().anyMatch(u -> u.words().contains(WrittenUnit.word(after)));
        return known ? number(written.group(1)) : UNREADABLE;
    }

    private static TypedNumber number(String text) {
        if (EITHER.matcher(text).matches()) {
            BigDecimal less = new BigDecimal(text.replace(',', '.'));
            return new TypedNumber(null, List.of(written(less.movePointRight(3)), written(less)));
        }
        if (!NUMBER.matcher(text).matches() && !GROUPED.matcher(text).matches()) {
            return UNREADABLE;
        }
        return new TypedNumber(new BigDecimal(text.replaceAll("[ ']", "").replace(',', '.')), List.of());
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
