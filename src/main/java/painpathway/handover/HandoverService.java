package painpathway.handover;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;
import painpathway.api.FaultLog;
import painpathway.api.Replay;
import painpathway.api.ReplayedAssessment;
import painpathway.knowledge.PatientWording;
import painpathway.records.ClosedRecord;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.records.FrozenDocuments;
import painpathway.records.Records;
import painpathway.web.Messages;
import painpathway.web.advice.AdviceView;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.Beside;
import painpathway.web.form.BoundForm;
import painpathway.web.form.Form;

/** The printed pages of drafts, made from their present state, and of closed records, frozen with them. */
@Component
public class HandoverService {

    private static final Logger LOG = LoggerFactory.getLogger(HandoverService.class);

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final Records records;
    private final FrozenDocuments documents;
    private final Replay replay;
    private final PaperRenderer renderer;
    private final MessageSource messages;

    HandoverService(
            LiveAdvisor live,
            Drafts drafts,
            Records records,
            FrozenDocuments documents,
            Replay replay,
            PaperRenderer renderer,
            MessageSource messages) {
        this.live = live;
        this.drafts = drafts;
        this.records = records;
        this.documents = documents;
        this.replay = replay;
        this.renderer = renderer;
        this.messages = messages;
    }

    /** A page of a draft; empty if the rules folder has no words for it. */
    Optional<String> of(Draft draft, HandoverKind kind, Locale locale) {
        Advisor advisor = live.now();
        BoundForm bound = BoundForm.of(Form.of(draft), advisor.book());
        AdvisedAnswers answers = AdvisedAnswers.of(bound, advisor, new Messages(messages, locale));
        HandoverDocument.Head head = HandoverDocument.Head.of(
                draft.id(),
                draft.reference(),
                true,
                draft.changed(),
                answers.places().all());
        return page(kind, head, answers);
    }

    /**
     * A page of a closed record: the frozen one or, the first time it is asked for, one that says exactly what the
     * record says, byte for byte. Empty if today's rules would say something else; then nothing is printed.
     */
    Optional<String> of(ClosedRecord record, HandoverKind kind, Locale locale) {
        return documents.find(record.id(), kind.word()).or(() -> {
            freeze(record.id(), locale);
            return documents.find(record.id(), kind.word());
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
        ReplayedAssessment again = ReplayedAssessment.of(replay.readRequest(record.request()), advisor.book());
        Beside notes = drafts.find(record.draft())
                .map(draft -> Beside.of(draft.fields(), advisor.book()))
                .orElse(Beside.NOTHING);
        AdvisedAnswers answers =
                AdvisedAnswers.of(BoundForm.of(again.assessment(), notes), advisor, new Messages(messages, locale));
        if (!again.unusable().isEmpty() || !replay.reply(answers.advice()).equals(record.advice())) {
            return;
        }
        HandoverDocument.Head head = HandoverDocument.Head.of(
                record.id(),
                record.reference(),
                false,
                record.closed(),
                answers.places().all());
        Map<String, String> pages = new LinkedHashMap<>();
        for (HandoverKind kind : HandoverKind.values()) {
            page(kind, head, answers).ifPresent(html -> pages.put(kind.word(), html));
        }
        documents.keep(id, pages);
    }

    private Optional<String> page(HandoverKind kind, HandoverDocument.Head head, AdvisedAnswers answers) {
        AdviceView view = AdviceView.of(answers.advice(), answers.places(), answers.book(), answers.words());
        Locale locale = answers.words().locale();
        return switch (kind) {
            case LETTER ->
                Optional.ofNullable(answers.book().catalogue().plain())
                        .map(PatientWording::letter)
                        .map(wording -> renderer.letter(head, view, Letter.of(view, answers, wording), locale))
                        // A folder without short names for a letter has the whole hand-over in its place.
                        .or(() -> page(HandoverKind.PRINT, head, answers));
            case PRINT -> Optional.of(renderer.handover(HandoverDocument.of(head, view, answers), locale));
            case SHEET ->
                Optional.ofNullable(answers.book().catalogue().plain())
                        .map(plain -> PatientSheet.of(answers.advice(), plain, SheetPatient.of(answers, plain)))
                        .map(sheet -> renderer.sheet(head, view, sheet, locale));
        };
    }
}
