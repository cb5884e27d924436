package painpathway.web;

import org.springframework.stereotype.Component;
import painpathway.pathway.Changes;
import painpathway.pathway.NextQuestion;
import painpathway.rules.RuleBook;

/** What is costly to make and good for as long as the same rules are in use. */
@Component
class Chooser {

    private volatile NextQuestion next;
    private volatile Changes changes;

    NextQuestion next(RuleBook book) {
        NextQuestion now = next;
        if (now == null || now.book() != book) {
            now = new NextQuestion(book);
            next = now;
        }
        return now;
    }

    Changes changes(RuleBook book) {
        Changes now = changes;
        if (now == null || now.book() != book) {
            now = new Changes(book);
            changes = now;
        }
        return now;
    }
}
