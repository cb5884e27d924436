package painpathway.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.FunctionImportDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Faults;
import painpathway.folder.Location;

/**
 * One file of rules as the DRL parser sees it, without anything but rules in it.
 *
 * @param imported the full names of the functions that it imports
 */
record DrlFile(String path, List<String> lines, List<RuleDescr> rules, Set<String> imported) {

    private static final Pattern LINE = Pattern.compile("Line (\\d+):");
    private static final String PACKAGE = "rules";

    /** Reads a file and reports everything in it that is neither a rule nor an import of the stage's fact and the verbs. */
    static DrlFile read(Stage stage, String path, String text, Faults faults) {
        List<String> lines = text.lines().toList();
        PackageDescr parsed = parse(path, text, faults);
        if (parsed == null) {
            return new DrlFile(path, lines, List.of(), Set.of());
        }
        checkImports(stage, path, parsed, faults);
        checkPackage(path, parsed, faults);
        Set<String> imported = new HashSet<>();
        parsed.getFunctionImports().forEach(i -> imported.add(i.getTarget()));
        return new DrlFile(path, lines, parsed.getRules(), imported);
    }

    /** Where the text after the word "then" begins; without any, the line of that word. The parser knows only the latter. */
    Location called(int then, String consequence) {
        String begins = consequence.strip().lines().findFirst().orElse("");
        int line = IntStream.rangeClosed(then, lines.size())
                .filter(i -> lines.get(i - 1).contains(begins))
                .findFirst()
                .orElse(then);
        return new Location(path, line);
    }

    /** The file as the parser sees it; null where it is not DRL. Only the first slip is told: the parser loses its way at it. */
    private static @Nullable PackageDescr parse(String path, String text, Faults faults) {
        DrlParser parser = new DrlParser();
        PackageDescr parsed;
        try {
            parsed = parser.parse(false, text);
        } catch (DroolsParserException e) {
            faults.broken(path, Math.max(0, e.getLineNumber()), "is not DRL: " + e.getMessage());
            return null;
        } catch (RuntimeException | StackOverflowError e) {
            // The parser throws unchecked exceptions on some broken texts, and runs out of stack on deep brackets; the
            // author needs the file.
            faults.broken(
                    path,
                    0,
                    "is not DRL: " + (e instanceof RuntimeException ? e.getMessage() : "it is nested too deeply"));
            return null;
        }
        if (!parser.hasErrors()) {
            return parsed;
        }
        DroolsError first = parser.getErrors().get(0);
        String message = first.getMessage().lines().findFirst().orElse("");
        Matcher named = LINE.matcher(message);
        int line = first.getLines().length > 0 && first.getLines()[0] > 0
                ? first.getLines()[0]
                : named.find() ? Integer.parseInt(named.group(1)) : 0;
        // Where the parser itself stumbles, its message goes on with its own stack.
        faults.broken(path, line, "is not DRL: " + message.split("\\. Exception: ")[0] + hyphen(text, line));
        return null;
    }

    /** The one slip that is made by those who know the YAML files. */
    private static String hyphen(String text, int line) {
        return line > 0 && text.lines().skip(line - 1L).findFirst().orElse("").contains("@reviewed-by")
                ? "; in a rule it is @" + RuleAnnotations.REVIEWED_BY + "(\"name, role\")"
                : "";
    }

    private static void checkImports(Stage stage, String path, PackageDescr parsed, Faults faults) {
        if (parsed.getImports().stream().noneMatch(i -> stage.fact().equals(i.getTarget()))) {
            faults.add(path, 1, "'import " + stage.fact() + ";' is missing");
        }
        for (ImportDescr descr : parsed.getImports()) {
            if (!stage.fact().equals(descr.getTarget())) {
                faults.add(
                        path,
                        descr.getLine(),
                        "import of '" + descr.getTarget() + "': only '" + stage.fact()
                                + "' and the verbs may be imported here");
            }
        }
        for (FunctionImportDescr descr : parsed.getFunctionImports()) {
            if (VerbCall.imported(descr.getTarget()) == null) {
                faults.add(
                        path,
                        descr.getLine(),
                        "import of '" + descr.getTarget() + "': only '" + stage.fact() + "' and the verbs of '"
                                + RuleVerbs.class.getName() + "' may be imported here");
            }
        }
    }

    private static void checkPackage(String path, PackageDescr parsed, Faults faults) {
        if (!PACKAGE.equals(parsed.getName())) {
            faults.add(path, 1, "the package should be '" + PACKAGE + "', but is '" + parsed.getName() + "'");
        }
        refuse(path, "import accumulate", parsed.getAccumulateImports(), faults);
        refuse(path, "global", parsed.getGlobals(), faults);
        refuse(path, "function", parsed.getFunctions(), faults);
        refuse(path, "declare", parsed.getTypeDeclarations(), faults);
        refuse(path, "declare enum", parsed.getEnumDeclarations(), faults);
        refuse(path, "declare entry-point", List.copyOf(parsed.getEntryPointDeclarations()), faults);
        refuse(path, "declare window", List.copyOf(parsed.getWindowDeclarations()), faults);
        refuse(path, "attribute", parsed.getAttributes(), faults);
        if (parsed.getUnit() != null) {
            faults.add(path, 1, "'unit' is not part of the rule language");
        }
    }

    private static void refuse(String path, String what, List<? extends BaseDescr> found, Faults faults) {
        for (BaseDescr descr : found) {
            faults.add(path, Math.max(1, descr.getLine()), "'" + what + "' is not part of the rule language");
        }
    }
}
