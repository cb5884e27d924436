package painpathway.web.sandbox;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import painpathway.audit.Audit;
import painpathway.audit.Comparison;
import painpathway.audit.RulesCheck;
import painpathway.audit.RulesCheck.Part;
import painpathway.audit.RulesCheck.Step;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.logic.NotEncodable;
import painpathway.rules.RuleBook;

/**
 * The process in which a sandbox is tried. It is a program of its own, with its own memory, so that it can be ended at any moment and
 * takes nothing from those who are being advised. It says what it finds line by line.
 */
public final class TrialProcess {

    /** The folder that is tried, in the folder where the process runs. */
    static final String SANDBOX = "sandbox";
    /** The rules in use, beside it. */
    static final String IN_USE = "in-use";

    static final String CHECK = "check";
    static final String DIFFERENCE = "difference";

    private final PrintStream out;

    private TrialProcess(PrintStream out) {
        this.out = out;
    }

    /** Runs a check or a difference of the two folders where it stands. */
    public static void main(String[] arguments) {
        TrialProcess trial = new TrialProcess(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        try {
            if (arguments[0].equals(CHECK)) {
                trial.check();
            } else {
                trial.difference();
            }
        } catch (FaultyKnowledge refused) {
            refused.faults().forEach(trial.out::println);
        } catch (NotEncodable e) {
            trial.out.println(e.getMessage());
        }
    }

    private void check() {
        RulesFolder folder = RulesFolder.at(Path.of(SANDBOX));
        RulesCheck.Report report = RulesCheck.of(folder, new RulesCheck.Progress() {
            @Override
            public void begins(Step step) {
                out.println("> " + step.words());
            }

            @Override
            public void ends(Part part) {
                tell(part);
            }
        });
        if (report.passed()) {
            out.println("> Audit");
            out.print(Audit.of(RuleBook.load(folder)).text());
        }
    }

    private void tell(Part part) {
        part.faults().forEach(out::println);
        part.warnings().forEach(warning -> out.println("note: " + warning));
        out.printf(
                Locale.ROOT,
                "%d looked at, %d problems, %d notes%n",
                part.count(),
                part.faults().size(),
                part.warnings().size());
    }

    private void difference() {
        out.println("> Rules");
        RuleBook before = RuleBook.load(RulesFolder.at(Path.of(IN_USE)));
        RuleBook after = RuleBook.load(RulesFolder.at(Path.of(SANDBOX)));
        out.println("> Cases that change");
        new ChangedCases(before, after).all().forEach(out::println);
        out.println("> Difference");
        out.print(Comparison.of(before, after).called("rules in use", SANDBOX).text());
    }
}
