package painpathway.handover;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import painpathway.web.advice.AdviceView;

/** Fills the pages made for paper. Browser and PDF get the same markup, so their first pages are cut at the same point. */
@Component
class PaperRenderer {

    /** Lines in the longest list of the first page, tried one after the other until it fits on one page. */
    private static final int[] ROOM = {24, 18, 14, 11, 9, 7, 6, 5, 4, 3, 2, 1, 0, -2, -4, -6};

    private final ITemplateEngine templates;
    private final Pdf pdf;

    PaperRenderer(ITemplateEngine templates, Pdf pdf) {
        this.templates = templates;
        this.pdf = pdf;
    }

    /** The whole hand-over. */
    String handover(HandoverDocument handover, Locale locale) {
        return fill("handover/print", Map.of("h", handover, "first", first(handover, locale), "whole", true), locale);
    }

    /** The sheet for the patient. */
    String sheet(HandoverDocument.Head head, AdviceView view, PatientSheet sheet, Locale locale) {
        return fill(
                "handover/sheet",
                Map.of(
                        "head",
                        head,
                        "sheet",
                        sheet,
                        "policy",
                        view.policy(),
                        "knowledge",
                        view.advice().knowledge()),
                locale);
    }

    /** As much as fits on one page. */
    HandoverDocument.Short first(HandoverDocument handover, Locale locale) {
        HandoverDocument.Short first = null;
        for (int most : ROOM) {
            HandoverDocument.Short next = handover.first(most);
            if (next.equals(first)) {
                continue;
            }
            first = next;
            if (pdf.pages(first(handover, first, locale)) == 1) {
                break;
            }
        }
        return first;
    }

    /** The first page alone. */
    String first(HandoverDocument handover, HandoverDocument.Short first, Locale locale) {
        return fill("handover/print", Map.of("h", handover, "first", first, "whole", false), locale);
    }

    private String fill(String template, Map<String, Object> values, Locale locale) {
        return templates.process(template, new Context(locale, values));
    }
}
