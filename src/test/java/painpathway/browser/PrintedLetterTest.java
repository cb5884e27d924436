package painpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Ctrl+P: what comes out of the printer, from the browser itself. */
class PrintedLetterTest extends BrowserTest {

    @Test
    void theAdvicePrintsAsTheLetterOnOnePageAndIsBackAfterwards() throws IOException {
        Page page = visitor(WIDE);
        sample(page, 0);
        String before = page.locator("body").innerText();
        assertThat(printed(page)).isEqualTo(1);
        assertThat(text)
                .contains("Letter to the specialist", "Care so far")
                .doesNotContain("Worklist", "Not suggested");
        assertThat(page.locator("body").innerText()).isEqualTo(before);
        assertThat(page.locator(".letter").count()).isZero();
    }

    @Test
    void theLetterIsTheOneOfThisMoment() throws IOException {
        Page page = visitor(WIDE);
        sample(page, 0);
        page.locator("#reference").fill("K-1001");
        page.locator("#reference").blur();
        settled(page);
        printed(page);
        assertThat(text).contains("K-1001");
    }

    @Test
    void aRecordPrintsAsItsLetter() throws IOException {
        Page page = visitor(WIDE);
        sample(page, 0);
        close(page, "**/records/*");
        assertThat(printed(page)).isEqualTo(1);
        assertThat(text)
                .contains("Letter to the specialist", "Record ")
                .doesNotContain("Mark as dealt with", "Your initials", "Amend this record");
    }

    @Test
    void theQuestionsPrintAsTheyAre() throws IOException {
        Page page = visitor(WIDE);
        sample(page, 0);
        page.locator("#steps button[value=pain]").click();
        settled(page);
        printed(page);
        assertThat(text).contains("Where is this pain?").doesNotContain("Letter to the specialist");
    }

    private static void sample(Page page, int sample) {
        page.navigate("/");
        page.locator(".sample").nth(sample).click();
        page.waitForURL("**/intakes/*");
        page.locator("#advice .urgency").first().waitFor();
        settled(page);
    }

    private String text = "";

    /** How many pages the browser prints. */
    private int printed(Page page) throws IOException {
        byte[] file = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        try (PDDocument read = Loader.loadPDF(file)) {
            text = new PDFTextStripper().getText(read);
            return read.getNumberOfPages();
        }
    }
}
