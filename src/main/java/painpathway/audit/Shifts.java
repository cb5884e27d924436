package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Verdict;
import painpathway.audit.Comparison.Shift;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.logic.NumericPartition;

/** Finds every verdict and urgency that changes for somebody between two readings. */
final class Shifts {

    /** What a shift of the urgency is about. */
    static final String URGENCY = "urgency";

    private final Reading first;
    private final Reading second;
    private final DifferentialProver prover;
    private final List<Shift> found = new ArrayList<>();

    private Shifts(Reading first, Reading second) {
        this.first = first;
        this.second = second;
        this.prover = new DifferentialProver(first, second, new NumericPartition(first.book(), second.book()));
    }

    static List<Shift> between(Reading first, Reading second) {
        Shifts shifts = new Shifts(first, second);
        for (Intervention intervention : first.book().catalogue().interventions()) {
            Intervention same = second.book().catalogue().intervention(intervention.id());
            if (same != null) {
                shifts.ofVerdicts(intervention, same);
            }
        }
        shifts.ofUrgency();
        return shifts.found.isEmpty() ? List.of() : new ShiftShares(first, second).of(shifts.found);
    }

    private void ofVerdicts(Intervention intervention, Intervention same) {
        for (Verdict from : Verdict.values()) {
            if (!prover.possible(prover.loses(intervention, same, from))) {
                continue;
            }
            for (Verdict to : Verdict.values()) {
                if (to != from) {
                    Counterexample example = prover.smallest(prover.verdicts(intervention, from, same, to));
                    add(intervention.id(), from.word(), to.word(), example);
                }
            }
        }
    }

    private void ofUrgency() {
        for (Urgency from : Urgency.values()) {
            for (Urgency to : Urgency.values()) {
                if (from != to) {
                    add(URGENCY, from.word(), to.word(), prover.smallest(prover.urgencies(from, to)));
                }
            }
        }
    }

    private void add(String about, String from, String to, @Nullable Counterexample example) {
        if (example != null) {
            String policies =
                    first.policy().equals(second.policy()) ? first.policy() : first.policy() + " -> " + second.policy();
            found.add(new Shift(policies, about, from, to, example, 0));
        }
    }
}
