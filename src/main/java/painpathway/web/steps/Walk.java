package painpathway.web.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import painpathway.advice.Advisor;
import painpathway.advice.Explanation;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Reason;
import painpathway.advice.Traced;
import painpathway.advice.Verdict;

/**
 * A run over one painful place as steps: step 0 is the answers, then comes one step for each rule that fired, and the last is the judging.
 *
 * @param place    from 0
 * @param verdicts of each intervention after each rule, and at the end those of the advice
 * @param entries  of the advice, in the order of the interventions, and so are {@code explanations}
 */
record Walk(
        int place,
        List<Reason> rules,
        List<List<Verdict>> verdicts,
        List<InterventionAdvice> entries,
        List<Explanation> explanations) {

    static Walk of(Advisor advisor, Traced traced, int place) {
        Traced.Run run = traced.runs().get(place);
        List<InterventionAdvice> entries = traced.advice().interventions().stream()
                .filter(e -> e.pain() == place)
                .toList();
        List<List<Verdict>> verdicts = new ArrayList<>();
        for (int step = 0; step <= run.steps().size(); step++) {
            verdicts.add(advisor.soFar(run, step));
        }
        verdicts.add(entries.stream().map(InterventionAdvice::verdict).toList());
        return new Walk(
                place,
                run.steps(),
                verdicts,
                entries,
                traced.explained().explanations().stream()
                        .filter(e -> e.pain() == place)
                        .toList());
    }

    /** The step of the judging. */
    int last() {
        return rules.size() + 1;
    }

    /** The rule that fires at a step between the answers and the judging. */
    Reason rule(int step) {
        return rules.get(step - 1);
    }

    /** The interventions that get another verdict at a step, by their position. */
    List<Integer> changed(int step) {
        return step == 0
                ? List.of()
                : IntStream.range(0, entries.size())
                        .filter(i -> verdict(step, i) != verdict(step - 1, i))
                        .boxed()
                        .toList();
    }

    /** The next step after this one at which a verdict changes; the judging if there is none. */
    int nextChange(int step) {
        return IntStream.range(step + 1, last())
                .filter(s -> !changed(s).isEmpty())
                .findFirst()
                .orElse(last());
    }

    /** The step since which an intervention has the verdict that it ends with; the judging where no rule that fired decides it. */
    int decided(int intervention) {
        int step = last();
        while (step > 0 && verdict(step - 1, intervention) == verdict(last(), intervention)) {
            step--;
        }
        return step == 0 ? last() : step;
    }

    Verdict verdict(int step, int intervention) {
        return verdicts.get(step).get(intervention);
    }
}
