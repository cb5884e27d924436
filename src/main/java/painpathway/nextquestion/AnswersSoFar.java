package painpathway.nextquestion;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import painpathway.nextquestion.RuleGraph.AskedWhen;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Condition;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;

/**
 * The answers so far, and for every question whether it is due or can still become so. A patient without a painful place
 * is taken to have one about which nothing is answered. Immutable.
 */
final class AnswersSoFar {

    private final RuleGraph graph;
    private final List<Item> items;
    /** By place and question. Answers about the patient are repeated at every place, because the rules look at one place at a time. */
    private final @Nullable Answer[][] given;
    /** By place and question, too. */
    private final TruthSet[][] due;

    private AnswersSoFar(RuleGraph graph, List<Item> items, @Nullable Answer[][] given, TruthSet[][] due) {
        this.graph = graph;
        this.items = items;
        this.given = given;
        this.due = due;
    }

    static AnswersSoFar of(RuleGraph graph, Assessment assessment) {
        Assessment placed = assessment.places() > 0
                ? assessment
                : new Assessment(assessment.policy(), assessment.patient(), List.of(Map.of()));
        int places = placed.places();
        int questions = graph.questions().size();
        List<Item> items = graph.book().questionnaire().items(places);
        AnswersSoFar answers =
                new AnswersSoFar(graph, items, new Answer[places][questions], new TruthSet[places][questions]);
        for (Question question : graph.questions()) {
            for (int place = 0; place < places; place++) {
                answers.given[place][question.index()] = placed.answer(Item.at(question, place));
            }
        }
        graph.questions().forEach(answers::decideDue);
        return answers;
    }

    /** The same with one more answer. */
    AnswersSoFar with(Item item, Answer answer) {
        List<Question> dependents = graph.dependents(item.question());
        @Nullable Answer[][] moreGiven = given.clone();
        TruthSet[][] moreDue = due.clone();
        for (int place = 0; place < places(); place++) {
            if (item.countsAt(place)) {
                moreGiven[place] = given[place].clone();
                moreGiven[place][item.question().index()] = answer;
            }
            if (!dependents.isEmpty()) {
                moreDue[place] = due[place].clone();
            }
        }
        AnswersSoFar more = new AnswersSoFar(graph, items, moreGiven, moreDue);
        dependents.forEach(more::decideDue);
        return more;
    }

    int places() {
        return given.length;
    }

    /** Everything that can be asked of this patient, in the order of the questionnaire. */
    List<Item> items() {
        return items;
    }

    /** The answer that the rules read when they look at a place; null if there is none. */
    @Nullable
    Answer given(Question question, int place) {
        return given[place][question.index()];
    }

    boolean blank(Item item) {
        return given(item.question(), item.place()) == null;
    }

    /** Whether a safety question is due and answered with "not known". */
    boolean safetyNotKnown() {
        for (Question question : graph.safetyQuestions()) {
            for (int place = 0; place < places(); place++) {
                if (due(question, place) == TruthSet.MET && given(question, place) instanceof Answer.NotKnown) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a safety question is blank and can be due. */
    boolean safetyBlank() {
        for (Question question : graph.safetyQuestions()) {
            for (int place = 0; place < places(); place++) {
                if (due(question, place).can(Truth.MET) && given(question, place) == null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a question is asked, as far as the blank questions before it leave that open. */
    TruthSet due(Question question, int place) {
        return due[place][question.index()];
    }

    TruthSet due(Item item) {
        return due(item.question(), item.place());
    }

    private void decideDue(Question question) {
        for (int place = 0; place < places(); place++) {
            boolean repeated = !question.perPain() && place > 0;
            due[place][question.index()] = repeated ? due(question, 0) : decideDue(question, place);
        }
    }

    private TruthSet decideDue(Question question, int place) {
        TruthSet all = TruthSet.MET;
        for (AskedWhen condition : graph.askedWhen(question)) {
            all = all.and(condition(condition, new Item(question, place)));
        }
        return all;
    }

    /** Whether one condition for asking an item can be met. */
    TruthSet condition(AskedWhen condition, Item asked) {
        Question parent = condition.parent();
        if (asked.question().perPain() || !parent.perPain()) {
            return at(asked.place(), condition);
        }
        // The patient is asked if the answer about any place meets it.
        TruthSet any = TruthSet.NOT_MET;
        for (int place = 0; place < places(); place++) {
            any = any.or(at(place, condition));
        }
        return any;
    }

    private TruthSet at(int place, AskedWhen asked) {
        Question parent = asked.parent();
        TruthSet parentDue = due(parent, place);
        TruthSet notDue = parentDue.minus(TruthSet.MET);
        if (!parentDue.can(Truth.MET)) {
            return notDue;
        }
        Answer answer = given(parent, place);
        if (answer == null) {
            return notDue.plus(TruthSet.UNKNOWN).plus(ofAnyAnswer(parent, asked.condition()));
        }
        return notDue.plus(
                answer instanceof Answer.NotKnown
                        ? TruthSet.UNKNOWN
                        : TruthSet.of(asked.condition().matches(answer)));
    }

    private static TruthSet ofAnyAnswer(Question parent, Condition condition) {
        boolean canMatch;
        boolean canDiffer;
        if (parent.type().isNumber()) {
            NumberRange all = NumberRange.of(parent);
            Double atLeast = condition.atLeast();
            Double atMost = condition.atMost();
            double low = atLeast == null ? all.low() : atLeast;
            double high = atMost == null ? all.high() : atMost;
            canMatch = low <= all.high() && high >= all.low() && low <= high;
            canDiffer = low > all.low() || high < all.high();
        } else {
            canMatch = !condition.anyOf().isEmpty();
            canDiffer = !condition.anyOf().containsAll(parent.optionIds());
        }
        return (canMatch ? TruthSet.MET : TruthSet.NONE).plus(canDiffer ? TruthSet.NOT_MET : TruthSet.NONE);
    }
}
