package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.RuleBook;

/**
 * Chooses the next question worth asking: safety questions first, then the one that leaves the fewest questions on average; none if
 * nothing unanswered can change the advice. Immutable and thread-safe; keeps nothing.
 */
public final class NextQuestion {

    /** With no more than this many questions at stake, the choice looks two answers ahead instead of one. */
    private static final int FEW = 17;

    private static final double CLOSE = 1e-9;

    private final RuleBook book;
    private final Advisor advisor;
    private final Map<String, RuleGraph> wirings = new LinkedHashMap<>();
    private final Map<String, RepresentativeAnswers> tried = new LinkedHashMap<>();

    /** Prepares the choice for these rules. Keep it as long as they are in use. */
    public NextQuestion(RuleBook book) {
        this.book = book;
        this.advisor = new Advisor(book, "");
        for (String policy : book.policies()) {
            RuleGraph wiring = new RuleGraph(book, policy);
            wirings.put(policy, wiring);
            tried.put(policy, new RepresentativeAnswers(wiring));
        }
    }

    /** A question about one painful place, or about the patient ({@code pain} null). */
    public record Asked(Question question, Integer pain) {

        int place() {
            return pain == null ? 0 : pain;
        }
    }

    /**
     * What to ask next.
     *
     * @param next    null if nothing unanswered can change the advice
     * @param why     the entries that it can still change
     * @param atMost  the most questions that are still to be asked, including this one; falls with every answer
     * @param skipped blank questions that are not worth asking, each with the reason
     */
    public record Step(Asked next, List<Why> why, int atMost, List<Skipped> skipped) {

        /** True if no open question can change the advice any more. */
        public boolean complete() {
            return next == null;
        }
    }

    /** An entry that a question can change: its verdict to one of these or, if there are none, only the notes beside it. */
    public record Why(Intervention intervention, int pain, Verdict now, List<Verdict> canBecome) {}

    /** A question that is not worth asking, and where the paths from it to the advice end. */
    public record Skipped(Asked asked, List<Ground> because) {}

    /** Where a path from a question to the advice ends. */
    public enum End {
        /** The question is not asked because of the answer to {@code parent}. */
        NOT_ASKED,
        /** No rule of the policy reads it. */
        NOT_READ,
        /** Whether {@code finding} is met is already decided. */
        DECIDED,
        /** {@code finding} can no longer be ruled out, and meeting it changes nothing. */
        NEVER_RULED_OUT,
        /** {@code rule} can no longer be met, because of its line about {@code finding} (null: about the answer itself). */
        FAILS,
        /** {@code rule} is about something that nothing can change any more. */
        CLOSED
    }

    /** One end of a path, at one painful place. Parts that its kind does not need are null. */
    public record Ground(End end, int pain, Question parent, ClinicalRule rule, Finding finding) {}

    /** The rules behind the choice. */
    public RuleBook book() {
        return book;
    }

    /** The next question for these answers, with its reasons. If there is no painful place, one without any answers is assumed. */
    public Step next(Assessment assessment) {
        return next(assessment, advisor.advise(assessment));
    }

    /** The same where the advice on these answers is known already. */
    public Step next(Assessment assessment, Advice advice) {
        ReachableTruths outlook = ReachableTruths.of(wirings.get(assessment.policy()), assessment);
        RelevanceAnalysis stakes = new RelevanceAnalysis(outlook);
        Asked next = choose(outlook, stakes);
        return new Step(
                next,
                next == null ? List.of() : why(next, advice, outlook, stakes),
                atMost(outlook, stakes),
                new SkipJustifications(outlook, stakes).all());
    }

    /** What a question can change, as if it were not answered yet. */
    public List<Why> why(Assessment assessment, Asked asked) {
        Assessment open = open(assessment, asked);
        return why(asked, open, advisor.advise(open));
    }

    /** The same where the advice on these answers is known already. */
    public List<Why> why(Assessment assessment, Advice advice, Asked asked) {
        Assessment open = open(assessment, asked);
        return why(asked, open, open.equals(assessment) ? advice : advisor.advise(open));
    }

    private List<Why> why(Asked asked, Assessment open, Advice advice) {
        ReachableTruths outlook = ReachableTruths.of(wirings.get(open.policy()), open);
        return why(asked, advice, outlook, new RelevanceAnalysis(outlook));
    }

    private static Assessment open(Assessment assessment, Asked asked) {
        List<Map<String, Answer>> pains = new ArrayList<>(assessment.pains());
        Map<String, Answer> patient = new LinkedHashMap<>(assessment.patient());
        if (asked.pain == null) {
            patient.remove(asked.question.id());
        } else if (asked.pain < pains.size()) {
            Map<String, Answer> pain = new LinkedHashMap<>(pains.get(asked.pain));
            pain.remove(asked.question.id());
            pains.set(asked.pain, pain);
        }
        return new Assessment(assessment.policy(), patient, pains);
    }

