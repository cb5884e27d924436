package painpathway.audit;

import java.util.List;

/** An audit's report as text for a terminal. */
final class AuditText {

    private final AuditReport report;
    private final TextLines text = new TextLines();

    private AuditText(AuditReport report) {
        this.report = report;
    }

    static String of(AuditReport report) {
        return new AuditText(report).write();
    }

    private String write() {
        text.line("Audit of the rules folder '%s' (%s)", report.folder(), report.version());
        text.line(
                "%d rules, %d laws, policies %s", report.rules(), report.laws(), String.join(", ", report.policies()));
        text.line(
                "Space: 10^%.1f different sets of answers for one painful place (each number cut where a rule compares it); %d queries; %.1f s",
                report.digits(), report.queries(), report.seconds());
        text.line(
                "Other places are part of it as far as they decide which questions are asked. Their red flags are not part of the proof.");
        report.checks().forEach(this::check);
        long failed = report.checks().stream().filter(report::failed).count();
        text.line(
                "%n%s",
                failed == 0 ? "All checks passed." : failed == 1 ? "One check failed." : failed + " checks failed.");
        return text.toString();
    }

    private void check(Guarantee check) {
        List<Defect> found = report.of(check);
        long broken = found.stream().filter(d -> !d.warning()).count();
        text.line(
                "%n%s %s  [%s]",
                broken > 0 ? "NO " : "yes", check.says(), broken > 0 ? broken + " found" : report.how(check));
        for (Defect defect : found) {
            text.line("    %s%s", defect.warning() ? "look at: " : "", defect);
            if (defect.example() != null) {
                defect.example().lines().forEach(l -> text.line("        %s", l));
            }
        }
    }
}
