package painpathway.handover;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;

/** The letters that a PDF can show: those of its fonts, in scripts that it can set. Fonts beside the usual one are read only if needed. */
final class PdfLetters {

    private static final Set<PdfFont> OTHERS = EnumSet.of(PdfFont.ALPHABETS, PdfFont.KOREAN, PdfFont.CHINESE);

    private final Map<PdfFont, CmapLookup> letters = new ConcurrentHashMap<>();

    boolean show(String text) {
        String set = WrittenScript.set(text);
        return set != null
                && set.codePoints().allMatch(c -> plain(c) || OTHERS.stream().anyMatch(f -> has(f, c)));
    }

    /** The fonts beside the usual one that a text needs. */
    Set<PdfFont> others(String text) {
        Set<PdfFont> needed = EnumSet.noneOf(PdfFont.class);
        text.codePoints()
                .filter(c -> c > 0xFF && !plain(c))
                .distinct()
                .forEach(c -> OTHERS.stream().filter(f -> has(f, c)).findFirst().ifPresent(needed::add));
        return needed;
    }

    private boolean plain(int c) {
        return Character.isWhitespace(c) || has(PdfFont.REGULAR, c);
    }

    private boolean has(PdfFont font, int c) {
        return letters.computeIfAbsent(font, PdfFont::letters).getGlyphId(c) != 0;
    }
}
