package painpathway.pathway;

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
 * Chooses the next question worth asking: safety questions first, then the one that leaves the fewest questions on average; none when
 * nothing unanswered can change the advice. Immutable, thread-safe, keeps nothing.
 */
public final class NextQuestion {

    /** With this many questions at stake or fewer, the choice looks two answers ahead instead of one. */
    private static final int FEW = 10;
    private static final double CLOSE = 1e-9;

    private final RuleBook book;
    private final Advisor advisor;
    private final Map<String, Wiring> wirings = new LinkedHashMap<>();
    private final Map<String, TriedAnswers> tried = new LinkedHashMap<>();

    /** Prepares the choice by these rules; keep it as long as they are in use. */
    public NextQuestion(RuleBook book) {
        this.book = book;
        this.advisor = new Advisor(book, "");
        for (String policy : book.policies()) {
            Wiring wiring = new Wiring(book, policy);
            wirings.put(policy, wiring);
            tried.put(policy, new TriedAnswers(wiring));
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
     * @param next    null where nothing unanswered can change the advice
     * @param why     the entries that it can still change
     * @param atMost  how many questions are still to be asked, this one among them, at most; falls with every answer
     * @param skipped blank questions that are not worth asking, each with what makes it so
     */
    public record Step(Asked next, List<Why> why, int atMost, List<Skipped> skipped) {

        /** True where nothing that is open can change the advice any more. */
        public boolean complete() {
            return next == null;
        }
    }

    /** An entry that a question can change: its verdict to one of these; where there are none, only what is said beside it. */
    public record Why(Intervention intervention, int pain, Verdict now, List<Verdict> canBecome) {
    }

    /** A question that is not worth asking, and the places where the way from it to the advice ends. */
    public record Skipped(Asked asked, List<Ground> because) {
    }

    /** Where a way from a question to the advice ends. */
    public enum End {
        /** The question is not asked after the answer to {@code parent}. */
        NOT_ASKED,
        /** No rule in force reads it. */
        NOT_READ,
        /** Whether {@code finding} is met is decided, whatever comes. */
        DECIDED,
        /** {@code finding} cannot be ruled out any more, and that it is met changes nothing. */
        NEVER_RULED_OUT,
        /** {@code rule} cannot hold any more: its line about {@code finding} (null: about the answer itself) cannot. */
        FAILS,
        /** {@code rule} speaks of something that nothing can change any more. */
        CLOSED
    }

    /** One end of a way, at one painful place. What does not belong to its kind is null. */
    public record Ground(End end, int pain, Question parent, ClinicalRule rule, Finding finding) {
    }

    /** The rules that it chooses by. */
    public RuleBook book() {
        return book;
    }

    /** The next question for these answers, with its reasons. Without any painful place, one is assumed of which nothing is known. */
    public Step next(Assessment assessment) {
        Outlook outlook = Outlook.of(wirings.get(assessment.policy()), assessment);
        Stakes stakes = new Stakes(outlook);
        Asked next = choose(outlook, stakes);
        return new Step(next, next == null ? List.of() : why(next, assessment, outlook, stakes), atMost(outlook, stakes),
                new Certificates(outlook, stakes).all());
    }

    /** What a question can change, whether or not it is answered already: an answer that stands is left out. */
    public List<Why> why(Assessment assessment, Asked asked) {
        List<Map<String, Answer>> pains = new ArrayList<>(assessment.pains());
        Map<String, Answer> patient = new LinkedHashMap<>(assessment.patient());
        if (asked.pain == null) {
            patient.remove(asked.question.id());
        } else if (asked.pain < pains.size()) {
            Map<String, Answer> pain = new LinkedHashMap<>(pains.get(asked.pain));
            pain.remove(asked.question.id());
            pains.set(asked.pain, pain);
        }
        Assessment open = new Assessment(assessment.policy(), patient, pains);
        Outlook outlook = Outlook.of(wirings.get(assessment.policy()), open);
        return why(asked, open, outlook, new Stakes(outlook));
    }

    /** The same step without its reasons. */
    Step bare(Assessment assessment) {
        Outlook outlook = Outlook.of(wirings.get(assessment.policy()), assessment);
        Stakes stakes = new Stakes(outlook);
        return new Step(choose(outlook, stakes), List.of(), atMost(outlook, stakes), List.of());
    }

    private Asked choose(Outlook outlook, Stakes stakes) {
        List<Asked> worth = worthAsking(outlook, stakes);
        for (Asked asked : worth) {
            if (asked.question.safety()) {
                return asked;
            }
        }
        // The order of the questionnaire decides between equals, so that what belongs together is asked together.
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

    private static List<Asked> worthAsking(Outlook outlook, Stakes stakes) {
        List<Asked> worth = new ArrayList<>();
        for (Question question : outlook.wiring().asked) {
            for (int place = 0; place < (question.perPain() ? outlook.places : 1); place++) {
                if (stakes.open(question, place) && outlook.due[place][question.index()] == Truths.MET) {
                    worth.add(new Asked(question, question.perPain() ? place : null));
                }
            }
        }
        return worth;
    }

    /**
     * How many questions are left at stake on average after this one, the best choices being made for a number of steps; where that is
     * more than {@code enough}, anything above it.
     */
    private double left(Asked asked, Outlook outlook, Stakes stakes, int steps, double enough) {
        double left = 0;
        for (TriedAnswers.Tried each : tried.get(outlook.wiring().policy).of(asked.question, asked.place(), outlook, stakes)) {
            Outlook then = outlook.with(asked.question, asked.place(), each.answer());
            Stakes after = new Stakes(then);
            double fewest = after.count();
            if (steps > 1 && fewest > 0) {
                // One of these questions is counted itself, and an answer to it takes away no less than that.
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
     * Of the questions at stake a patient is asked only those that are due. One choice that opens and closes others is tried with every
     * answer, and the worst counts; whatever is asked first, the bound holds and falls.
     */
    private int atMost(Outlook outlook, Stakes stakes) {
        int bound = stakes.count();
        for (Asked split : worthAsking(outlook, stakes)) {
            if (split.question.type() == Question.Type.CHOICE && outlook.wiring().children[split.question.index()].length > 0) {
                List<Answer> answers = new ArrayList<>(List.of(Answer.NOT_KNOWN));
                split.question.optionIds().forEach(o -> answers.add(new Answer.Choice(o)));
                bound = Math.min(bound, answers.stream().mapToInt(a -> due(outlook.with(split.question, split.place(), a), stakes)).max().orElse(bound));
            }
        }
        return bound;
    }

    private static int due(Outlook outlook, Stakes stakes) {
        int count = 0;
        for (Question question : outlook.wiring().asked) {
            for (int place = 0; place < (question.perPain() ? outlook.places : 1); place++) {
                count += stakes.open(question, place) && Truths.can(outlook.due[place][question.index()], Truths.MET) ? 1 : 0;
            }
        }
        return count;
    }

    private List<Why> why(Asked next, Assessment assessment, Outlook outlook, Stakes stakes) {
        Advice advice = advisor.advise(assessment);
        Reach reach = new Reach(outlook, stakes);
        reach.from(next.question, next.place());
        List<Why> why = new ArrayList<>();
        List<Intervention> interventions = outlook.wiring().interventions;
        for (int place = 0; place < outlook.places; place++) {
            for (Intervention intervention : interventions) {
                Verdict now = advice.interventions().get(place * interventions.size() + intervention.index()).verdict();
                if (reach.reached(place, intervention.index())) {
                    why.add(new Why(intervention, place, now, reach.canBecome(place, intervention.index(), now)));
                }
            }
        }
        return List.copyOf(why);
    }
}
