package painpathway.handover;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** A font that travels with the program: its name in the style sheets, its file, and how heavy it is. */
enum PdfFont {
    REGULAR("Liberation Sans", "liberation/LiberationSans-Regular.ttf", 400),
    BOLD("Liberation Sans", "liberation/LiberationSans-Bold.ttf", 700),
    /** Hebrew, Arabic, and other alphabets. */
    ALPHABETS("DejaVu Sans", "net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf", 400),
    KOREAN("Pretendard", "fonts/Pretendard-Regular.ttf", 400),
    /** Chinese and Japanese. */
    CHINESE("Noto Sans SC", "fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf", 400);

    private final String family;
    private final String file;
    private final int weight;
    private volatile byte @Nullable [] read;

    PdfFont(String family, String file, int weight) {
        this.family = family;
        this.file = file;
        this.weight = weight;
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    /** For one document: a font remembers which of its letters were used. */
    TrueTypeFont parse() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(bytes()));
    }

    /** The letters that it has. */
    CmapLookup letters() {
        try (TrueTypeFont font = parse()) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() throws IOException {
        byte[] bytes = read;
        if (bytes == null) {
            try (InputStream in = PdfFont.class.getClassLoader().getResourceAsStream(file)) {
                bytes = in.readAllBytes();
                read = bytes;
            }
        }
        return bytes;
    }
}
