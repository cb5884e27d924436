package painpathway.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import painpathway.audit.Comparison;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;

/** {@code compare}: which patients get a different verdict from two rules folders, or under two policies of one folder. */
public final class CompareCommand {

    /** The first word of the command line. */
    public static final String NAME = "compare";

    private static final String USAGE = "usage: compare <folder A> <folder B> [--json]\n"
            + "       compare --policies <policy> <policy> [--rules <folder>] [--json]";

    private CompareCommand() {}

    /** Returns the exit code: 0 if nobody gets a different outcome, 1 if somebody does, 2 if the command or a folder is refused. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> left = new ArrayList<>(arguments);
        boolean json = left.remove("--json");
        try {
            Comparison comparison = compare(left, err);
            if (comparison == null) {
                return 2;
            }
            out.print(json ? AuditCommand.json(comparison.json()) : comparison.text());
            return comparison.sameForEverybody() ? 0 : 1;
        } catch (FaultyKnowledge e) {
            e.faults().forEach(err::println);
            return 2;
        }
    }

    private static Comparison compare(List<String> left, PrintStream err) {
        boolean policies = left.remove("--policies");
        if (!policies && left.size() == 2 && left.stream().noneMatch(a -> a.startsWith("--"))) {
            return Comparison.of(
                    RuleBook.load(RulesFolder.at(Path.of(left.get(0)))),
                    RuleBook.load(RulesFolder.at(Path.of(left.get(1)))));
        }
        int rules = left.indexOf("--rules");
        String folder = rules >= 0 && rules + 1 < left.size() ? left.get(rules + 1) : null;
        if (folder != null) {
            left.subList(rules, rules + 2).clear();
        }
        if (!policies || left.size() != 2 || left.stream().anyMatch(a -> a.startsWith("--"))) {
            err.println(USAGE);
            return null;
        }
        RuleBook book = RuleBook.load(folder == null ? RulesFolder.shipped() : RulesFolder.at(Path.of(folder)));
        for (String policy : left) {
            if (!book.policies().contains(policy)) {
                err.println("there is no policy '" + policy + "'; the policies are " + book.policies());
                return null;
            }
        }
        return Comparison.ofPolicies(book, left.get(0), left.get(1));
    }
}
