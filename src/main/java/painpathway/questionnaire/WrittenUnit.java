package painpathway.questionnaire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A unit as people write it, for one question.
 *
 * @param words its spellings, as {@link #word} gives them
 * @param size  how much one of it is
 * @param own   how much one of the question's own unit is, in the same measure
 * @param alone whether it stands without a number and is one of it, such as "half a year"
 */
public record WrittenUnit(List<String> words, BigDecimal size, BigDecimal own, boolean alone) {

    /** The question's own unit. */
    static WrittenUnit own(List<String> words) {
        return new WrittenUnit(words, BigDecimal.ONE, BigDecimal.ONE, false);
    }

    /** A number of this unit in the question's own. */
    BigDecimal convert(BigDecimal number) {
        // Exact where it can be: two years are 24 months and not almost 24.
        return isOwn() ? number : number.multiply(size).divide(own, MathContext.DECIMAL128);
    }

    boolean isOwn() {
        return size.compareTo(own) == 0;
    }

    /** How it is called for more than one. */
    String name() {
        return words.get(Math.min(1, words.size() - 1));
    }

    /** A unit word as it is compared: whatever its case, width and spaces, and without the full stop of an abbreviation. */
    static String word(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain = plain.replaceAll("\\s+", " ").strip();
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
