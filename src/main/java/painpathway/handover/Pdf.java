package painpathway.handover;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a tagged PDF (PDF/UA) of a page whose markup is well-formed. It reads the program's own style sheets and fonts and
 * nothing else; it does not even try any other kind of address.
 */
@Component
public class Pdf {

    /** The address that a page seems to have: its style sheets are found two steps up, as on the server. */
    private static final String PAGE = "own:/paper/page/";

    private static final Pattern STYLE = Pattern.compile("own:/(css/[a-z-]+\\.css)");
    /** Added to the page's own style sheets: feet in the margin, no links for the screen. */
    private static final String STYLE_SHEET = "<link rel=\"stylesheet\" href=\"own:/css/handover-pdf.css\"/>";

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final PdfLetters letters = new PdfLetters();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    Pdf() {
        // It reports on the console every rule for browsers that it leaves out.
        XRLog.setLoggingEnabled(false);
    }

    /** The PDF of a page. */
    public byte[] of(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (PDDocument document = new PDDocument()) {
            builder(html, document).toStream(out).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** How many pages of paper a page takes. */
    public int pages(String html) {
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = builder(html, document)
                        .toStream(new ByteArrayOutputStream())
                        .buildPdfRenderer()) {
            renderer.layout();
            return renderer.getRootBox().getLayer().getPages().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a PDF can show a text as it is written. */
    boolean shows(String text) {
        return letters.show(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private PdfRendererBuilder builder(String html, PDDocument document) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("");
        builder.useUriResolver((base, uri) -> own(uri));
        builder.useProtocolsStreamImplementation(this::open, "own");
        font(builder, document, PdfFont.REGULAR);
        font(builder, document, PdfFont.BOLD);
        // The fonts have letters with their accents, not accents to be put over letters.
        String text = Normalizer.normalize(html, Normalizer.Form.NFC);
        letters.others(text).forEach(other -> font(builder, document, other));
        builder.withHtmlContent(
                NOT_XML.matcher(RightToLeft.inOrder(text).replace("</head>", STYLE_SHEET + "</head>"))
                        .replaceAll(" "),
                PAGE);
        return builder;
    }

    /** The address of one of the program's own style sheets; null for everything else. */
    static @Nullable String own(String uri) {
        String path = uri.startsWith("../../") ? "own:/" + uri.substring("../../".length()) : uri;
        return STYLE.matcher(path).matches() ? path : null;
    }

    private FSStream open(String uri) {
        var style = STYLE.matcher(uri);
        if (!style.matches()) {
            throw new IllegalArgumentException(uri);
        }
        InputStream in = file("static/" + style.group(1));
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return in;
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(in, StandardCharsets.UTF_8);
            }
        };
    }

    private static void font(PdfRendererBuilder builder, PDDocument document, PdfFont which) {
        try {
            TrueTypeFont font = which.parse();
            // Looking for ligatures in every word takes most of the time, and nobody would miss those that the font
            // has.
            font.setEnableGsub(false);
            builder.useFont(
                    new PDFontSupplier(PDType0Font.load(document, font, true)),
                    which.family(),
                    which.weight(),
                    FontStyle.NORMAL,
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream file(String name) {
        return new ByteArrayInputStream(files.computeIfAbsent(name, n -> {
            try (InputStream in = Pdf.class.getClassLoader().getResourceAsStream(n)) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }
}
