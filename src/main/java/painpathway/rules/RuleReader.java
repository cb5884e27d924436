package painpathway.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.FunctionImportDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import painpathway.folder.DidYouMean;
import painpathway.folder.Faults;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Catalogue;

/**
 * Reads DRL text into rules and refuses everything outside the rule language before anything is compiled, so that a rules folder
 * cannot run code of its own. The only class that touches the DRL parser, which is internal API of Drools.
 */
final class RuleReader {

    /** A rule as written: its form is checked, but names are not looked up yet. */
    record Draft(
            Stage stage,
            String name,
            Map<String, String> annotations,
            List<String> constraints,
            Verb verb,
            List<String> arguments,
            String file,
            int line) {}

    /** One constraint: an accessor, its argument, and in criteria a comparison. */
    static final Pattern TEST = Pattern.compile("(number|choice|choices|count) *\\( *\"([^\"\\\\]*)\" *\\) *(.*)");

    static final Pattern COMPARISON = Pattern.compile("(>=|>|<=|<) *(-?(?:0|[1-9]\\d{0,8})(?:\\.\\d{1,6})?)");
    static final Pattern COUNT = Pattern.compile(">= *([1-9]\\d{0,2})");
    static final Pattern EQUALS = Pattern.compile("== *\"([^\"\\\\]*)\"");
    static final Pattern IN = Pattern.compile("in *\\( *(\"[^\"\\\\]*\"(?: *, *\"[^\"\\\\]*\")*) *\\)");
    static final Pattern CONTAINS = Pattern.compile("contains +\"([^\"\\\\]*)\"");
    static final Pattern FINDING = Pattern.compile("(met|ruledOut) *\\( *\"([^\"\\\\]*)\" *\\)");

    private static final Pattern CALL = Pattern.compile("(\\w+) *\\( *kcontext((?: *, *\"[^\"\\\\]*\")*) *\\) *;");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern PLACE = Pattern.compile("Line (\\d+):");
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String PACKAGE = "rules";
    private static final int LONGEST_NAME = 100;
    private static final List<String> ANNOTATIONS =
            List.of("criterion", "pattern", "id", "source", "evidence", "rationale", "reviewed", "policy", "status");

    private final Faults faults;
    private final List<Draft> drafts = new ArrayList<>();

    private RuleReader(Faults faults) {
        this.faults = faults;
    }

    /** All rules of a folder, in the order of stages, files and lines. */
    static List<Draft> read(RulesFolder folder, Faults faults) {
        RuleReader reader = new RuleReader(faults);
        for (Stage stage : Stage.values()) {
            folder.below(stage.folder()).forEach((file, text) -> reader.read(stage, file, text));
        }
        return reader.drafts;
    }

    private void read(Stage stage, String file, String text) {
        if (!file.endsWith(".drl")) {
            return;
        }
        PackageDescr parsed = parse(file, text);
        if (parsed == null) {
            return;
        }
        checkPackage(stage, file, parsed);
        Set<String> imported = new HashSet<>();
        parsed.getFunctionImports().forEach(i -> imported.add(i.getTarget()));
        for (RuleDescr rule : parsed.getRules()) {
            readRule(stage, file, rule, imported);
        }
    }

    /** The file as the parser sees it; null where it is not DRL. Only the first slip is told: the parser loses its way at it. */
    private PackageDescr parse(String file, String text) {
        DrlParser parser = new DrlParser();
        PackageDescr parsed = null;
        try {
            parsed = parser.parse(false, text);
        } catch (DroolsParserException e) {
            faults.broken(file, Math.max(0, e.getLineNumber()), "is not DRL: " + e.getMessage());
            return null;
        } catch (RuntimeException | StackOverflowError e) {
            // The parser throws unchecked exceptions on some broken texts, and runs out of stack on deep brackets; the
            // author needs the file.
            faults.broken(
                    file,
                    0,
                    "is not DRL: " + (e instanceof RuntimeException ? e.getMessage() : "it is nested too deeply"));
            return null;
        }
        if (!parser.hasErrors()) {
            return parsed;
        }
        DroolsError first = parser.getErrors().get(0);
        String message = first.getMessage().lines().findFirst().orElse("");
        Matcher place = PLACE.matcher(message);
        int line = first.getLines().length > 0 && first.getLines()[0] > 0
                ? first.getLines()[0]
                : place.find() ? Integer.parseInt(place.group(1)) : 0;
        // Where the parser itself stumbles, its message goes on with its own stack.
        faults.broken(file, line, "is not DRL: " + message.split("\\. Exception: ")[0]);
        return null;
    }

