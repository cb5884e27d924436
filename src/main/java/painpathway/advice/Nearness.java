package painpathway.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;

/**
 * How near a rule that does not hold comes to a patient. First comes the rule with the fewest failing lines that nothing can change,
 * then the one with the fewest failing lines, then the one with the most lines that hold, then the first in the file.
 *
 * <p>Failing lines are not all alike, though. A pattern that would also need another place or another illness is further off than one
 * that a test or care could bring about, and what comes with waiting (weeks of pain, weeks of care) is nearest of all. What each line
 * would take is looked up once for a rule book.
 */
final class Nearness {

    // What it would take for a failing line to hold, the hardest first.
    /** Its time is over: too late by now, or already done. */
    private static final byte OVER = 0;
    /** No question behind it can ever be answered differently. */
    private static final byte NEVER = 1;
    /** Some questions behind it cannot. */
    private static final byte PARTLY_NEVER = 2;
    /** A test, care or a change of the pain. */
    private static final byte STEP = 3;
    /** Only time. */
    private static final byte WAITING = 4;

    /** No rule has so many lines, so each count has this many values to itself in the rank. */
    private static final int MOST_LINES = 1 << 8;

    private final RuleBook book;
    /** For each rule, what each of its lines takes. */
    private final byte[][] takes;

    private final List<List<Literal>> decisiveFirst;

    Nearness(RuleBook book) {
        this.book = book;
        this.takes = book.rules().stream().map(this::takes).toArray(byte[][]::new);
        this.decisiveFirst = book.rules().stream().map(this::sorted).toList();
    }

    /** The place of a rule among those that come to the same in a run: the lowest is the nearest. Equal ones keep the order of the file. */
    long rank(ClinicalRule rule, Conclusions run) {
        Truth ofRule = run.truth(rule);
        int[] lacking = new int[WAITING + 1];
        int held = 0;
        List<Literal> literals = rule.literals();
        for (int i = 0; i < literals.size(); i++) {
            Literal.OfFinding line = (Literal.OfFinding) literals.get(i);
            Truth truth = line.truth(run.findings().truth(line.finding()));
            if (truth == Truth.MET) {
                // What only had to be ruled out is true of nearly everybody, so it makes no rule any nearer.
                held += line.wanted() ? 1 : 0;
            } else if (truth == ofRule) {
                lacking[now(takes[rule.index()][i], line, run)]++;
            }
        }
        long rank = 0;
        for (int count : lacking) {
            rank = rank * MOST_LINES + count;
        }
        return rank * MOST_LINES + MOST_LINES - 1 - held;
    }

    /** Whether two rules lack just as much, whatever holds besides. */
    boolean equallyFar(ClinicalRule one, ClinicalRule other, Conclusions run) {
        return rank(one, run) / MOST_LINES == rank(other, run) / MOST_LINES;
    }

    /** Whether a rule needs a place, an illness or a kind of pain that the other does not need and the patient does not have. */
    boolean isAboutSomebodyElse(ClinicalRule rule, ClinicalRule than, Conclusions run) {
        for (int i = 0; i < rule.literals().size(); i++) {
            Literal.OfFinding line = (Literal.OfFinding) rule.literals().get(i);
            boolean lacking = line.truth(run.findings().truth(line.finding())) != Truth.MET;
            if (lacking
                    && takes[rule.index()][i] <= PARTLY_NEVER
                    && !than.literals().contains(line)) {
                return true;
            }
        }
        return false;
    }

    /** The lines of a rule as they say why it does not hold: those about the kind of pain before the others. */
    List<Literal> decisiveFirst(ClinicalRule rule) {
        return decisiveFirst.get(rule.index());
    }

    /** What is open may not be over yet, and a pattern may lack only what a step would bring. */
    private byte now(byte takes, Literal.OfFinding line, Conclusions run) {
        boolean step = takes == OVER && run.findings().truth(line.finding()) == Truth.UNKNOWN
                || takes == PARTLY_NEVER && !outOfReach(line, run);
        return step ? STEP : takes;
    }

