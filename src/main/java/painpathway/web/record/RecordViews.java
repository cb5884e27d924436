package painpathway.web.record;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;
import painpathway.api.AdviceReply;
import painpathway.api.AdviceRequest;
import painpathway.api.Replay;
import painpathway.questionnaire.Assessment;
import painpathway.records.ClosedRecord;
import painpathway.records.Draft;
import painpathway.records.Drafts;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;
import painpathway.web.form.BoundForm;
import painpathway.web.form.Form;

/** Prepares records and drafts to be read, or laid beside each other. */
@Component
public class RecordViews {

    private final LiveAdvisor live;
    private final Drafts drafts;
    private final Replay replay;
    private final MessageSource messages;

    RecordViews(LiveAdvisor live, Drafts drafts, Replay replay, MessageSource messages) {
        this.live = live;
        this.drafts = drafts;
        this.replay = replay;
        this.messages = messages;
    }

    /** A record as it stood when it was closed, with its notes. */
    public RecordView of(ClosedRecord record, Locale locale) {
        RuleBook book = live.book();
        return RecordView.of(
                        replay.readRequest(record.request()),
                        replay.readReply(record.advice()),
                        book.questionnaire(),
                        new Messages(messages, locale))
                .noted(drafts.find(record.draft()).map(Draft::fields).orElse(Map.of()), book);
    }

    /** A draft with the advice on it as it is now. */
    RecordView of(Draft draft, Locale locale) {
        Advisor advisor = live.now();
        RuleBook book = advisor.book();
        Assessment assessment = BoundForm.of(Form.of(draft), book).assessment();
        return RecordView.of(
                        AdviceRequest.of(assessment, book.questionnaire()),
                        AdviceReply.of(advisor.advise(assessment)),
                        book.questionnaire(),
                        new Messages(messages, locale))
                .noted(draft.fields(), book);
    }
}
