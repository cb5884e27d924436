package painpathway.web.form;

import painpathway.advice.Advice;
import painpathway.advice.Advised;
import painpathway.advice.Advisor;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;

/** The answers of one draft or record with the advice on them: evaluated once, for everything that is shown of both. */
public record AdvisedAnswers(BoundForm bound, Advised advised, PlaceNames places, RuleBook book, Messages words) {

    public static AdvisedAnswers of(BoundForm bound, Advisor advisor, Messages words) {
        RuleBook book = advisor.book();
        return new AdvisedAnswers(
                bound,
                advisor.advised(bound.assessment()),
                PlaceNames.of(bound.assessment(), book.questionnaire(), words),
                book,
                words);
    }

    public Assessment assessment() {
        return bound.assessment();
    }

    public Advice advice() {
        return advised.advice();
    }

    public Questionnaire questionnaire() {
        return book.questionnaire();
    }

    /** The answers as the rules read them at the place of this item. */
    Answers at(Item item) {
        return advised.answers(item.place());
    }
}
