package painpathway.handover;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The letters that a PDF can show: those of its font, without scripts that run from right to left, which nothing turns round. */
record PdfLetters(CmapLookup font) {

    private static final Set<Byte> LEFT_TO_RIGHT = Set.of(
            Character.DIRECTIONALITY_LEFT_TO_RIGHT,
            Character.DIRECTIONALITY_EUROPEAN_NUMBER,
            Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
            Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
            Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
            Character.DIRECTIONALITY_NONSPACING_MARK,
            Character.DIRECTIONALITY_WHITESPACE,
            Character.DIRECTIONALITY_OTHER_NEUTRALS);

    static PdfLetters of(InputStream file) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return new PdfLetters(font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean show(String text) {
        return text.codePoints()
                .allMatch(c -> LEFT_TO_RIGHT.contains(Character.getDirectionality(c))
                        && (Character.isWhitespace(c) || font.getGlyphId(c) != 0));
    }
}
