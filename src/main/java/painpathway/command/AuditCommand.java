package painpathway.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import painpathway.audit.Acceptance;
import painpathway.audit.Audit;
import painpathway.audit.AuditReport;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code audit [--rules <folder>] [--json]}: proves the laws of a rules folder, or shows the smallest counterexamples. */
public final class AuditCommand {

    /** The first word of the command line. */
    public static final String NAME = "audit";

    private static final String USAGE = "usage: audit [--rules <folder>] [--json]";

    private AuditCommand() {}

    /** Returns the exit code: 0 if all checks passed, 1 if one failed, 2 if the command or the folder is refused. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> left = new ArrayList<>(arguments);
        boolean json = left.remove("--json");
        String folder = null;
        if (left.size() == 2 && left.get(0).equals("--rules")) {
            folder = left.get(1);
        } else if (!left.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        try {
            RuleBook book = RuleBook.load(folder == null ? RulesFolder.shipped() : RulesFolder.at(Path.of(folder)));
            Acceptance.read(book);
            AuditReport report = Audit.of(book);
            out.print(json ? json(report.json()) : report.text());
            return report.holds() ? 0 : 1;
        } catch (FaultyKnowledge e) {
            e.faults().forEach(err::println);
            return 2;
        }
    }

    static String json(Object value) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(value) + "\n";
    }
}