    private void checkPackage(Stage stage, String file, PackageDescr parsed) {
        if (!PACKAGE.equals(parsed.getName())) {
            faults.add(file, 1, "the package should be '" + PACKAGE + "', but is '" + parsed.getName() + "'");
        }
        if (parsed.getImports().stream().noneMatch(i -> stage.fact().equals(i.getTarget()))) {
            faults.add(file, 1, "'import " + stage.fact() + ";' is missing");
        }
        for (ImportDescr descr : parsed.getImports()) {
            if (!stage.fact().equals(descr.getTarget())) {
                faults.add(
                        file,
                        descr.getLine(),
                        "import of '" + descr.getTarget() + "': only '" + stage.fact()
                                + "' and the verbs may be imported here");
            }
        }
        for (FunctionImportDescr descr : parsed.getFunctionImports()) {
            Verb verb = descr.getTarget().startsWith(RuleVerbs.class.getName() + ".")
                    ? Verb.of(descr.getTarget()
                            .substring(RuleVerbs.class.getName().length() + 1))
                    : null;
            if (verb == null) {
                faults.add(
                        file,
                        descr.getLine(),
                        "import of '" + descr.getTarget() + "': only '" + stage.fact() + "' and the verbs of '"
                                + RuleVerbs.class.getName() + "' may be imported here");
            }
        }
        refuse(file, "import accumulate", parsed.getAccumulateImports());
        refuse(file, "global", parsed.getGlobals());
        refuse(file, "function", parsed.getFunctions());
        refuse(file, "declare", parsed.getTypeDeclarations());
        refuse(file, "declare enum", parsed.getEnumDeclarations());
        refuse(file, "declare entry-point", List.copyOf(parsed.getEntryPointDeclarations()));
        refuse(file, "declare window", List.copyOf(parsed.getWindowDeclarations()));
        refuse(file, "attribute", parsed.getAttributes());
        if (parsed.getUnit() != null) {
            faults.add(file, 1, "'unit' is not part of the rule language");
        }
    }

    private void refuse(String file, String what, List<? extends BaseDescr> found) {
        for (BaseDescr descr : found) {
            faults.add(file, Math.max(1, descr.getLine()), "'" + what + "' is not part of the rule language");
        }
    }

