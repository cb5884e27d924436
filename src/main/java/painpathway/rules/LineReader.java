package painpathway.rules;

import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Faults;
import painpathway.folder.Location;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.Literal.Operator;

/** Turns one line of a rule into logic, and reports a name that does not exist or a test that is always or never met. */
final class LineReader {

    private final Questionnaire questionnaire;
    private final FindingNames names;
    private final NamesRead read;
    private final Faults faults;

    LineReader(Questionnaire questionnaire, FindingNames names, NamesRead read, Faults faults) {
        this.questionnaire = questionnaire;
        this.names = names;
        this.read = read;
        this.faults = faults;
    }

    /** The line as logic; null if it is refused. */
    @Nullable
    Literal read(Stage stage, String line, Location at) {
        return stage == Stage.CRITERIA ? test(line, at) : ofFinding(stage, line, at);
    }

    private @Nullable Literal test(String line, Location at) {
        Matcher matcher = RuleSyntax.matched(RuleSyntax.TEST, line);
        String accessor = matcher.group(1);
        String rest = matcher.group(3);
        Question question = questionnaire.question(matcher.group(2));
        if (question == null) {
            faults.unknown(at, "the question", matcher.group(2), questionnaire.ids());
            return null;
        }
        read.question(question);
        String right = switch (question.type()) {
            case INTEGER, DECIMAL -> "number";
            case CHOICE -> "choice";
            case CHOICES -> accessor.equals("count") ? "count" : "choices";
        };
        if (!accessor.equals(right)) {
            faults.add(
                    at,
                    "'" + question.id() + "' is of type " + question.type().word() + ": read it with " + right
                            + "( ... ), not " + accessor + "( ... )");
            return null;
        }
        return switch (accessor) {
            case "number" -> compare(question, rest, at);
            case "count" -> count(question, rest, at);
            case "choice" -> {
                List<String> options = RuleSyntax.quoted(rest);
                options.forEach(o -> option(question, o, at));
                yield new Literal.OneOf(question, options);
            }
            default -> {
                String option = RuleSyntax.quoted(rest).get(0);
                option(question, option, at);
                yield new Literal.Contains(question, option);
            }
        };
    }

    private Literal compare(Question question, String rest, Location at) {
        Matcher matcher = RuleSyntax.matched(RuleSyntax.COMPARISON, rest);
        double value = Double.parseDouble(matcher.group(2));
        Operator operator = Operator.of(matcher.group(1));
        // A derived number has no range of its own.
        if (question.min() != null) {
            checkRange(question, rest, operator, value, at);
        }
        return new Literal.Compare(question, operator, value);
    }

    private void checkRange(Question question, String rest, Operator operator, double value, Location at) {
        boolean least = operator.holds(question.lowest(), value);
        boolean most = operator.holds(question.highest(), value);
        if (value < question.lowest() || value > question.highest()) {
            String threshold = RuleSyntax.matched(RuleSyntax.COMPARISON, rest).group(2);
            faults.add(at, "the threshold " + threshold + " is outside the range of '" + question.id() + "'");
        } else if (least && most) {
            faults.add(at, "'" + question.id() + " " + rest + "' is met by every answer");
        } else if (!least && !most) {
            faults.add(at, "'" + question.id() + " " + rest + "' is met by no answer");
        }
    }

    private Literal count(Question question, String rest, Location at) {
        int least = Integer.parseInt(rest.replaceAll("\\D", ""));
        long most = question.optionIds().stream()
                .filter(o -> !o.equals(Question.NONE))
                .count();
        if (least > most) {
            faults.add(
                    at,
                    "a count of " + least + " can never be reached: '" + question.id() + "' has " + most + " options");
        }
        question.optionIds().forEach(o -> read.option(question, o));
        return new Literal.Ticked(question, least);
    }

    private void option(Question question, String option, Location at) {
        read.option(question, option);
        if (question.option(option) == null) {
            faults.unknown(at, "in '" + question.id() + "' the option", option, question.optionIds());
        }
    }

    private @Nullable Literal ofFinding(Stage stage, String line, Location at) {
        Matcher matcher = RuleSyntax.matched(RuleSyntax.FINDING, line);
        String id = matcher.group(2);
        read.finding(id);
        Integer index = names.indexes().get(id);
        if (index == null) {
            faults.unknown(at, stage == Stage.PATTERNS ? "the criterion" : "the criterion or pattern", id, names.all());
            return null;
        }
        if (stage == Stage.PATTERNS && !names.criteria().contains(id)) {
            faults.add(at, "'" + id + "' is a pattern: patterns read criteria only");
        }
        return new Literal.OfFinding(index, id, matcher.group(1).equals("met"));
    }
}
