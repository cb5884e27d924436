package painpathway.handover;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import java.lang.Character.UnicodeScript;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a text is set in a PDF: letter after letter, and joined where the script is Arabic. It can do no more than that. */
final class WrittenScript {

    /** Those that run from right to left and can be set. */
    private static final Set<UnicodeScript> TURNED =
            Set.of(UnicodeScript.HEBREW, UnicodeScript.ARABIC, UnicodeScript.COMMON);

    private static final Set<Byte> TO_THE_LEFT = Set.of(
            Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
            Character.DIRECTIONALITY_ARABIC_NUMBER);
    /** Marks that a writer put there to direct the text: they would come out as boxes, or turn the page's own words. */
    private static final Set<Integer> HIDDEN =
            Set.of((int) Character.FORMAT, (int) Character.CONTROL, (int) Character.SURROGATE);

    private static final int LONGEST_TURNED = 40;

    private WrittenScript() {}

    /** The letters as they stand in the PDF, not yet in their order; null if the text cannot be set. */
    static @Nullable String set(String text) {
        if (text.codePoints().anyMatch(c -> HIDDEN.contains(Character.getType(c)) && !Character.isWhitespace(c))) {
            return null;
        }
        if (!turned(text)) {
            return text;
        }
        // Words that run to the left stay on one line. Nothing would put a vowel mark over its letter.
        if (text.length() > LONGEST_TURNED
                || text.codePoints()
                        .anyMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK
                                || toTheLeft(c) && !TURNED.contains(UnicodeScript.of(c)))) {
            return null;
        }
        String shaped = shaped(text);
        return shaped.codePoints().anyMatch(WrittenScript::unjoined) ? null : shaped;
    }

    /** Whether something in a text runs from right to left. */
    static boolean turned(String text) {
        return text.codePoints().anyMatch(WrittenScript::toTheLeft);
    }

    /** A letter of Arabic for which there is no joined form: those of some languages. */
    private static boolean unjoined(int c) {
        return Character.isLetter(c)
                && UnicodeScript.of(c) == UnicodeScript.ARABIC
                && Character.UnicodeBlock.of(c) != Character.UnicodeBlock.ARABIC_PRESENTATION_FORMS_A
                && Character.UnicodeBlock.of(c) != Character.UnicodeBlock.ARABIC_PRESENTATION_FORMS_B;
    }

    private static boolean toTheLeft(int c) {
        return TO_THE_LEFT.contains(Character.getDirectionality(c));
    }

    /** The letters of Arabic joined. */
    static String shaped(String text) {
        try {
            return new ArabicShaping(ArabicShaping.LETTERS_SHAPE).shape(text);
        } catch (ArabicShapingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
