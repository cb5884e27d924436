package painpathway.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import painpathway.folder.DidYouMean;
import painpathway.folder.Faults;
import painpathway.folder.Location;
import painpathway.folder.RulesFolder;
import painpathway.rules.WrittenRule.Constraint;

/**
 * Reads DRL text into rules and refuses everything outside the rule language before anything is compiled, so that a rules folder
 * cannot run code of its own. Only this class and {@link DrlFile} touch the DRL parser, which is internal API of Drools.
 */
final class RuleReader {

    private static final int LONGEST_NAME = 100;

    private final Stage stage;
    private final DrlFile file;
    private final Faults faults;

    private RuleReader(Stage stage, DrlFile file, Faults faults) {
        this.stage = stage;
        this.file = file;
        this.faults = faults;
    }

    /** All rules of a folder, in the order of stages, files and lines. */
    static List<WrittenRule> read(RulesFolder folder, Faults faults) {
        List<WrittenRule> rules = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            folder.below(stage.folder()).forEach((path, text) -> {
                if (path.endsWith(".drl")) {
                    DrlFile file = DrlFile.read(stage, path, text, faults);
                    RuleReader reader = new RuleReader(stage, file, faults);
                    file.rules().forEach(rule -> reader.read(rule, rules));
                }
            });
        }
        return rules;
    }

    private void read(RuleDescr rule, List<WrittenRule> rules) {
        Location at = new Location(file.path(), rule.getLine());
        if (rule.isQuery()) {
            faults.add(at, "'query' is not part of the rule language");
            return;
        }
        rule.getAttributes()
                .values()
                .forEach(a -> faults.add(line(a, at), "'" + a.getName() + "' is not part of the rule language"));
        if (rule.hasParent()) {
            faults.add(at, "'extends' is not part of the rule language");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            faults.add(at, "a second 'then' is not part of the rule language");
        }
        checkName(rule.getName(), at);
        Map<String, String> annotations = annotations(rule, at);
        List<Constraint> constraints = constraints(rule, at);
        String consequence = String.valueOf(rule.getConsequence());
        Location calledAt = rule.getConsequenceLine() > 0 ? file.called(rule.getConsequenceLine(), consequence) : at;
        VerbCall call = VerbCall.read(consequence, stage, file.imported(), calledAt, faults);
        if (call == null) {
            // What a refused rule would have defined or raised is missing elsewhere: that is no fault of its own.
            faults.lost(annotations.getOrDefault(stage.annotation(), ""));
            RuleSyntax.quoted(consequence).forEach(faults::lost);
            return;
        }
        rules.add(new WrittenRule(stage, rule.getName(), annotations, constraints, call, calledAt, at));
    }

    private void checkName(@Nullable String name, Location at) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME || !name.equals(name.strip())) {
            faults.add(
                    at,
                    "a rule's name is a sentence of 1 to " + LONGEST_NAME + " characters; this one has "
                            + (name == null ? 0 : name.length()));
        } else if (!name.matches("[^\"\\\\\\p{Cntrl}]*")) {
            faults.add(at, "a rule's name is plain text on one line, without quotation marks or backslashes");
        }
    }

    private Map<String, String> annotations(RuleDescr rule, Location at) {
        Map<String, String> values = new LinkedHashMap<>();
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            String name = annotation.getName();
            if (!RuleAnnotations.NAMES.contains(name)) {
                faults.add(
                        line(annotation, at),
                        "annotation '@" + name + "' is not known" + DidYouMean.hint(name, RuleAnnotations.NAMES));
                RuleSyntax.quoted(String.valueOf(annotation.getValueMap())).forEach(faults::lost);
                continue;
            }
            // Trap: a list such as @source({"a","b"}) crashes the executable-model compiler; one string each.
            @Nullable Object value = annotation.getValueMap().size() == 1 ? annotation.getSingleValue() : null;
            String text = value == null ? "" : String.valueOf(value).strip();
            if (annotation.isDuplicated() || !text.matches("\"[^\"\\\\]*\"") || text.length() < 3) {
                faults.add(line(annotation, at), "'@" + name + "' takes one string, once: @" + name + "(\"...\")");
                continue;
            }
            values.put(name, text.substring(1, text.length() - 1));
        }
        RuleAnnotations.check(stage, rule.getName(), values, rule.getAnnotationNames(), at, faults);
        return values;
    }

    private List<Constraint> constraints(RuleDescr rule, Location at) {
        List<BaseDescr> elements =
                rule.getLhs() == null ? List.of() : rule.getLhs().getDescrs();
        if (elements.size() != 1) {
            faults.add(at, "'when' contains one pattern, " + stage.factName() + "( ... ), but has " + elements.size());
        }
        List<Constraint> constraints = new ArrayList<>();
        for (BaseDescr element : elements) {
            if (element instanceof PatternDescr pattern) {
                checkPattern(pattern, line(pattern, at));
                for (BaseDescr constraint : pattern.getDescrs()) {
                    constraint(constraint, line(constraint, line(pattern, at)), constraints);
                }
            } else {
                String what =
                        element.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT);
                faults.add(
                        line(element, at),
                        "'" + what
                                + "' is not part of the rule language; write 'or' as two rules and 'not' as ruledOut( ... )");
            }
        }
        return constraints;
    }

    private void checkPattern(PatternDescr pattern, Location at) {
        if (!stage.factName().equals(pattern.getObjectType())) {
            faults.add(at, "the pattern should be " + stage.factName() + "( ... ), but is " + pattern.getObjectType());
        }
        if (pattern.getIdentifier() != null
                || pattern.getSource() != null
                || !pattern.getBehaviors().isEmpty()
                || pattern.isQuery()
                || !pattern.getAnnotations().isEmpty()) {
            faults.add(at, "bindings, 'from', 'over' and annotations on a pattern are not part of the rule language");
        }
        if (!(pattern.getConstraint() instanceof AndDescr)
                || pattern.getDescrs().isEmpty()) {
            faults.add(at, "a rule needs at least one constraint");
        }
    }

    private void constraint(BaseDescr constraint, Location at, List<Constraint> constraints) {
        if (!(constraint instanceof ExprConstraintDescr expression)
                || expression.getType() != ExprConstraintDescr.Type.NAMED) {
            faults.add(at, "'" + constraint + "' is not part of the rule language");
            return;
        }
        String text = RuleSyntax.flat(expression.getExpression());
        if (RuleSyntax.allows(stage, text)) {
            constraints.add(new Constraint(text, at));
        } else {
            faults.add(
                    at,
                    "'" + text + "' is not part of the rule language; "
                            + (stage == Stage.CRITERIA
                                    ? "a test is number, choice, choices or count of one question"
                                    : "a line is met( \"...\" ) or ruledOut( \"...\" )"));
        }
    }

    /** Where a part of a rule is; the parser does not know it of all of them. */
    private static Location line(BaseDescr part, Location whole) {
        return part.getLine() > 0 ? new Location(whole.file(), part.getLine()) : whole;
    }
}
