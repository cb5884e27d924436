package painpathway.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import painpathway.audit.Comparison;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows which patients get a different verdict from two rules folders, or under two policies of one folder. */
@Command(
        name = "compare",
        description =
                "Shows which patients get a different verdict from two rules folders, or under two policies of one folder.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandVersion.class,
        customSynopsis = {
            "advisor compare [--json] FOLDER FOLDER",
            "advisor compare [--json] [--rules=DIR] --policies POLICY POLICY"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Nobody gets a different verdict or urgency.",
            "1:Somebody does; the smallest such patients are listed.",
            "2:The command line or a rules folder was refused."
        })
final class CompareCommand implements Callable<Integer> {

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Option(names = "--json", description = "Print the differences as JSON.")
    private boolean json;

    @Option(names = "--policies", description = "Compare two policies of one folder instead of two folders.")
    private boolean policies;

    @Parameters(
            arity = "0..*",
            paramLabel = "FOLDER|POLICY",
            description = "What is compared: first what was before, then what is now.")
    private List<String> compared = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (compared.size() != 2) {
            String two = policies
                    ? "compare --policies takes two policies, such as: compare --policies us uk"
                    : "compare takes two rules folders, first the one before and then the one now, such as: compare rules my-rules";
            throw new ParameterException(spec.commandLine(), two);
        }
        try (Progress progress = Progress.on(spec, "Comparing")) {
            progress.now(String.join(" with ", compared));
            Comparison comparison = policies ? ofPolicies() : ofFolders();
            progress.close();
            Output.print(spec, json ? Output.json(comparison.json()) : comparison.text());
            return comparison.sameForEverybody() ? 0 : 1;
        }
    }

    private Comparison ofFolders() {
        if (rules.named() != null) {
            throw new ParameterException(spec.commandLine(), "--rules goes with --policies only: name both folders.");
        }
        return Comparison.of(book(compared.get(0)), book(compared.get(1))).called(compared.get(0), compared.get(1));
    }

    private static RuleBook book(String folder) {
        return RuleBook.load(RulesFolder.at(Path.of(folder)));
    }

    private Comparison ofPolicies() {
        RuleBook book = rules.load();
        for (String policy : compared) {
            if (!book.policies().contains(policy)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no policy '" + policy + "'. The policies are " + String.join(", ", book.policies())
                                + ".");
            }
        }
        return Comparison.ofPolicies(book, compared.get(0), compared.get(1));
    }
}
