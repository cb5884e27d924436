package painpathway.advice;

import java.util.HashSet;
import java.util.Set;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.BodyChart;
import painpathway.questionnaire.Condition;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/**
 * What is asked about painful places beyond those that are advised on: the complaint, and whatever a red flag or an obstacle rests on.
 */
public final class FurtherPlaces {

    private final Questionnaire questionnaire;
    private final Set<Question> asked = new HashSet<>();

    FurtherPlaces(RuleBook book) {
        this.questionnaire = book.questionnaire();
        book.rules().stream()
                .filter(r -> r.verb() == Verb.RED_FLAG || r.verb() == Verb.OBSTACLE)
                .flatMap(r -> book.questionsBehind(r).stream())
                .forEach(this::add);
        questionnaire.asked().stream().filter(Question::safety).forEach(this::add);
        questionnaire.topics().stream()
                .flatMap(t -> t.always().stream())
                .map(questionnaire::known)
                .forEach(this::add);
        BodyChart chart = questionnaire.chart();
        if (chart != null) {
            add(chart.question());
            chart.beside().forEach(this::add);
        }
    }

    private void add(Question question) {
        if (asked.add(question)) {
            question.askedWhen().stream()
                    .map(Condition::question)
                    .map(questionnaire::known)
                    .forEach(this::add);
        }
    }

    /** Whether an item is worth asking: at the places advised on everything is. */
    public boolean asks(Item item) {
        return item.place() < Assessment.MOST_ADVISED || asked.contains(item.question());
    }
}
