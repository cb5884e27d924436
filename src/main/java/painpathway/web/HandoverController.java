package painpathway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;
import painpathway.handover.PatientSheet;
import painpathway.handover.Pdf;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.rules.RuleBook;

/** An advice on paper, for the specialist and for the patient: to print from the browser, and as PDF made of the very same page. */
@Controller
class HandoverController {

    private static final String HTML = "text/html;charset=UTF-8";

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final Paper paper;
    private final Pdf pdf;
    private final MessageSource messages;

    HandoverController(LiveAdvisor live, Drafts drafts, Paper paper, Pdf pdf, MessageSource messages) {
        this.live = live;
        this.drafts = drafts;
        this.paper = paper;
        this.pdf = pdf;
        this.messages = messages;
    }

    /** An intake as it is handed over. */
    private record Intake(Handover.Head head, Reading reading, Map<String, List<String>> refused, AdviceView view, RuleBook book) {
    }

    @GetMapping(value = "/intakes/{id}/print", produces = HTML)
    @ResponseBody
    String print(@PathVariable String id, Locale locale, HttpServletResponse response) {
        return shown(paper.handover(handover(draft(id, locale), locale), false, locale), response);
    }

    @GetMapping("/intakes/{id}/handover.pdf")
    ResponseEntity<byte[]> document(@PathVariable String id, Locale locale) {
        return file(paper.handover(handover(draft(id, locale), locale), true, locale), "handover.pdf");
    }

    @GetMapping(value = "/intakes/{id}/patient-sheet", produces = HTML)
    @ResponseBody
    String sheet(@PathVariable String id, Locale locale, HttpServletResponse response) {
        return shown(sheet(draft(id, locale), false, locale), response);
    }

    @GetMapping("/intakes/{id}/patient-sheet.pdf")
    ResponseEntity<byte[]> sheetDocument(@PathVariable String id, Locale locale) {
        return file(sheet(draft(id, locale), true, locale), "patient-sheet.pdf");
    }

    private Intake draft(String id, Locale locale) {
        Draft draft = drafts.find(id).orElseThrow(HandoverController::missing);
        Advisor advisor = live.now();
        Words words = new Words(messages, locale);
        Form form = Form.of(draft, null);
        Reading reading = Reading.of(form, advisor.book());
        Map<String, List<String>> refused = new LinkedHashMap<>(form.sent());
        refused.keySet().retainAll(reading.faulty());
        List<String> places = QuestionnairePage.placeNames(reading, advisor.book(), words);
        return new Intake(Handover.Head.of(id, draft.reference(), true, draft.changed(), places), reading, refused,
                AdviceView.of(advisor.advise(reading.assessment()), places, advisor.book(), words), advisor.book());
    }

    private Handover handover(Intake intake, Locale locale) {
        return Handover.of(intake.head, intake.view, intake.reading.assessment(), intake.refused, intake.book, new Words(messages, locale));
    }

    private String sheet(Intake intake, boolean document, Locale locale) {
        if (intake.book.catalogue().plain() == null) {
            throw missing();
        }
        return paper.sheet(intake.head, intake.view, PatientSheet.of(intake.view.advice(), intake.book.catalogue().plain(),
                QuestionnairePage.places(intake.reading, intake.book)), document, locale);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String shown(String html, HttpServletResponse response) {
        // Answers of a patient: no cache keeps them.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return html;
    }

    /** The name says nothing about the patient: it ends up in download folders and in the history of browsers. */
    private ResponseEntity<byte[]> file(String html, String name) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name).build().toString()).body(pdf.of(html));
    }
}
