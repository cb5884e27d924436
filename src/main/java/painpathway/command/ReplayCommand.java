package painpathway.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import painpathway.advice.Advisor;
import painpathway.advice.RequestReader;
import painpathway.api.AdviceReply;
import painpathway.api.ProgramVersion;
import painpathway.api.ReplyFormat;
import painpathway.questionnaire.AnswerFault;
import painpathway.questionnaire.AssessmentReader;
import painpathway.rules.RuleBook;
import painpathway.rules.RuleEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Runs saved requests again and says which replies are the same byte for byte, and where the others differ. */
@Command(
        name = "replay",
        description = {
            "Runs saved requests again and says which replies are the same byte for byte, and where the others differ.",
            "FILE is one file or one folder. A file has the form {\"request\": ..., \"reply\": ...}, as a closed record is downloaded."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every reply is the same.",
            "1:Some replies differ.",
            "2:The command line, a file or the rules folder was refused."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final int MOST_LINES = 40;
    /** Writes what the API writes. */
    private static final JsonMapper WRITER = ReplyFormat.mapper();

    @Parameters(paramLabel = "FILE", description = "One saved request, or a folder of them.")
    private Path saved;

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Spec
    private CommandSpec spec;

    private int same;
    private int different;

    @Override
    public Integer call() {
        List<Path> files = files(saved);
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), saved + ": no file to replay");
        }
        Map<Path, SavedReply> replies = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                replies.put(file, SavedReply.read(file));
            } catch (SavedReply.Refused e) {
                spec.commandLine().getErr().println(file + ": " + e.getMessage());
            }
        }
        RuleBook book = rules.load();
        if (replies.isEmpty()) {
            return 2;
        }
        Advisor advisor = new Advisor(RuleEngine.compile(book), ProgramVersion.current());
        PrintWriter out = spec.commandLine().getOut();
        replies.forEach((file, reply) -> replay(file, reply, advisor, out));
        out.println(same + " the same, " + different + " different; knowledge now " + book.version());
        return replies.size() < files.size() ? 2 : different == 0 ? 0 : 1;
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Files.isRegularFile(path) ? List.of(path) : List.of();
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(f -> f.toString().endsWith(".json") && Files.isRegularFile(f))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replay(Path file, SavedReply then, Advisor advisor, PrintWriter out) {
        AssessmentReader.Result read =
                new RequestReader(advisor.book()).read(then.request(), AssessmentReader.Places.RECORDED);
        if (!read.faults().isEmpty()) {
            different++;
            out.println("different  " + file + ": these answers are now refused");
            read.faults().forEach(f -> out.println("  " + fault(f)));
            return;
        }
        byte[] before = WRITER.writeValueAsBytes(then.reply());
        byte[] now = WRITER.writeValueAsBytes(AdviceReply.of(advisor.advise(read.accepted())));
        // A saved reply may be one of ?explain=full.
        if (Arrays.equals(before, now)
                || Arrays.equals(before, WRITER.writeValueAsBytes(AdviceReply.of(advisor.explain(read.accepted()))))) {
            same++;
            out.println("same       " + file);
            return;
        }
        different++;
        ReplyDifferences differences = new ReplyDifferences(then.reply(), SavedReply.object(SavedReply.plain(now)));
        List<String> lines = differences.lines();
        String why = lines.isEmpty()
                ? ": only the order of keys"
                : differences.onlyVersions() ? ": the same advice from another version" : "";
        out.println("different  " + file + why);
        lines.stream().limit(MOST_LINES).forEach(l -> out.println("  " + l));
        if (lines.size() > MOST_LINES) {
            out.println("  and " + (lines.size() - MOST_LINES) + " more");
        }
    }

    private static String fault(AnswerFault fault) {
        return (fault.pain() == null ? "" : "/pains/" + fault.pain() + "/") + fault.question() + ": " + fault.problem();
    }
}
