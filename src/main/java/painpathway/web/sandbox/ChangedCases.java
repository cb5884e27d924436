package painpathway.web.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.InterventionAdvice;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/** The cases of one folder that get another advice from the rules of another: patients whom people know, before those whom a solver finds. */
record ChangedCases(RuleBook before, RuleBook after) {

    /** A line for each verdict or urgency that changes. */
    List<String> all() {
        Advisor one = new Advisor(new PlainEvaluator(before), "");
        Advisor other = new Advisor(new PlainEvaluator(after), "");
        List<String> lines = new ArrayList<>();
        for (Vignette vignette : Vignettes.load(before)) {
            if (after.policies().contains(vignette.assessment().policy())) {
                lines.addAll(changes(vignette, one.advise(vignette.assessment()), other.advise(vignette.assessment())));
            }
        }
        return lines.isEmpty() ? List.of("none") : lines;
    }

    private static List<String> changes(Vignette vignette, Advice was, Advice is) {
        List<String> lines = new ArrayList<>();
        String name = vignette.id() + ", \"" + vignette.name() + "\": ";
        if (!was.urgency().equals(is.urgency())) {
            lines.add(name + was.urgency().word() + " -> " + is.urgency().word());
        }
        for (InterventionAdvice entry : was.interventions()) {
            is.interventions().stream()
                    .filter(e -> e.pain() == entry.pain()
                            && Objects.equals(
                                    e.intervention().id(), entry.intervention().id()))
                    .filter(e -> e.verdict() != entry.verdict())
                    .forEach(e -> lines.add(name + entry.intervention().name() + " "
                            + entry.verdict().word() + " -> " + e.verdict().word()));
        }
        return lines;
    }
}
