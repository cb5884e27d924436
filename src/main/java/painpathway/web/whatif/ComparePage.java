package painpathway.web.whatif;

import java.util.List;
import java.util.Map;
import painpathway.rules.Stage;
import painpathway.web.learn.Subject;
import painpathway.web.whatif.Difference.Parted;
import painpathway.web.whatif.Difference.Verdicts;

/** Two cases beside each other: what was answered differently, and what parts them at each stage. */
record ComparePage(
        Side a,
        Side b,
        List<Differing> answers,
        List<String> urgencies,
        Map<Stage, List<Parted>> stages,
        List<Verdicts> verdicts) {

    /** One of the two cases. */
    record Side(Subject subject, String policy, String policyName, int places) {}

    /** An answer that differs; {@code place} from 1, or 0 where nobody has to be told. */
    record Differing(Subject question, int place, String a, String b) {}

    /** How many verdicts differ. */
    public long differing() {
        return verdicts.stream().filter(Verdicts::differ).count();
    }

    /** Whether both have more than one painful place. */
    public boolean several() {
        return a.places > 1 && b.places > 1;
    }
}
