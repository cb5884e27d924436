package painpathway.web.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Verdict;
import painpathway.counterfactual.AnswerChange;
import painpathway.knowledge.Intervention;
import painpathway.pathway.Pathway;
import painpathway.pathway.PathwayStatus;
import painpathway.web.Messages;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.PlaceNames;

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

    /** Something that comes first, and who does it; empty if that is not said. */
    record First(String text, String who) {}

    /** An intervention on the path; {@code lines} are its results if it was done, else what it needs. */
    record Stop(String name, @Nullable String place, Verdict verdict, List<String> lines, List<String> leadsTo) {}

    static PathView of(List<PathwayStatus> statuses, Pathway pathway, AdvisedAnswers answers) {
        Set<First> first = new LinkedHashSet<>();
        answers.advice().redFlags().forEach(f -> first.add(new First(f.action(), "")));
        answers.advice()
                .obstacles()
                .forEach(o -> first.add(new First(o.obstacle().action(), "")));
        List<Stop> done = new ArrayList<>();
        List<Stop> here = new ArrayList<>();
        List<PathwayStatus> closed = new ArrayList<>();
        for (PathwayStatus status : statuses) {
            if (status.done()) {
                done.add(stop(status, results(status, answers.words()), pathway, answers.places()));
            }
            Verdict verdict = status.entry().verdict();
            if (verdict.considered()) {
                status.entry()
                        .conditions()
                        .forEach(c ->
                                first.add(new First(c.check().text(), c.check().who())));
                here.add(stop(status, List.of(), pathway, answers.places()));
            } else if (!status.steps().isEmpty() && verdict != Verdict.WITHHELD) {
                closed.add(status);
            }
        }
        here.sort(Comparator.comparing(Stop::verdict));
        Set<Intervention> begun = begun(statuses);
        List<Stop> later = closed.stream()
                .filter(s -> follows(s, begun, pathway) || s.steps().stream().allMatch(PathView::comes))
                .sorted(Comparator.<PathwayStatus, Boolean>comparing(s -> !follows(s, begun, pathway))
                        .thenComparingInt(s -> s.steps().size())
                        .thenComparingInt(s -> pathway.before(s.entry().intervention())))
                .limit(MOST_LATER)
                .map(s -> stop(s, steps(s, answers.words()), pathway, answers.places()))
                .toList();
        return new PathView(List.copyOf(first), done, here, later);
    }

    /** The procedures that were done or can be done now, if only after a check. */
    private static Set<Intervention> begun(List<PathwayStatus> statuses) {
        return statuses.stream()
                .filter(s -> s.done()
                        || s.entry().verdict() == Verdict.CANDIDATE
                        || s.entry().verdict() == Verdict.CONDITIONAL)
                .map(s -> s.entry().intervention())
                .filter(Intervention::procedure)
                .collect(Collectors.toSet());
    }

    /** Whether a result of something begun leads there, because not every change of an answer is a step that anyone can take. */
    private static boolean follows(PathwayStatus status, Set<Intervention> begun, Pathway pathway) {
        Intervention to = status.entry().intervention();
        return pathway.edges().stream().anyMatch(e -> e.to() == to && e.from() != to && begun.contains(e.from()));
    }

    private static boolean comes(AnswerChange change) {
        return change.kind() == AnswerChange.Kind.WITH_CARE || change.kind() == AnswerChange.Kind.WITH_TIME;
    }

    private static List<String> steps(PathwayStatus status, Messages words) {
        List<String> steps = new ArrayList<>();
        status.steps().stream().limit(MOST_STEPS).forEach(c -> steps.add(words.say("path.if", c.text())));
        if (status.steps().size() > MOST_STEPS) {
            steps.add(words.say("path.more", String.valueOf(status.steps().size() - MOST_STEPS)));
        }
        return steps;
    }

    private static Stop stop(PathwayStatus status, List<String> lines, Pathway pathway, PlaceNames places) {
        Intervention intervention = status.entry().intervention();
        List<String> leadsTo = pathway.edges().stream()
                .filter(e -> e.from() == intervention && e.to() != intervention && intervention.procedure())
                .map(e -> e.to().name())
                .toList();
        return new Stop(
                intervention.name(),
                places.at(status.entry().pain()),
                status.entry().verdict(),
                lines,
                leadsTo);
    }

    private static List<String> results(PathwayStatus status, Messages words) {
        return status.results().stream()
                .map(r -> words.say(
                        "path.result", r.question().text(), words.answers().ofValue(r.question(), r.answered())))
                .toList();
    }
}