    /** The same step without its reasons. */
    Step bare(Assessment assessment) {
        ReachableTruths outlook = ReachableTruths.of(wirings.get(assessment.policy()), assessment);
        RelevanceAnalysis stakes = new RelevanceAnalysis(outlook);
        return new Step(choose(outlook, stakes), List.of(), atMost(outlook, stakes), List.of());
    }

    private Asked choose(ReachableTruths outlook, RelevanceAnalysis stakes) {
        List<Asked> worth = worthAsking(outlook, stakes);
        for (Asked asked : worth) {
            if (asked.question.safety()) {
                return asked;
            }
        }
        // The order of the questionnaire decides between equals, so that related questions stay together.
        int steps = stakes.count() <= FEW ? 2 : 1;
        Asked best = null;
        double fewest = Double.MAX_VALUE;
        for (Asked asked : worth) {
            double left = left(asked, outlook, stakes, steps, fewest);
            if (left < fewest - CLOSE) {
                fewest = left;
                best = asked;
            }
        }
        return best;
    }

    private static List<Asked> worthAsking(ReachableTruths outlook, RelevanceAnalysis stakes) {
        List<Asked> worth = new ArrayList<>();
        for (Question question : outlook.wiring().asked) {
            for (int place = 0; place < (question.perPain() ? outlook.places : 1); place++) {
                if (stakes.open(question, place) && outlook.due[place][question.index()] == TruthSet.MET) {
                    worth.add(new Asked(question, question.perPain() ? place : null));
                }
            }
        }
        return worth;
    }

    /**
     * How many questions are left at stake on average after this one, if the best choices are made for a number of steps; if that is
     * more than {@code enough}, anything above it.
     */
    private double left(Asked asked, ReachableTruths outlook, RelevanceAnalysis stakes, int steps, double enough) {
        double left = 0;
        for (RepresentativeAnswers.Tried each :
                tried.get(outlook.wiring().policy).of(asked.question, asked.place(), outlook, stakes)) {
            ReachableTruths then = outlook.with(asked.question, asked.place(), each.answer());
            RelevanceAnalysis after = new RelevanceAnalysis(then);
            double fewest = after.count();
            if (steps > 1 && fewest > 0) {
                // The question itself is one of these, and an answer to it removes at least that one.
                for (Asked next : worthAsking(then, after)) {
                    fewest = Math.min(fewest, 1 + left(next, then, after, steps - 1, fewest - 1));
                }
            }
            left += each.weight() * fewest;
            if (left >= enough) {
                break;
            }
        }
        return left;
    }

    /**
     * A patient is asked only those questions at stake that are due. A choice that opens and closes others is tried with every
     * answer, and the worst counts. The bound is right and falls whichever question is asked first.
     */
    private int atMost(ReachableTruths outlook, RelevanceAnalysis stakes) {
        int bound = stakes.count();
        for (Asked split : worthAsking(outlook, stakes)) {
            if (split.question.type() == Question.Type.CHOICE
                    && outlook.wiring().children[split.question.index()].length > 0) {
                List<Answer> answers = new ArrayList<>(List.of(Answer.NOT_KNOWN));
                split.question.optionIds().forEach(o -> answers.add(new Answer.Choice(o)));
                bound = Math.min(
                        bound,
                        answers.stream()
                                .mapToInt(a -> due(outlook.with(split.question, split.place(), a), stakes))
                                .max()
                                .orElse(bound));
            }
        }
        return bound;
    }

    private static int due(ReachableTruths outlook, RelevanceAnalysis stakes) {
        int count = 0;
        for (Question question : outlook.wiring().asked) {
            for (int place = 0; place < (question.perPain() ? outlook.places : 1); place++) {
                count +=
                        stakes.open(question, place) && TruthSet.can(outlook.due[place][question.index()], TruthSet.MET)
                                ? 1
                                : 0;
            }
        }
        return count;
    }

    private List<Why> why(Asked next, Advice advice, ReachableTruths outlook, RelevanceAnalysis stakes) {
        ImpactAnalysis reach = new ImpactAnalysis(outlook, stakes);
        reach.from(next.question, next.place());
        List<Why> why = new ArrayList<>();
        List<Intervention> interventions = outlook.wiring().interventions;
        for (int place = 0; place < outlook.places; place++) {
            for (Intervention intervention : interventions) {
                Verdict now = advice.interventions()
                        .get(place * interventions.size() + intervention.index())
                        .verdict();
                if (reach.reached(place, intervention.index())) {
                    why.add(new Why(intervention, place, now, reach.canBecome(place, intervention.index(), now)));
                }
            }
        }
        return List.copyOf(why);
    }
}