    /** True where every way to this pattern lacks something that nothing can change. */
    private boolean outOfReach(Literal.OfFinding line, Conclusions run) {
        if (!line.wanted()) {
            return true;
        }
        Truth ofFinding = run.findings().truth(line.finding());
        for (ClinicalRule way : book.rulesOf(book.findings().get(line.finding()), run.policy())) {
            if (run.truth(way) == ofFinding && !lacksForGood(way, run)) {
                return false;
            }
        }
        return true;
    }

    private boolean lacksForGood(ClinicalRule way, Conclusions run) {
        for (int i = 0; i < way.literals().size(); i++) {
            boolean holds = way.literals().get(i) instanceof Literal.OfFinding line
                    ? line.truth(run.findings().truth(line.finding())) == Truth.MET
                    : ((Literal.Test) way.literals().get(i)).passes(run.answers());
            if (!holds && takes[way.index()][i] <= NEVER) {
                return true;
            }
        }
        return false;
    }

    // ------------------------------------------------------------------ looked up once

    private byte[] takes(ClinicalRule rule) {
        byte[] takes = new byte[rule.literals().size()];
        for (int i = 0; i < takes.length; i++) {
            takes[i] = takes(rule.literals().get(i));
        }
        return takes;
    }

    private byte takes(Literal literal) {
        if (ends(literal)) {
            return OVER;
        }
        if (comesWithTime(literal)) {
            return WAITING;
        }
        Set<Question> questions = questions(literal);
        long never = questions.stream()
                .filter(q -> Question.NEVER.equals(q.canChange()))
                .count();
        return never == questions.size() ? NEVER : never > 0 ? PARTLY_NEVER : STEP;
    }

    private List<Literal> sorted(ClinicalRule rule) {
        List<Literal> lines = new ArrayList<>(rule.literals());
        lines.sort(Comparator.comparing(line -> !isAboutKindOfPain(line)));
        return List.copyOf(lines);
    }

    private boolean isAboutKindOfPain(Literal literal) {
        byte takes = takes(literal);
        return (takes == NEVER || takes == PARTLY_NEVER)
                && questions(literal).stream().allMatch(Question::perPain);
    }

    private Set<Question> questions(Literal literal) {
        return tests(literal)
                .flatMap(test -> book.questionnaire().asksFor(test.question()).stream())
                .collect(Collectors.toSet());
    }

    private Stream<Literal.Test> tests(Literal literal) {
        return literal instanceof Literal.Test test
                ? Stream.of(test)
                : inside(literal).flatMap(this::tests);
    }

    private Stream<Literal> inside(Literal literal) {
        return book.findings().get(((Literal.OfFinding) literal).finding()).rules().stream()
                .flatMap(rule -> rule.literals().stream());
    }

    /** Holds from some time on and then always: at least so many weeks, or something that was done. */
    private boolean stays(Literal literal) {
        if (literal instanceof Literal.OfFinding line) {
            return inside(line).allMatch(line.wanted() ? this::stays : this::ends);
        }
        Question question = ((Literal.Test) literal).question();
        return question.onlyMore()
                && !(literal instanceof Literal.Compare compare
                        && compare.operator().downwards());
    }

    /** Holds up to some time and never again: at most so many weeks, or nothing done. A question with a condition may not have begun to count. */
    private boolean ends(Literal literal) {
        if (literal instanceof Literal.OfFinding line) {
            return inside(line).allMatch(line.wanted() ? this::ends : this::stays);
        }
        Question question = ((Literal.Test) literal).question();
        return question.onlyMore()
                && question.askedWhen().isEmpty()
                && literal instanceof Literal.Compare compare
                && compare.operator().downwards();
    }

    private boolean comesWithTime(Literal literal) {
        return stays(literal)
                && tests(literal)
                        .allMatch(test -> test instanceof Literal.Compare
                                && test.question().askedWhen().isEmpty());
    }
}
