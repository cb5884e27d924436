package painpathway.api;

import org.springframework.stereotype.Component;
import painpathway.pathway.Changes;
import painpathway.pathway.NextQuestion;
import painpathway.rules.ForRuleBook;
import painpathway.rules.RuleBook;

/** Chooses the next question and finds changes; made once for the rules in use and shared by the API and the pages. */
@Component
public class Chooser {

    private final ForRuleBook<NextQuestion> next = new ForRuleBook<>(NextQuestion::new);
    private final ForRuleBook<Changes> changes = new ForRuleBook<>(Changes::new);

    /** Chooses the next question by these rules. */
    public NextQuestion next(RuleBook book) {
        return next.of(book);
    }

    /** Finds the smallest changes by these rules. */
    public Changes changes(RuleBook book) {
        return changes.of(book);
    }
}
