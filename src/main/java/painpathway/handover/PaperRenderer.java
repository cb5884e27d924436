package painpathway.handover;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import painpathway.web.advice.AdviceView;

/** Fills the pages made for paper. Browser and PDF get the same markup, so their first pages are cut at the same point. */
@Component
class PaperRenderer {

    /** Lines in the longest list of the first page, tried one after the other until it fits on one page. */
    private static final int[] ROOM = {24, 18, 14, 11, 9, 7, 6, 5, 4, 3, 2, 1, 0, -2, -4, -6};

    /** Sizes of the letters on the sheet for the patient, as the style sheet names them. */
    private static final List<String> LETTERS = List.of("largest", "large", "middle", "small", "smallest");

    private final ITemplateEngine templates;
    private final Pdf pdf;

    PaperRenderer(ITemplateEngine templates, Pdf pdf) {
        this.templates = templates;
        this.pdf = pdf;
    }

    /** The whole hand-over. */
    String handover(HandoverDocument document, Locale locale) {
        return print(document, first(document, locale), true, locale);
    }

    /** The sheet for the patient, on one page: in the largest letters that fit, and told more briefly if they get too small. */
    String sheet(HandoverDocument.Head head, AdviceView view, PatientSheet sheet, Locale locale) {
        Stream<PaperTry> whole = LETTERS.stream().limit(LETTERS.size() - 1).map(l -> new PaperTry(sheet, l));
        Stream<PaperTry> brief = LETTERS.stream().map(l -> new PaperTry(sheet.brief(), l));
        return fitting("handover/sheet", head, view, Stream.concat(whole, brief).toList(), locale);
    }

    /** The letter to the specialist, on one page if it can be done in letters that can be read. */
    String letter(HandoverDocument.Head head, AdviceView view, Letter letter, Locale locale) {
        List<PaperTry> tries =
                LETTERS.stream().skip(1).map(l -> new PaperTry(letter, l)).toList();
        return fitting("handover/letter", head, view, tries, locale);
    }

    /** The contents of a paper and the size of its letters. */
    private record PaperTry(Object paper, String letters) {}

    /** The first that fits on one page, or the last. */
    private String fitting(
            String template, HandoverDocument.Head head, AdviceView view, List<PaperTry> tries, Locale locale) {
        String html = "";
        for (PaperTry one : tries) {
            Map<String, Object> values = Map.of(
                    "head",
                    head,
                    "view",
                    view,
                    "paper",
                    one.paper,
                    "letters",
                    one.letters,
                    "shown",
                    pdf.shows(head.reference()));
            html = fill(template, values, locale);
            if (pdf.pages(html) == 1) {
                return html;
            }
        }
        return html;
    }

    /** As much as fits on one page. */
    FirstPage first(HandoverDocument document, Locale locale) {
        FirstPage first = FirstPage.of(document, ROOM[0]);
        boolean fits = fits(document, first, locale);
        for (int i = 1; i < ROOM.length && !fits; i++) {
            FirstPage next = FirstPage.of(document, ROOM[i]);
            // Laying out a page takes long, and with less room it is often still the same.
            if (!next.equals(first)) {
                first = next;
                fits = fits(document, first, locale);
            }
        }
        return first;
    }

    private boolean fits(HandoverDocument document, FirstPage first, Locale locale) {
        return pdf.pages(first(document, first, locale)) == 1;
    }

    /** The first page alone. */
    String first(HandoverDocument document, FirstPage first, Locale locale) {
        return print(document, first, false, locale);
    }

    private String print(HandoverDocument document, FirstPage first, boolean whole, Locale locale) {
        boolean shown = pdf.shows(document.head().reference());
        return fill("handover/print", Map.of("h", document, "first", first, "whole", whole, "shown", shown), locale);
    }

    private String fill(String template, Map<String, Object> values, Locale locale) {
        return templates.process(template, new Context(locale, values));
    }
}
