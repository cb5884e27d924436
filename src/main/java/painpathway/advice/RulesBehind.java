package painpathway.advice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Stance;
import painpathway.rules.ClinicalRule;

/** What an advice rests on: the rules that it gives as reasons with those behind their lines, and the texts it shows with them. */
record RulesBehind(Set<ClinicalRule> rules, Set<RedFlag> flags, Set<Stance> stances) {

    static RulesBehind of(Advice advice) {
        RulesBehind behind = new RulesBehind(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        advice.redFlags().forEach(f -> {
            behind.flags.add(f.flag());
            behind.add(f.reasons());
        });
        advice.obstacles().forEach(o -> behind.add(o.reasons()));
        advice.interventions().forEach(behind::add);
        return behind;
    }

    private void add(InterventionAdvice entry) {
        add(entry.reasons());
        entry.conditions().forEach(c -> add(c.reasons()));
        entry.riskNotes().forEach(n -> add(n.reasons()));
        entry.notes().forEach(n -> add(n.reasons()));
        entry.stances().forEach(s -> {
            stances.add(s.stance());
            add(s.reasons());
        });
    }

    private void add(List<Reason> reasons) {
        reasons.forEach(reason -> {
            rules.add(reason.rule());
            reason.because().forEach(this::add);
        });
    }

    /** All rules of a finding count, because it takes all of them to say that it is not met. */
    private void add(Reason.Line line) {
        rules.add(line.rule());
        if (line.finding() != null) {
            rules.addAll(Objects.requireNonNull(line.finding()).rules());
        }
        line.because().forEach(this::add);
    }
}
