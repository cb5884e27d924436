package painpathway.web.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import painpathway.advice.Advice;
import painpathway.advice.Verdict;
import painpathway.counterfactual.AnswerChange;
import painpathway.knowledge.Intervention;
import painpathway.pathway.Pathway;
import painpathway.pathway.PathwayStatus;
import painpathway.questionnaire.Question;
import painpathway.web.Messages;

/**
 * The pathway for one patient: what has been done, what can be considered now, and what may come later.
 *
 * @param first what has to be done before anything else, in order: warning signs, obstacles, checks
 * @param done  what was done, with its result
 * @param here  what can be considered now, or is withheld for now
 * @param later what needs something else first, nearest first
 */
record PathView(List<First> first, List<Stop> done, List<Stop> here, List<Stop> later) {

    private static final int MOST_LATER = 4;
    private static final int MOST_STEPS = 4;

    /** Something that comes first; {@code who} does it, or null. */
    record First(String text, String who) {}

    /** An intervention on the path; {@code lines} are its results if it was done, else what it needs. */
    record Stop(String name, String place, Verdict verdict, List<String> lines, List<String> leadsTo) {}

    static PathView of(
            List<PathwayStatus> standings, Advice advice, Pathway pathway, List<String> placeNames, Messages words) {
        Set<First> first = new LinkedHashSet<>();
        advice.redFlags().forEach(f -> first.add(new First(f.action(), null)));
        advice.obstacles().forEach(o -> first.add(new First(o.obstacle().action(), null)));
        List<Stop> done = new ArrayList<>();
        List<Stop> here = new ArrayList<>();
        List<PathwayStatus> closed = new ArrayList<>();
        for (PathwayStatus standing : standings) {
            if (standing.done()) {
                done.add(stop(
                        standing,
                        standing.results().stream()
                                .map(r -> words.say("path.result", r.question().text(), answer(r, words)))
                                .toList(),
                        pathway,
                        placeNames));
            }
            Verdict verdict = standing.entry().verdict();
            if (verdict == Verdict.CANDIDATE || verdict == Verdict.CONDITIONAL || verdict == Verdict.PROVISIONAL) {
                standing.entry()
                        .conditions()
                        .forEach(c ->
                                first.add(new First(c.check().text(), c.check().who())));
                here.add(stop(standing, List.of(), pathway, placeNames));
            } else if (!standing.steps().isEmpty() && verdict != Verdict.WITHHELD) {
                closed.add(standing);
            }
        }
        here.sort(Comparator.comparing(Stop::verdict));
        Set<Intervention> begun = standings.stream()
                .filter(s -> s.done()
                        || s.entry().verdict() == Verdict.CANDIDATE
                        || s.entry().verdict() == Verdict.CONDITIONAL)
                .map(s -> s.entry().intervention())
                .filter(Intervention::procedure)
                .collect(Collectors.toSet());
        List<Stop> later = closed.stream()
                .filter(s -> follows(s, begun, pathway) || s.steps().stream().allMatch(PathView::comes))
                .sorted(Comparator.<PathwayStatus, Boolean>comparing(s -> !follows(s, begun, pathway))
                        .thenComparingInt(s -> s.steps().size())
                        .thenComparingInt(s -> pathway.before(s.entry().intervention())))
                .limit(MOST_LATER)
                .map(s -> stop(s, steps(s, words), pathway, placeNames))
                .toList();
        return new PathView(List.copyOf(first), done, here, later);
    }

    /** Whether a result of something begun leads there, because not every change of an answer is a step that anyone can take. */
    private static boolean follows(PathwayStatus standing, Set<Intervention> begun, Pathway pathway) {
        Intervention to = standing.entry().intervention();
        return pathway.edges().stream().anyMatch(e -> e.to() == to && e.from() != to && begun.contains(e.from()));
    }

    private static boolean comes(AnswerChange change) {
        return change.kind() == AnswerChange.Kind.WITH_CARE || change.kind() == AnswerChange.Kind.WITH_TIME;
    }

    private static List<String> steps(PathwayStatus standing, Messages words) {
        List<String> steps = new ArrayList<>();
        standing.steps().stream().limit(MOST_STEPS).forEach(c -> steps.add(words.say("path.if", c.text())));
        if (standing.steps().size() > MOST_STEPS) {
            steps.add(words.say("path.more", String.valueOf(standing.steps().size() - MOST_STEPS)));
        }
        return steps;
    }

    private static Stop stop(PathwayStatus standing, List<String> lines, Pathway pathway, List<String> placeNames) {
        Intervention intervention = standing.entry().intervention();
        List<String> leadsTo = pathway.edges().stream()
                .filter(e -> e.from() == intervention && e.to() != intervention && intervention.procedure())
                .map(e -> e.to().name())
                .toList();
        return new Stop(
                intervention.name(),
                placeNames.size() == 1 ? null : placeNames.get(standing.entry().pain()),
                standing.entry().verdict(),
                lines,
                leadsTo);
    }

    private static String answer(PathwayStatus.Result result, Messages words) {
        Question question = result.question();
        if (result.answered() instanceof Number number) {
            return question.amount(number.doubleValue());
        }
        List<?> values = result.answered() instanceof List<?> several ? several : List.of(result.answered());
        return values.stream()
                .map(v -> question.option(String.valueOf(v)) == null
                        ? String.valueOf(v)
                        : question.option(String.valueOf(v)).text())
                .collect(Collectors.joining("; "));
    }
}
