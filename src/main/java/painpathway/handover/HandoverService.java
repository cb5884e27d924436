package painpathway.handover;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;
import painpathway.api.FaultLog;
import painpathway.api.Replay;
import painpathway.api.ReplayedAssessment;
import painpathway.records.ClosedRecord;
import painpathway.records.Draft;
import painpathway.records.FrozenDocuments;
import painpathway.records.Records;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;
import painpathway.web.advice.AdviceView;
import painpathway.web.form.BoundForm;
import painpathway.web.form.Form;
import painpathway.web.form.QuestionnairePage;

/** The printed pages of drafts, made from their present state, and of closed records, frozen with them. */
@Component
public class HandoverService {

    private static final Logger LOG = LoggerFactory.getLogger(HandoverService.class);

    /** The whole advice, for a specialist. */
    static final String PRINT = "print";
    /** The sheet for the patient. */
    static final String SHEET = "sheet";

    private final LiveAdvisor live;
    private final Records records;
    private final FrozenDocuments frozen;
    private final Replay replay;
    private final PaperRenderer paper;
    private final MessageSource messages;

    HandoverService(
            LiveAdvisor live,
            Records records,
            FrozenDocuments frozen,
            Replay replay,
            PaperRenderer paper,
            MessageSource messages) {
        this.live = live;
        this.records = records;
        this.frozen = frozen;
        this.replay = replay;
        this.paper = paper;
        this.messages = messages;
    }

    /** A page of a draft; empty if the knowledge has no words for it. */
    Optional<String> of(Draft draft, String kind, Locale locale) {
        Advisor advisor = live.now();
        Form form = Form.of(draft, null);
        BoundForm reading = BoundForm.of(form, advisor.book());
        Map<String, List<String>> refused = new LinkedHashMap<>(form.sent());
        refused.keySet().retainAll(reading.faulty());
        return page(
                kind,
                new Case(
                        draft.id(),
                        draft.reference(),
                        true,
                        draft.changed(),
                        reading,
                        refused,
                        advisor.advise(reading.assessment())),
                advisor,
                locale);
    }

    /**
     * A page of a closed record: the frozen one or, the first time it is asked for, one that says exactly what the
     * record says, byte for byte. Empty if today's knowledge would say something else; then nothing is printed.
     */
    Optional<String> of(ClosedRecord record, String kind, Locale locale) {
        return frozen.find(record.id(), kind).or(() -> {
            freeze(record.id(), locale);
            return frozen.find(record.id(), kind);
        });
    }

    /** Freezes the pages of a record that has just been closed. It stays closed whatever happens here; the pages can be made later. */
    public void closed(String id, Locale locale) {
        try {
            freeze(id, locale);
        } catch (RuntimeException e) {
            FaultLog.log(LOG, "the pages of a closed record could not be made", e);
        }
    }

    private void freeze(String id, Locale locale) {
        ClosedRecord record = records.find(id).orElseThrow();
        Advisor advisor = live.now();
        ReplayedAssessment replayed = ReplayedAssessment.of(replay.readRequest(record.request()), advisor.book());
        Advice advice = advisor.advise(replayed.assessment());
        if (!replayed.unusable().isEmpty() || !replay.reply(advice).equals(record.advice())) {
            return;
        }
        Case closed = new Case(
                record.id(),
                record.reference(),
                false,
                record.closed(),
                BoundForm.of(replayed.assessment()),
                Map.of(),
                advice);
        Map<String, String> pages = new LinkedHashMap<>();
        for (String kind : List.of(PRINT, SHEET)) {
            page(kind, closed, advisor, locale).ifPresent(html -> pages.put(kind, html));
        }
        frozen.keep(id, pages);
    }

    /** The contents of the printed pages of a draft or a record. */
    private record Case(
            String id,
            String reference,
            boolean draft,
            Instant at,
            BoundForm reading,
            Map<String, List<String>> refused,
            Advice advice) {}

    private Optional<String> page(String kind, Case made, Advisor advisor, Locale locale) {
        RuleBook book = advisor.book();
        Messages words = new Messages(messages, locale);
        List<String> places = QuestionnairePage.placeNames(made.reading, book, words);
        HandoverDocument.Head head = HandoverDocument.Head.of(made.id, made.reference, made.draft, made.at, places);
        AdviceView view = AdviceView.of(made.advice, places, book, words);
        if (kind.equals(PRINT)) {
            return Optional.of(paper.handover(
                    HandoverDocument.of(
                            head,
                            view,
                            made.reading.assessment(),
                            made.refused,
                            HandoverDocument.unused(made.reading, book, words),
                            book,
                            words),
                    locale));
        }
        return Optional.ofNullable(book.catalogue().plain())
                .map(plain -> PatientSheet.of(
                        made.advice,
                        plain,
                        QuestionnairePage.places(made.reading, book),
                        advisor.met(made.reading.assessment())))
                .map(sheet -> paper.sheet(head, view, sheet, locale));
    }
}
