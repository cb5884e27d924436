package painpathway.audit;

import java.util.Locale;
import painpathway.audit.Comparison.Shift;

/** A comparison as text for a terminal. */
final class ComparisonText {

    private final Comparison comparison;
    private final TextLines text = new TextLines();

    private ComparisonText(Comparison comparison) {
        this.comparison = comparison;
    }

    static String of(Comparison comparison) {
        return new ComparisonText(comparison).write();
    }

    private String write() {
        text.line("From '%s' to '%s'", comparison.first(), comparison.second());
        if (!comparison.rules().isEmpty() || !comparison.files().isEmpty()) {
            text.line("%nRules that differ: %d", comparison.rules().size());
        }
        comparison.rules().forEach(this::rule);
        comparison.files().forEach(f -> text.line("  changed file: %s", f));
        comparison.apart().forEach(o -> text.line("  %s", o));
        comparison.lostIds().forEach(id -> text.line("  %s", id));
        if (comparison.shifts().isEmpty()) {
            text.line(
                    "%nNo patient gets a different verdict or urgency%s (proved over all answers for one painful place).",
                    comparison.apart().isEmpty() ? "" : " from what both contain");
            return text.toString();
        }
        int regions = comparison.shifts().size();
        text.line(
                "%nPatients who get a different verdict or urgency: %s, proved to be all there are. The size of each is its share of %d sample patients.",
                regions == 1 ? "1 region" : regions + " regions", ShiftShares.SAMPLED);
        comparison.shifts().forEach(this::shift);
        return text.toString();
    }

    private void rule(RuleChange change) {
        String before = change.before();
        String after = change.after();
        text.line("  %s (%s): %s", change.kind().word(), change.where(), change.sentence());
        if (before != null && after != null && !before.equals(after)) {
            text.line("      was: %s", before);
        }
        change.changes().forEach(c -> text.line("      %s", c));
    }

    private void shift(Shift shift) {
        text.line(
                "%n  %s (%s): %s -> %s, %s",
                shift.about(),
                shift.policy(),
                shift.from(),
                shift.to(),
                shift.share() == 0
                        ? "none of the sample patients"
                        : String.format(Locale.ROOT, "%.2f %% of the sample patients", 100 * shift.share()));
        shift.example().lines().forEach(l -> text.line("      %s", l));
    }
}
