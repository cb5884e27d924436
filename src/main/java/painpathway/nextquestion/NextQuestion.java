package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;

/**
 * Chooses the next question worth asking: topic by topic, those that come first in their order, then the one that leaves the fewest
 * questions on average; none if nothing unanswered can change the advice. Immutable and thread-safe; keeps nothing.
 */
public final class NextQuestion {

    private final RuleBook book;
    private final Advisor advisor;
    private final Map<String, RepresentativeAnswers> byPolicy = new LinkedHashMap<>();

    /** Prepares the choice for these rules. Keep it as long as they are in use. */
    public NextQuestion(RuleBook book) {
        this.book = book;
        this.advisor = new Advisor(new PlainEvaluator(book), "");
        for (String policy : book.policies()) {
            byPolicy.put(policy, new RepresentativeAnswers(new RuleGraph(book, policy)));
        }
    }

    /** The rules behind the choice. */
    public RuleBook book() {
        return book;
    }

    /** The next question for these answers, with its reasons. If there is no painful place, one without any answers is assumed. */
    public Step next(Assessment assessment) {
        return next(assessment, advisor.advise(assessment), Set.of());
    }

    /** The same where the advice on these answers is known already, and some questions were put off until the others are answered. */
    public Step next(Assessment assessment, Advice advice, Set<Item> later) {
        QuestionChoice choice = choice(assessment);
        Item next = choice.best(later);
        return new Step(
                next,
                next == null ? List.of() : why(next, advice, choice),
                choice.atMost(),
                choice.askable().size(),
                new SkipJustifications(choice.reachable()).all(choice.relevance()));
    }

    /** How many questions that are due now are still needed for the advice. */
    public int needed(Assessment assessment) {
        return choice(assessment).askable().size();
    }

    /** What a question can change, as if it were not answered yet. */
    public List<Why> why(Assessment assessment, Item item) {
        Assessment open = open(assessment, item);
        return why(item, advisor.advise(open), choice(open));
    }

    /** The same where the advice on these answers is known already. */
    public List<Why> why(Assessment assessment, Advice advice, Item item) {
        Assessment open = open(assessment, item);
        return why(item, open.equals(assessment) ? advice : advisor.advise(open), choice(open));
    }

    private static Assessment open(Assessment assessment, Item item) {
        boolean answerable = !item.question().perPain() || item.place() < assessment.places();
        return answerable ? assessment.without(item) : assessment;
    }

    /** The same step without its reasons. */
    Step bare(Assessment assessment) {
        QuestionChoice choice = choice(assessment);
        return new Step(
                choice.best(Set.of()),
                List.of(),
                choice.atMost(),
                choice.askable().size(),
                List.of());
    }

    private QuestionChoice choice(Assessment assessment) {
        RepresentativeAnswers representatives = byPolicy.get(assessment.policy());
        if (representatives == null) {
            throw new IllegalArgumentException("there is no policy '" + assessment.policy() + "'");
        }
        return QuestionChoice.of(representatives, assessment);
    }

    private static List<Why> why(Item item, Advice advice, QuestionChoice choice) {
        ImpactAnalysis impact = new ImpactAnalysis(item, choice.reachable(), choice.relevance());
        List<Why> why = new ArrayList<>();
        for (InterventionAdvice entry : advice.interventions()) {
            Intervention intervention = entry.intervention();
            int place = entry.pain();
            if (impact.changes(intervention, place)) {
                Verdict now = entry.verdict();
                why.add(new Why(intervention, place, now, impact.canBecome(intervention, place, now)));
            }
        }
        return List.copyOf(why);
    }
}
