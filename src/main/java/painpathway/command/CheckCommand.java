package painpathway.command;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import painpathway.audit.RulesCheck;
import painpathway.audit.RulesCheck.Part;
import painpathway.audit.RulesCheck.Report;
import painpathway.audit.RulesCheck.Step;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.FolderWatch;
import painpathway.folder.RulesFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads a rules folder and tries it, for everyday use while somebody writes rules. */
@Command(
        name = "check",
        description = {
            "Reads a rules folder, runs its vignettes, says which rules no vignette reaches, and tries the laws on vignettes and"
                    + " drawn patients.",
            "It takes seconds. Only audit proves the laws for every patient."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Everything works.",
            "1:A vignette or a law fails.",
            "2:The command line was refused, or the folder cannot be used."
        })
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Option(names = "--watch", description = "Check again after every change of the folder, until you press Ctrl+C.")
    private boolean watch;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!watch) {
            return check();
        }
        Path folder = rules.named();
        if (folder == null) {
            throw new ParameterException(spec.commandLine(), "--watch needs --rules: the shipped rules never change.");
        }
        watch(folder);
        return 0;
    }

    private void watch(Path folder) throws InterruptedException {
        try (FolderWatch changes = new FolderWatch(folder)) {
            String checked = "";
            while (!Thread.currentThread().isInterrupted()) {
                String now = fingerprint();
                if (!now.equals(checked)) {
                    checked = now;
                    Output.print(spec, "\n" + LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + folder + "\n");
                    check();
                    Output.print(spec, "Waiting for a change. Press Ctrl+C to end.\n");
                }
                changes.await();
            }
        }
    }

    /** What lies in the folder; of one that cannot be read, why. */
    private String fingerprint() {
        try {
            return rules.read().fingerprint();
        } catch (FaultyKnowledge unreadable) {
            return unreadable.faults().toString();
        }
    }

    private int check() {
        Report report;
        try (Progress progress = Progress.on(spec, "Checking")) {
            RulesFolder folder = rules.read();
            report = RulesCheck.of(folder, new RulesCheck.Progress() {
                @Override
                public void begins(Step step) {
                    progress.now(step.words());
                }
            });
        }
        StringBuilder text = new StringBuilder();
        report.parts().forEach(part -> lines(part, text));
        report.faults().forEach(fault -> text.append(fault).append('\n'));
        text.append(summary(report)).append('\n');
        Output.print(spec, text.toString());
        return report.passed() ? 0 : report.parts().size() == 1 ? 2 : 1;
    }

    private static void lines(Part part, StringBuilder text) {
        String count = part.count() == 0
                ? "-"
                : part.open() == 0 ? String.valueOf(part.count()) : part.count() - part.open() + " of " + part.count();
        String found = !part.faults().isEmpty() ? "wrong" : part.open() > 0 ? "see the notes" : "right";
        text.append("%-32s %10s  %5.1f s  %s%n".formatted(part.step().words(), count, part.seconds(), found));
        part.warnings()
                .forEach(warning -> text.append("  note: ").append(warning).append('\n'));
    }

    private static String summary(Report report) {
        int faults = report.faults().size();
        if (faults > 0) {
            String found = faults == 1 ? "One problem found." : faults + " problems found.";
            return report.parts().size() == 1 ? found + " Until the folder can be read, nothing else is tried." : found;
        }
        long notes = report.parts().stream().mapToLong(p -> p.warnings().size()).sum();
        return "Everything works."
                + (notes == 0
                        ? ""
                        : notes == 1 ? " There is one note above." : " There are " + notes + " notes above.");
    }
}
