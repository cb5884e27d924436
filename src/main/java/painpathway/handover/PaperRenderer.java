package painpathway.handover;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        return fill("handover/print", Map.of("h", document, "first", first(document, locale), "whole", true), locale);
    }

    /** The sheet for the patient, on one page: in the largest letters that fit, and told more briefly if the smallest do not. */
    String sheet(HandoverDocument.Head head, AdviceView view, PatientSheet sheet, Locale locale) {
        return sheet(head, view, sheet, LETTERS.subList(0, LETTERS.size() - 1), locale)
                .or(() -> sheet(head, view, sheet.brief(), LETTERS, locale))
                .orElseGet(() -> sheet(head, view, sheet.brief(), LETTERS.get(LETTERS.size() - 1), locale));
    }

    private Optional<String> sheet(
            HandoverDocument.Head head, AdviceView view, PatientSheet sheet, List<String> letters, Locale locale) {
        return letters.stream()
                .map(size -> sheet(head, view, sheet, size, locale))
                .filter(html -> pdf.pages(html) == 1)
                .findFirst();
    }

    private String sheet(
            HandoverDocument.Head head, AdviceView view, PatientSheet sheet, String letters, Locale locale) {
        Object knowledge = view.advice().knowledge();
        return fill(
                "handover/sheet",
                Map.of(
                        "head", head,
                        "sheet", sheet,
                        "letters", letters,
                        "policy", view.policy(),
                        "knowledge", knowledge),
                locale);
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
        return fill("handover/print", Map.of("h", document, "first", first, "whole", false), locale);
    }

    private String fill(String template, Map<String, Object> values, Locale locale) {
        return templates.process(template, new Context(locale, values));
    }
}
