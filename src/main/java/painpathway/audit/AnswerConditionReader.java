package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.audit.Law.When;
import painpathway.folder.Faults;
import painpathway.folder.YamlMapping;
import painpathway.questionnaire.Question;
import painpathway.rules.Literal;
import painpathway.rules.Literal.Operator;

/** Reads the conditions of laws that are about an answer. */
final class AnswerConditionReader {

    static final Set<String> KEYS = Set.of("question", "any-of", "none-of", "at-least", "at-most", "blank");

    private final LawNames names;
    private final Faults faults;

    AnswerConditionReader(LawNames names, Faults faults) {
        this.names = names;
        this.faults = faults;
    }

    /** What a condition can ask of an answer, as written. */
    private record Wanted(
            boolean blank,
            List<String> anyOf,
            List<String> noneOf,
            @Nullable Double atLeast,
            @Nullable Double atMost) {

        boolean options() {
            return !anyOf.isEmpty() || !noneOf.isEmpty();
        }

        boolean numbers() {
            return atLeast != null || atMost != null;
        }

        int ways() {
            return (blank ? 1 : 0) + (anyOf.isEmpty() ? 0 : 1) + (noneOf.isEmpty() ? 0 : 1) + (numbers() ? 1 : 0);
        }
    }

    Optional<When> read(YamlMapping entry) {
        Wanted wanted = new Wanted(
                entry.flag("blank"),
                entry.texts("any-of"),
                entry.texts("none-of"),
                entry.number("at-least"),
                entry.number("at-most"));
        return names.question(entry, "question").flatMap(question -> read(entry, question, wanted));
    }

    private Optional<When> read(YamlMapping entry, Question question, Wanted wanted) {
        boolean number = question.type().isNumber();
        if (wanted.ways() != 1 || wanted.options() && number || wanted.numbers() && !number) {
            entry.fault(
                    "question",
                    "'" + question.id() + "' is a " + question.type().word() + " and needs one of "
                            + (number
                                    ? "'at-least' and 'at-most', or 'blank: true'"
                                    : "'any-of', 'none-of' or 'blank: true'"));
            return Optional.empty();
        }
        if (wanted.blank()) {
            if (question.derived()) {
                entry.fault("blank", "'" + question.id() + "' is made from other answers and is never asked");
            }
            return Optional.of(new When.Blank(question));
        }
        return Optional.of(wanted.numbers() ? numbers(entry, question, wanted) : options(entry, question, wanted));
    }

    /** A number inside its bounds passes none of the tests for a number outside them. */
    private static When numbers(YamlMapping entry, Question question, Wanted wanted) {
        List<Literal.Test> outside = new ArrayList<>();
        if (wanted.atLeast() != null) {
            outside.add(bound(entry, "at-least", question, Operator.LESS, wanted.atLeast()));
        }
        if (wanted.atMost() != null) {
            outside.add(bound(entry, "at-most", question, Operator.MORE, wanted.atMost()));
        }
        return new When.Answered(outside, false);
    }

    private static Literal.Test bound(
            YamlMapping entry, String key, Question question, Operator outside, double value) {
        if (!question.derived() && (value < question.lowest() || value > question.highest())) {
            entry.fault(key, "the number is outside the range of '" + question.id() + "'");
        }
        return new Literal.Compare(question, outside, value);
    }

    private When options(YamlMapping entry, Question question, Wanted wanted) {
        boolean any = !wanted.anyOf().isEmpty();
        List<String> options = any ? wanted.anyOf() : wanted.noneOf();
        for (String option : options) {
            if (question.option(option) == null) {
                faults.unknown(
                        entry.file(),
                        entry.line(any ? "any-of" : "none-of"),
                        "in '" + question.id() + "' the option",
                        option,
                        question.optionIds());
            }
        }
        List<Literal.Test> tests = question.type() == Question.Type.CHOICE
                ? List.of(new Literal.OneOf(question, options))
                : options.stream()
                        .<Literal.Test>map(o -> new Literal.Contains(question, o))
                        .toList();
        return new When.Answered(tests, any);
    }
}
