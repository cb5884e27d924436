package painpathway.web.review;

import java.util.List;
import java.util.stream.Collectors;
import painpathway.folder.EnumWords;
import painpathway.questionnaire.Question;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;

/** The lines of a rule as a clinician reads them, with every threshold in its unit and every option in its words. */
record LineWords(RuleBook book, Messages words) {

    String of(Literal literal) {
        if (literal instanceof Literal.OfFinding of) {
            String label = book.findings().get(of.finding()).label();
            return of.wanted() ? label : words.say("review.line.ruled-out", label);
        }
        Literal.Test test = (Literal.Test) literal;
        return words.say("review.line.answer", test.question().text(), needs(test));
    }

    private String needs(Literal.Test test) {
        Question question = test.question();
        if (test instanceof Literal.Compare compare) {
            return words.say("review.line." + EnumWords.of(compare.operator()), question.amount(compare.value()));
        }
        if (test instanceof Literal.Ticked ticked) {
            return words.say("review.line.ticked", ticked.value());
        }
        List<String> options = test instanceof Literal.OneOf one ? one.options() : List.of(test.needs());
        return options.stream()
                .map(id -> words.answers().of(question, List.of(id)))
                .collect(Collectors.joining(words.say("review.line.or")));
    }
}
