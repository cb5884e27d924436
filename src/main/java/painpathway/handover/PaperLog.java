package painpathway.handover;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import painpathway.records.ClosedRecord;
import painpathway.records.RecordLog;
import painpathway.web.DisplayTime;

/**
 * Adds to a frozen paper what was done since: the paper never changes, but whoever gets it has to know who was told already, and that
 * there is a later version.
 */
@Component
class PaperLog {

    /** What stands last on a page; the log comes before the first of these that a paper has. */
    private static final List<String> LAST =
            List.of("<div class=\"repeat in-place\"", "<div class=\"in-place\"", "</main>");

    private final RecordLog log;
    private final ITemplateEngine templates;

    PaperLog(RecordLog log, ITemplateEngine templates) {
        this.log = log;
        this.templates = templates;
    }

    /** An entry with its time as paper shows it. */
    record Line(RecordLog.Entry entry, String at) {}

    /** A paper with its log; the sheet for the patient has none. One that was amended says so first. */
    String added(String html, ClosedRecord record, HandoverKind kind, Locale locale) {
        return record.superseded() == null
                ? logged(html, record, kind, locale)
                : logged(html, record, kind, locale)
                        .replaceFirst("<main>", "<main>" + fragment("amended", Map.of(), locale));
    }

    private String fragment(String name, Map<String, Object> values, Locale locale) {
        return templates.process("fragments/deeds", Set.of(name), new Context(locale, values));
    }

    private String logged(String html, ClosedRecord record, HandoverKind kind, Locale locale) {
        List<Line> lines = log.of(record.id()).stream()
                .map(entry -> new Line(entry, DisplayTime.whole(entry.at()).text()))
                .toList();
        if (kind == HandoverKind.SHEET || lines.isEmpty()) {
            return html;
        }
        String part = fragment("paper", Map.of("deeds", lines), locale);
        int end = LAST.stream()
                .mapToInt(html::lastIndexOf)
                .filter(i -> i >= 0)
                .findFirst()
                .orElse(html.length());
        return html.substring(0, end) + part + html.substring(end);
    }
}
