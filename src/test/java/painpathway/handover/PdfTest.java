package painpathway.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.Normalizer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The renderer itself: it asks nobody for anything, and no text breaks it. */
class PdfTest {

    private static final String KOREAN = "\uae40\ubbfc\uc900";
    private static final String CHINESE = "\u738b\u5c0f\u660e\u9580\u8bca";
    private static final String JAPANESE = "\u5c71\u7530\u305f\u308d\u3046\u30ab\u30eb\u30c6";
    private static final String HEBREW = "\u05d7\u05d5\u05dc\u05d4";
    private static final String ARABIC = "\u0645\u0631\u064a\u0636";
    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body><h1>TEXT</h1></body></html>";

    private final Pdf pdf = new Pdf();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a.css",
                "https://example.org/a.css",
                "file:/etc/passwd",
                "//example.org/a.css",
                "../../css/../a.css",
                "../../css/a.css?x",
                "own:/img/mark.svg",
                "jar:file:/a.jar!/a.css",
                "data:text/css,a",
                "../../../css/a.css"
            })
    void refusesEveryOtherAddress(String address) {
        assertThat(Pdf.own(address)).isNull();
    }

    @Test
    void findsItsOwnStyleSheets() {
        assertThat(Pdf.own("../../css/handover.css")).isEqualTo("own:/css/handover.css");
    }

    /** A page that tries every way of fetching something, against a server that would notice. */
    @Test
    void fetchesNothing() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String at = "http://127.0.0.1:" + server.getAddress().getPort();
            byte[] document = pdf.of("""
                    <!DOCTYPE html>
                    <html lang="en"><head><title>t</title><link rel="stylesheet" href="AT/a.css"/>
                    <style>body { font-family: "Liberation Sans"; } @import url("AT/b.css"); @font-face { font-family: F; src: url("AT/c.ttf"); } p { font-family: F, "Liberation Sans"; background-image: url("AT/d.png"); }</style></head>
                    <body><p>Words stay</p><img src="AT/e.png" alt="x"/><img src="file:///etc/hostname" alt="y"/><object data="AT/f.svg" type="image/svg+xml"></object>
                    <a href="AT/g">link</a></body></html>""".replace("AT", at));
            assertThat(asked).isEmpty();
            assertThat(text(document)).contains("Words stay");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void takesAnyText() throws Exception {
        byte[] document = pdf.of(
                "<!DOCTYPE html><html lang=\"en\"><head><title>t</title><style>body { font-family: 'Liberation Sans'; }</style></head><body><p>\u0001\uFFFE\uD83D\uDE00 \u00e4\u0142\u03a9\u0416 end</p></body></html>");
        assertThat(text(document)).contains("\u00e4\u0142\u03a9\u0416 end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLINIC-17",
                "B <7> & \"x\"",
                "\u0141\u00f3d\u017a",
                "\u0416\u03a9 \u2013 7/b",
                "",
                KOREAN,
                "\u1112\u1161\u11ab",
                CHINESE,
                JAPANESE,
                HEBREW,
                ARABIC
            })
    void knowsWhatItCanShow(String text) {
        assertThat(pdf.shows(text)).isTrue();
    }

    /** Hindi and Thai have to be shaped, letters of Persian and Urdu have no joined form, and vowel marks have no place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0930\u094b\u0917\u0940",
                "\u0e1b\u0e48\u0e27\u0e22",
                "A \ud83e\uddb4",
                "\u0645\u064e\u0631\u0636",
                "\u05d7\u05b9\u05dc",
                "\u0628\u06cc\u0645\u0627\u0631",
                "\u07ca\u07d3",
                "\u05d7\u05d5\u05dc\u05d4 \u05d7\u05d5\u05dc\u05d4 \u05d7\u05d5\u05dc\u05d4 \u05d7\u05d5\u05dc\u05d4 \u05d7\u05d5\u05dc\u05d4 \u05d7\u05d5\u05dc\u05d4 \u05d7\u05d5\u05dc\u05d4 \u05d7\u05d5\u05dc\u05d4 \u05d7",
                "A\u202eB"
            })
    void knowsWhatItCannotShow(String text) {
        assertThat(pdf.shows(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {KOREAN, CHINESE, JAPANESE, HEBREW, ARABIC})
    void writesEveryScriptThatItSaysItCan(String text) throws Exception {
        byte[] document = pdf.of(PAGE.replace("TEXT", text + " K-7"));
        assertThat(Normalizer.normalize(text(document), Normalizer.Form.NFKC)).contains(text, "K-7");
        assertThat(document.length).as("only the letters that are used").isLessThan(60_000);
    }

    @Test
    void joinsTheLettersOfArabicAndTurnsThemRound() throws Exception {
        assertThat(drawn(ARABIC)).isEqualTo("\ufebe\ufef3\ufeae\ufee3");
        String turned = new StringBuilder(HEBREW).reverse().toString();
        assertThat(drawn(HEBREW)).isEqualTo(turned);
        assertThat(drawn("K-7 &amp; " + HEBREW + " b")).isEqualTo("K-7 & " + turned + " b");
        assertThat(drawn(HEBREW + " (7)")).isEqualTo("(7)\u00a0" + turned);
    }

    /** The letters from left to right, as they stand on the page. */
    private String drawn(String text) throws Exception {
        StringBuilder drawn = new StringBuilder();
        try (var read = Loader.loadPDF(pdf.of(PAGE.replace("TEXT", text)))) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    drawn.append(position.getUnicode());
                }
            }.getText(read);
        }
        return drawn.toString().strip();
    }

    @Test
    void countsPages() {
        assertThat(pdf.pages("<html lang=\"en\"><head><title>t</title></head><body><p>one</p></body></html>"))
                .isEqualTo(1);
        assertThat(pdf.pages("<html lang=\"en\"><head><title>t</title></head><body>" + "<p>one</p>".repeat(200)
                        + "</body></html>"))
                .isGreaterThan(1);
    }

    private static String text(byte[] document) throws Exception {
        try (var read = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
