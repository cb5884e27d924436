package painpathway.api;

import org.springframework.stereotype.Component;
import painpathway.counterfactual.CounterfactualFinder;
import painpathway.nextquestion.NextQuestion;
import painpathway.rules.PerRuleBook;
import painpathway.rules.RuleBook;

/** Chooses the next question and finds changes; made once for the rules in use and shared by the API and the pages. */
@Component
public class Chooser {

    private final PerRuleBook<NextQuestion> next = new PerRuleBook<>(NextQuestion::new);
    private final PerRuleBook<CounterfactualFinder> changes = new PerRuleBook<>(CounterfactualFinder::new);

    /** Chooses the next question by these rules. */
    public NextQuestion next(RuleBook book) {
        return next.of(book);
    }

    /** Finds the smallest changes by these rules. */
    public CounterfactualFinder changes(RuleBook book) {
        return changes.of(book);
    }
}
