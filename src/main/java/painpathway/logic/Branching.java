package painpathway.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.questionnaire.Condition;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.Literal.Operator;

/** Which questions are asked. Each question is certainly due, or certainly not due, or neither while an earlier answer is missing. */
public final class Branching {

    private final FormulaFactory f;
    private final Questionnaire questionnaire;
    private final AnswerVariables answers;
    private final List<Map<Question, Formula>> due = new ArrayList<>();
    private final List<Map<Question, Formula>> notDue = new ArrayList<>();

    Branching(
            FormulaFactory f,
            Questionnaire questionnaire,
            AnswerVariables answers,
            Definitions definitions,
            List<PlacedQuestion> asked) {
        this.f = f;
        this.questionnaire = questionnaire;
        this.answers = answers;
        for (int place = 0; place <= RuleBookEncoding.OTHER_PLACES; place++) {
            due.add(new HashMap<>());
            notDue.add(new HashMap<>());
        }
        asked.forEach(placed -> encode(placed.question(), placed.place(), definitions));
        questionnaire.questions().stream().filter(Question::derived).forEach(this::encodeDerived);
    }

    /** Whether the question is certainly due, at the place in focus. */
    public Formula due(Question question) {
        return of(due, question, 0);
    }

    /** Whether the question is certainly not due, at the place in focus. */
    public Formula notDue(Question question) {
        return of(notDue, question, 0);
    }

    /** The formula for a question at a place; questions about the patient are at place 0. */
    private static Formula of(List<Map<Question, Formula>> formulas, Question question, int place) {
        Formula there = formulas.get(place).get(question);
        Formula found = there == null ? formulas.get(0).get(question) : there;
        if (found == null) {
            throw new IllegalArgumentException(question.id() + " is not encoded");
        }
        return found;
    }

    private void encode(Question question, int place, Definitions definitions) {
        List<Formula> all = new ArrayList<>();
        List<Formula> none = new ArrayList<>();
        for (Condition condition : question.askedWhen()) {
            Question parent = questionnaire.known(condition.question());
            List<Integer> places = question.perPain() || !parent.perPain() ? List.of(place) : List.of(0, 1, 2);
            List<Formula> met = new ArrayList<>();
            List<Formula> notMet = new ArrayList<>();
            for (int at : places) {
                Formula there = at == 0 || question.perPain() ? f.verum() : answers.exists(at);
                Formula matches = matches(parent, at, condition);
                Formula parentDue = of(due, parent, at);
                Formula parentAnswered = answers.answered(parent, at);
                met.add(f.and(there, parentDue, parentAnswered, matches));
                notMet.add(
                        f.or(f.not(there), of(notDue, parent, at), f.and(parentDue, parentAnswered, f.not(matches))));
            }
            all.add(f.or(met));
            none.add(f.and(notMet));
        }
        due.get(place).put(question, definitions.define("due" + place + " " + question.id(), f.and(all)));
        notDue.get(place).put(question, definitions.define("not due" + place + " " + question.id(), f.or(none)));
    }

    /** A derived number is due if all its inputs are. */
    private void encodeDerived(Question question) {
        List<Question> inputs =
                question.inputs().stream().map(questionnaire::question).toList();
        due.get(0).put(question, f.and(inputs.stream().map(this::due).toList()));
        notDue.get(0).put(question, f.or(inputs.stream().map(this::notDue).toList()));
    }

    private Formula matches(Question parent, int place, Condition condition) {
        if (!condition.anyOf().isEmpty()) {
            return f.or(condition.anyOf().stream()
                    .map(o -> answers.option(parent, place, o))
                    .toList());
        }
        Formula low = condition.atLeast() == null
                ? f.verum()
                : answers.above(parent, place, Cut.of(parent, Operator.AT_LEAST, condition.atLeast()));
        Formula high = condition.atMost() == null
                ? f.verum()
                : f.not(answers.above(parent, place, Cut.of(parent, Operator.AT_MOST, condition.atMost())));
        return f.and(low, high);
    }

    /** The questions about a place that decide whether a question about the patient is due. */
    static Set<Question> seenElsewhere(Questionnaire questionnaire) {
        Set<Question> seen = new LinkedHashSet<>();
        for (Question question : questionnaire.asked()) {
            if (!question.perPain()) {
                question.askedWhen().forEach(c -> withParents(questionnaire, questionnaire.known(c.question()), seen));
            }
        }
        return seen;
    }

    private static void withParents(Questionnaire questionnaire, Question question, Set<Question> seen) {
        if (question.perPain() && seen.add(question)) {
            question.askedWhen().forEach(c -> withParents(questionnaire, questionnaire.known(c.question()), seen));
        }
    }
}