    private void readRule(Stage stage, String file, RuleDescr rule, Set<String> imported) {
        int line = rule.getLine();
        if (rule.isQuery()) {
            faults.add(file, line, "'query' is not part of the rule language");
            return;
        }
        rule.getAttributes()
                .values()
                .forEach(a -> faults.add(
                        file,
                        a.getLine() > 0 ? a.getLine() : line,
                        "'" + a.getName() + "' is not part of the rule language"));
        if (rule.hasParent()) {
            faults.add(file, line, "'extends' is not part of the rule language");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            faults.add(file, line, "a second 'then' is not part of the rule language");
        }
        String name = rule.getName();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME || !name.equals(name.strip())) {
            faults.add(
                    file,
                    line,
                    "a rule's name is a sentence of 1 to " + LONGEST_NAME + " characters; this one has "
                            + (name == null ? 0 : name.length()));
        } else if (!name.matches("[^\"\\\\\\p{Cntrl}]*")) {
            faults.add(file, line, "a rule's name is plain text on one line, without quotation marks or backslashes");
        }
        Map<String, String> annotations = annotations(stage, file, rule);
        List<String> constraints = constraints(stage, file, rule);
        Call call = call(stage, file, rule, imported);
        if (call == null) {
            // What a refused rule would have defined or raised is missing elsewhere: that is no fault of its own.
            faults.lost(annotations.get(stage.annotation()));
            quoted(String.valueOf(rule.getConsequence())).forEach(faults::lost);
            return;
        }
        drafts.add(new Draft(stage, name, annotations, constraints, call.verb, call.arguments, file, line));
    }

    /** What stands in {@code then}. */
    private record Call(Verb verb, List<String> arguments) {}

    private Call call(Stage stage, String file, RuleDescr rule, Set<String> imported) {
        Matcher call = CALL.matcher(flat(String.valueOf(rule.getConsequence())));
        int line = rule.getConsequenceLine() > 0 ? rule.getConsequenceLine() : rule.getLine();
        if (!call.matches()) {
            faults.add(
                    file,
                    line,
                    "'then' holds one call of a verb and nothing else, such as: suggest( kcontext, \"intervention\" );");
            return null;
        }
        Verb verb = Verb.of(call.group(1));
        if (verb == null) {
            faults.add(
                    file, line, "'" + call.group(1) + "' is not a verb" + DidYouMean.hint(call.group(1), Verb.words()));
            return null;
        }
        if (verb.stage() != stage) {
            faults.add(
                    file,
                    line,
                    "'" + verb.word() + "' belongs in " + verb.stage().folder() + "/, not in " + stage.folder() + "/");
            return null;
        }
        if (imported.add(RuleVerbs.class.getName() + "." + verb.word())) {
            faults.add(
                    file, line, "'import function " + RuleVerbs.class.getName() + "." + verb.word() + ";' is missing");
        }
        List<String> arguments = quoted(call.group(2));
        if (arguments.size() != verb.arguments().size()) {
            faults.add(
                    file,
                    line,
                    "'" + verb.word() + "' takes kcontext and "
                            + verb.arguments().size() + " more, but has " + arguments.size());
            return null;
        }
        return new Call(verb, arguments);
    }

    private Map<String, String> annotations(Stage stage, String file, RuleDescr rule) {
        Map<String, String> values = new LinkedHashMap<>();
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            String key = annotation.getName();
            int line = annotation.getLine() > 0 ? annotation.getLine() : rule.getLine();
            if (!ANNOTATIONS.contains(key)) {
                faults.add(file, line, "annotation '@" + key + "' is not known" + DidYouMean.hint(key, ANNOTATIONS));
                quoted(String.valueOf(annotation.getValueMap())).forEach(faults::lost);
                continue;
            }
            // Trap: a list such as @source({"a","b"}) crashes the executable-model compiler; one string each.
            Object value = annotation.getValueMap().size() == 1 ? annotation.getSingleValue() : null;
            String text = value == null ? "" : String.valueOf(value).strip();
            if (annotation.isDuplicated() || !text.matches("\"[^\"\\\\]*\"") || text.length() < 3) {
                faults.add(file, line, "'@" + key + "' takes one string, once: @" + key + "(\"...\")");
                continue;
            }
            values.put(key, text.substring(1, text.length() - 1));
        }
        for (String required : stage == Stage.ADVICE
                ? List.of("id", "source", "evidence", "rationale", "reviewed")
                : List.of(stage.annotation(), "source", "evidence", "reviewed")) {
            if (!values.containsKey(required) && !rule.getAnnotationNames().contains(required)) {
                faults.add(file, rule.getLine(), "'@" + required + "' is missing on rule \"" + rule.getName() + "\"");
            }
        }
        for (Stage other : Stage.values()) {
            if (other != stage && values.containsKey(other.annotation())) {
                faults.add(
                        file,
                        rule.getLine(),
                        "'@" + other.annotation() + "' belongs in " + other.folder() + "/, not in " + stage.folder()
                                + "/");
            }
        }
        String about = values.get(stage.annotation());
        if (stage != Stage.ADVICE && about != null && !about.matches(ID)) {
            faults.add(
                    file,
                    rule.getLine(),
                    "'" + about + "' should be small letters, digits and hyphens, such as some-finding");
        }
        oneOf(file, rule, values, "evidence", Catalogue.EVIDENCE);
        oneOf(file, rule, values, "status", List.of("draft"));
        try {
            LocalDate.parse(values.getOrDefault("reviewed", "2000-01-01"));
        } catch (DateTimeParseException e) {
            faults.add(
                    file,
                    rule.getLine(),
                    "'@reviewed' should be a date such as 2026-11-21, but is '" + values.get("reviewed") + "'");
        }
        return values;
    }

    private void oneOf(String file, RuleDescr rule, Map<String, String> values, String key, List<String> words) {
        String value = values.get(key);
        if (value != null && !words.contains(value)) {
            faults.add(
                    file,
                    rule.getLine(),
                    "'@" + key + "' is '" + value + "' but should be one of " + words + DidYouMean.hint(value, words));
        }
    }

    private List<String> constraints(Stage stage, String file, RuleDescr rule) {
        List<String> constraints = new ArrayList<>();
        List<BaseDescr> elements =
                rule.getLhs() == null ? List.of() : rule.getLhs().getDescrs();
        if (elements.size() != 1) {
            faults.add(
                    file,
                    rule.getLine(),
                    "'when' contains one pattern, " + stage.factName() + "( ... ), but has " + elements.size());
        }
        for (BaseDescr element : elements) {
            int line = element.getLine() > 0 ? element.getLine() : rule.getLine();
            if (!(element instanceof PatternDescr pattern)) {
                String what =
                        element.getClass().getSimpleName().replace("Descr", "").toLowerCase(java.util.Locale.ROOT);
                faults.add(
                        file,
                        line,
                        "'" + what
                                + "' is not part of the rule language; write 'or' as two rules and 'not' as ruledOut( ... )");
                continue;
            }
            if (!stage.factName().equals(pattern.getObjectType())) {
                faults.add(
                        file,
                        line,
                        "the pattern should be " + stage.factName() + "( ... ), but is " + pattern.getObjectType());
            }
            if (pattern.getIdentifier() != null
                    || pattern.getSource() != null
                    || !pattern.getBehaviors().isEmpty()
                    || pattern.isQuery()
                    || !pattern.getAnnotations().isEmpty()) {
                faults.add(
                        file,
                        line,
                        "bindings, 'from', 'over' and annotations on a pattern are not part of the rule language");
            }
            if (!(pattern.getConstraint() instanceof AndDescr)
                    || pattern.getDescrs().isEmpty()) {
                faults.add(file, line, "a rule needs at least one constraint");
            }
            for (BaseDescr constraint : pattern.getDescrs()) {
                if (constraint instanceof ExprConstraintDescr expression
                        && expression.getType() == ExprConstraintDescr.Type.NAMED) {
                    String text = flat(expression.getExpression());
                    if (wellFormed(stage, text)) {
                        constraints.add(text);
                    } else {
                        faults.add(
                                file,
                                constraint.getLine() > 0 ? constraint.getLine() : line,
                                "'" + text + "' is not part of the rule language; "
                                        + (stage == Stage.CRITERIA
                                                ? "a test is number, choice, choices or count of one question"
                                                : "a line is met( \"...\" ) or ruledOut( \"...\" )"));
                    }
                } else {
                    faults.add(file, line, "'" + constraint + "' is not part of the rule language");
                }
            }
        }
        return constraints;
    }

    private static boolean wellFormed(Stage stage, String text) {
        if (stage != Stage.CRITERIA) {
            return FINDING.matcher(text).matches();
        }
        Matcher test = TEST.matcher(text);
        if (!test.matches()) {
            return false;
        }
        String rest = test.group(3);
        return switch (test.group(1)) {
            case "number" -> COMPARISON.matcher(rest).matches();
            case "count" -> COUNT.matcher(rest).matches();
            case "choice" -> EQUALS.matcher(rest).matches() || IN.matcher(rest).matches();
            default -> CONTAINS.matcher(rest).matches();
        };
    }

    /** The quoted words of a text, in their order. */
    static List<String> quoted(String text) {
        Matcher matcher = QUOTED.matcher(text);
        List<String> words = new ArrayList<>();
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }

    private static String flat(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
