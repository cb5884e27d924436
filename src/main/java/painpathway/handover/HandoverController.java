package painpathway.handover;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import painpathway.records.ClosedRecord;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.records.Records;

/** The advice on paper, for the specialist and for the patient: a page to print from the browser, and the same page as a PDF. */
@Controller
class HandoverController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Drafts drafts;
    private final Records records;
    private final HandoverService handovers;
    private final PaperLog log;
    private final Pdf pdf;

    HandoverController(Drafts drafts, Records records, HandoverService handovers, PaperLog log, Pdf pdf) {
        this.drafts = drafts;
        this.records = records;
        this.handovers = handovers;
        this.log = log;
        this.pdf = pdf;
    }

    /** A document of a draft, or of the record that it has become. */
    @GetMapping("/intakes/{id}/{document}")
    ResponseEntity<byte[]> ofDraft(@PathVariable String id, @PathVariable String document, Locale locale) {
        HandoverKind kind = kind(document);
        Draft draft = drafts.find(id).orElseThrow(HandoverController::missing);
        return answer(
                draft.closedAs() != null
                        ? page(draft.closedAs(), kind, locale)
                        : handovers.of(draft, kind, locale).orElseThrow(HandoverController::missing),
                document);
    }

    @GetMapping("/records/{id}/{document}")
    ResponseEntity<byte[]> ofRecord(@PathVariable String id, @PathVariable String document, Locale locale) {
        return answer(page(id, kind(document), locale), document);
    }

    private static HandoverKind kind(String document) {
        return HandoverKind.at(document).orElseThrow(HandoverController::missing);
    }

    private String page(String id, HandoverKind kind, Locale locale) {
        ClosedRecord record = records.find(id).orElseThrow(HandoverController::missing);
        String html = handovers.of(record, kind, locale).orElseThrow(HandoverController::missing);
        return log.added(html, record, kind, locale);
    }

    /** No cache may keep the answers of a patient. */
    private ResponseEntity<byte[]> answer(String html, String document) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!kind(document).file().equals(document)) {
            return answer.contentType(HTML).body(html.getBytes(StandardCharsets.UTF_8));
        }
        // The file name says nothing about the patient, because it ends up in download folders and browser histories.
        return answer.contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(document).build().toString())
                .body(pdf.of(html));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
