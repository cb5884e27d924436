package painpathway.command;

import java.util.concurrent.Callable;
import painpathway.audit.Acceptance;
import painpathway.audit.Audit;
import painpathway.audit.AuditReport;
import painpathway.rules.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves the laws of a rules folder, or shows the smallest counterexamples. */
@Command(
        name = "audit",
        description =
                "Proves the laws of a rules folder for every possible patient, or shows the smallest patient who disproves one.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every check passed.",
            "1:A check failed; the patients who show it are listed.",
            "2:The command line or the rules folder was refused."
        })
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Progress progress = Progress.on(spec, "Auditing")) {
            progress.now("reading the rules");
            RuleBook book = rules.load();
            Acceptance.read(book);
            progress.now("proving");
            AuditReport report = Audit.of(book);
            progress.close();
            Output.print(spec, json ? Output.json(report.json()) : report.text());
            return report.holds() ? 0 : 1;
        }
    }
}
