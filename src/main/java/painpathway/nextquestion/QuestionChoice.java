package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.nextquestion.RepresentativeAnswers.Weighed;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;

/** The choice of a question at one moment of an intake: which questions can be asked, and how many each is likely to leave. */
final class QuestionChoice {

    /** With no more than this many relevant questions, the choice looks two answers ahead instead of one. */
    private static final int FEW = 17;

    /** Averages that differ by less are equal but for rounding. */
    private static final double CLOSE = 1e-9;

    /** An answer that is tried. */
    private record Tried(Item item, Answer answer) {}

    private final RepresentativeAnswers representatives;
    private final ReachableTruths reachable;
    private final RelevanceAnalysis relevance;
    private final Set<Tried> tried;
    /** How many questions are relevant after these answers. Looking ahead, the same answers come up in more than one order. */
    private final Map<Set<Tried>, Integer> counts;

    private QuestionChoice(
            RepresentativeAnswers representatives,
            ReachableTruths reachable,
            Set<Tried> tried,
            Map<Set<Tried>, Integer> counts) {
        this.representatives = representatives;
        this.reachable = reachable;
        this.relevance = new RelevanceAnalysis(reachable);
        this.tried = tried;
        this.counts = counts;
    }

    static QuestionChoice of(RepresentativeAnswers representatives, Assessment soFar) {
        ReachableTruths reachable = ReachableTruths.of(representatives.graph(), soFar);
        return new QuestionChoice(representatives, reachable, Set.of(), new HashMap<>());
    }

    private QuestionChoice with(Item item, Answer answer) {
        return new QuestionChoice(representatives, reachable.with(item, answer), triedWith(item, answer), counts);
    }

    private Set<Tried> triedWith(Item item, Answer answer) {
        Set<Tried> more = new HashSet<>(tried);
        more.add(new Tried(item, answer));
        return more;
    }

    private int countWith(Item item, Answer answer) {
        return tried.isEmpty()
                ? evaluateCountWith(item, answer)
                : counts.computeIfAbsent(triedWith(item, answer), t -> evaluateCountWith(item, answer));
    }

    private int evaluateCountWith(Item item, Answer answer) {
        return new RelevanceAnalysis(reachable.with(item, answer)).count();
    }

    ReachableTruths reachable() {
        return reachable;
    }

    RelevanceAnalysis relevance() {
        return relevance;
    }

    /** The relevant items that are due now, in the order of the questionnaire. */
    List<Item> askable() {
        List<Item> askable = new ArrayList<>();
        for (Item item : reachable.answers().items()) {
            if (relevance.relevant(item) && reachable.answers().due(item) == TruthSet.MET) {
                askable.add(item);
            }
        }
        return askable;
    }

    private List<Item> heads(Set<Item> later) {
        return reachable.graph().order().heads(askable(), reachable.answers(), later);
    }

    /**
     * The item to ask next, null if there is none: of a topic that comes first or was begun, else of the topic whose first question
     * leaves the fewest questions on average. Within a topic the order stands.
     *
     * @param later what was put off
     */
    @Nullable
    Item best(Set<Item> later) {
        List<Item> heads = heads(later);
        if (heads.size() <= 1) {
            return heads.isEmpty() ? null : heads.get(0);
        }
        // The first of equals is taken, so that the order of the topics counts.
        int ahead = relevance.count() <= FEW ? 2 : 1;
        Item best = null;
        double fewest = Double.MAX_VALUE;
        for (Item item : heads) {
            double left = left(item, ahead, fewest);
            if (left < fewest - CLOSE) {
                fewest = left;
                best = item;
            }
        }
        return best;
    }

    /**
     * How many relevant questions are left on average once an item is answered, if the best ones are asked next.
     *
     * @param ahead  how many answers to look ahead, this one included
     * @param enough from here on the exact number does not matter, so the count stops
     */
    private double left(Item item, int ahead, double enough) {
        double left = 0;
        for (Weighed each : representatives.of(item, relevance)) {
            double fewest = ahead == 1
                    ? countWith(item, each.answer())
                    : with(item, each.answer()).fewestLeft(ahead - 1);
            left += each.weight() * fewest;
            if (left >= enough) {
                break;
            }
        }
        return left;
    }

    /** The same for the best next item, which itself counts as one. */
    private double fewestLeft(int ahead) {
        double fewest = relevance.count();
        for (Item next : heads(Set.of())) {
            // It cannot become fewer than the item itself.
            if (fewest <= 1) {
                break;
            }
            fewest = Math.min(fewest, 1 + left(next, ahead, fewest - 1));
        }
        return fewest;
    }

    /**
     * The most questions that are still to be asked. Only relevant ones are, and only if they are due. Where a choice opens and
     * closes other questions, every answer to it is tried and the worst counts. Whichever question is asked first, the number
     * falls with every answer.
     */
    int atMost() {
        int bound = relevance.count();
        for (Item item : askable()) {
            Question question = item.question();
            if (question.type() == Question.Type.CHOICE
                    && !reachable.graph().dependents(question).isEmpty()) {
                int worst = relevantAndDue(item, Answer.NOT_KNOWN);
                for (String option : question.optionIds()) {
                    worst = Math.max(worst, relevantAndDue(item, new Answer.Choice(option)));
                }
                bound = Math.min(bound, worst);
            }
        }
        return bound;
    }

    /** How many of the relevant items are or can become due once this answer is given. */
    private int relevantAndDue(Item item, Answer answer) {
        AnswersSoFar then = reachable.answers().with(item, answer);
        int count = 0;
        for (Item each : then.items()) {
            if (relevance.relevant(each) && then.due(each).can(Truth.MET)) {
                count++;
            }
        }
        return count;
    }
}
