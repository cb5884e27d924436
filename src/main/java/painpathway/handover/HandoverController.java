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

/** An advice on paper, for the specialist and for the patient: to print from the browser, and as a PDF of the same page. */
@Controller
class HandoverController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Drafts drafts;
    private final Records records;
    private final HandoverService handovers;
    private final Pdf pdf;

    HandoverController(Drafts drafts, Records records, HandoverService handovers, Pdf pdf) {
        this.drafts = drafts;
        this.records = records;
        this.handovers = handovers;
        this.pdf = pdf;
    }

    @GetMapping("/intakes/{id}/print")
    ResponseEntity<byte[]> draft(@PathVariable String id, Locale locale) {
        return page(ofDraft(id, HandoverService.PRINT, locale));
    }

    @GetMapping("/intakes/{id}/handover.pdf")
    ResponseEntity<byte[]> draftDocument(@PathVariable String id, Locale locale) {
        return document(ofDraft(id, HandoverService.PRINT, locale), "handover.pdf");
    }

    @GetMapping("/intakes/{id}/patient-sheet")
    ResponseEntity<byte[]> draftSheet(@PathVariable String id, Locale locale) {
        return page(ofDraft(id, HandoverService.SHEET, locale));
    }

    @GetMapping("/intakes/{id}/patient-sheet.pdf")
    ResponseEntity<byte[]> draftSheetDocument(@PathVariable String id, Locale locale) {
        return document(ofDraft(id, HandoverService.SHEET, locale), "patient-sheet.pdf");
    }

    @GetMapping("/records/{id}/print")
    ResponseEntity<byte[]> record(@PathVariable String id, Locale locale) {
        return page(ofRecord(id, HandoverService.PRINT, locale));
    }

    @GetMapping("/records/{id}/handover.pdf")
    ResponseEntity<byte[]> recordDocument(@PathVariable String id, Locale locale) {
        return document(ofRecord(id, HandoverService.PRINT, locale), "handover.pdf");
    }

    @GetMapping("/records/{id}/patient-sheet")
    ResponseEntity<byte[]> recordSheet(@PathVariable String id, Locale locale) {
        return page(ofRecord(id, HandoverService.SHEET, locale));
    }

    @GetMapping("/records/{id}/patient-sheet.pdf")
    ResponseEntity<byte[]> recordSheetDocument(@PathVariable String id, Locale locale) {
        return document(ofRecord(id, HandoverService.SHEET, locale), "patient-sheet.pdf");
    }

    /** Leads from a draft that has been closed to its record. */
    private String ofDraft(String id, String kind, Locale locale) {
        Draft draft = drafts.find(id).orElseThrow(HandoverController::missing);
        return draft.closedAs() != null
                ? ofRecord(draft.closedAs(), kind, locale)
                : handovers.of(draft, kind, locale).orElseThrow(HandoverController::missing);
    }

    private String ofRecord(String id, String kind, Locale locale) {
        ClosedRecord record = records.find(id).orElseThrow(HandoverController::missing);
        return handovers.of(record, kind, locale).orElseThrow(HandoverController::missing);
    }

    private static ResponseEntity<byte[]> page(String html) {
        return answer(HTML).body(html.getBytes(StandardCharsets.UTF_8));
    }

    /** The name says nothing about the patient, because it ends up in download folders and browser histories. */
    private ResponseEntity<byte[]> document(String html, String name) {
        return answer(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(pdf.of(html));
    }

    /** No cache may keep the answers of a patient. */
    private static ResponseEntity.BodyBuilder answer(MediaType type) {
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
