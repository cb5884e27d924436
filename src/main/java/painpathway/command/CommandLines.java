package painpathway.command;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import painpathway.folder.FaultyKnowledge;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program's command line. Without a command it is a server, and every argument is a setting of it; with one, the command
 * runs and no server starts.
 */
@Command(
        name = "advisor",
        description = {
            "Shows what published criteria say about interventional pain procedures for one patient's answers.",
            "",
            "Without a command it serves its pages at http://127.0.0.1:8080. Settings follow as --name=value, for example"
                    + " --server.port=8081 or --advisor.rules=my-rules."
        },
        synopsisSubcommandLabel = "[COMMAND | --setting=value...]",
        mixinStandardHelpOptions = true,
        versionProvider = CommandVersion.class,
        subcommands = {
            AuditCommand.class,
            CheckCommand.class,
            CompareCommand.class,
            ReplayCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:The command did what it was asked to.", "2:The command line or the rules folder was refused."
        })
public final class CommandLines {

    private CommandLines() {}

    /** Whether these arguments are all settings of a server, and none of them is misspelt. */
    public static boolean startServer(String... arguments) {
        return Arrays.stream(arguments).allMatch(ServerSettings::setting)
                && ServerSettings.problem(arguments).isEmpty();
    }

    /** Runs a command and returns its exit code; 2 if the command line or a rules folder is refused. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Optional<String> misspelt = ServerSettings.problem(arguments);
        if (misspelt.isPresent()) {
            err.println(misspelt.get());
            return ExitCode.USAGE;
        }
        return new CommandLine(new CommandLines())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((refused, line) -> {
                    err.println(refused.getMessage());
                    UnmatchedArgumentException.printSuggestions(refused, err);
                    String command = refused.getCommandLine().getCommandSpec().qualifiedName(" ");
                    err.println("Run '" + command + " --help' to see how it is used.");
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof FaultyKnowledge refused) {
                        refused.faults().forEach(err::println);
                        return ExitCode.USAGE;
                    }
                    throw failure;
                })
                .execute(arguments);
    }
}
