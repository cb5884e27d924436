package painpathway.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.logicng.formulas.FormulaFactory;
import painpathway.logic.RuleBookEncoding;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;

/**
 * How many different sets of answers there are for one painful place.
 *
 * @param cells for each question, how many answers the rules can tell apart, including blank
 */
record AnswerSpace(Map<String, Double> cells) {

    static AnswerSpace of(RuleBook book, List<Law> laws) {
        RuleBookEncoding encoding = RuleBookEncoding.of(
                new FormulaFactory(), book, book.catalogue().defaultPolicy(), LawFormulas.partition(book, laws));
        Map<String, Double> cells = new LinkedHashMap<>();
        for (Question question : book.questionnaire().asked()) {
            cells.put(question.id(), encoding.answers().cells(question));
        }
        return new AnswerSpace(cells);
    }

    /** How many digits the number of different sets of answers has. */
    double digits() {
        return cells.values().stream().mapToDouble(Math::log10).sum();
    }
}
