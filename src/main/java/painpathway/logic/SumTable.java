package painpathway.logic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import painpathway.questionnaire.Derivation;
import painpathway.questionnaire.Question;
import painpathway.rules.Literal.Compare;
import painpathway.rules.Literal.Operator;
import painpathway.rules.RuleBook;

/**
 * A comparison of a sum or mean with a number, as a table. Each row fixes all inputs but one, and says where the range of that last input
 * has to be cut.
 */
final class SumTable {

    private static final int MOST_ROWS = 50_000;

    private final Compare compare;
    private final Derivation derivation;
    private final List<Question> inputs;
    private final Question last;
    private final List<Row> rows = new ArrayList<>();

    /**
     * If all inputs but the last have these values, the comparison is true above (or, with {@code above} false, below) the cut of the last.
     * The cut can be outside the range of the last input.
     */
    record Row(List<Question> inputs, double[] values, Question lastQuestion, Cut last, boolean above) {}

    private SumTable(RuleBook book, Compare compare) {
        this.compare = compare;
        this.derivation = compare.question().made();
        this.inputs = inputs(book, compare.question());
        this.last = inputs.remove(inputs.size() - 1);
        fill(new HashMap<>());
    }

    /** One row for every combination of whole numbers of all inputs but the finest. */
    static List<Row> of(RuleBook book, Compare compare) {
        if (!fits(book, compare.question())) {
            throw new NotEncodable("'" + compare.question().id() + "' has too many combinations for a proof");
        }
        return new SumTable(book, compare).rows;
    }

    /** Whether a derived number has few enough combinations for a table, or needs none because it is a count. */
    static boolean fits(RuleBook book, Question derived) {
        if (derived.derivation() instanceof Derivation.CountOf) {
            return true;
        }
        List<Question> inputs = inputs(book, derived);
        List<Question> others = inputs.subList(0, inputs.size() - 1);
        double combinations =
                others.stream().mapToDouble(q -> q.highest() - q.lowest() + 1).reduce(1, (a, b) -> a * b);
        return combinations <= MOST_ROWS && others.stream().allMatch(q -> q.type() == Question.Type.INTEGER);
    }

    /** The inputs of a sum or mean. The finest, in which one step changes the sum least, comes last. */
    private static List<Question> inputs(RuleBook book, Question derived) {
        List<Question> inputs = new ArrayList<>();
        derived.inputs().forEach(id -> inputs.add(book.questionnaire().known(id)));
        inputs.sort(Comparator.comparingDouble(q -> -Math.abs(derived.made().factor(q.id()))));
        return inputs;
    }

    private void fill(Map<String, Double> values) {
        if (values.size() == inputs.size()) {
            rows.add(row(values));
            return;
        }
        Question input = inputs.get(values.size());
        for (double value = input.lowest(); value <= input.highest(); value++) {
            values.put(input.id(), value);
            fill(values);
        }
        values.remove(input.id());
    }

    private Row row(Map<String, Double> values) {
        double factor = derivation.factor(last.id());
        Operator operator = factor > 0 ? compare.operator() : turned(compare.operator());
        boolean above = operator == Operator.AT_LEAST || operator == Operator.MORE;
        // A mean is divided by the number of inputs, so its bound is multiplied; the sum itself corrects any rounding.
        double size =
                derivation instanceof Derivation.MeanOf ? derivation.inputs().size() : 1;
        double others = size * derivation.of(id -> values.getOrDefault(id, 0.0));
        Cut cut = Cut.of(last, operator, (size * compare.value() - others) / factor);
        if (last.type() == Question.Type.INTEGER) {
            cut = corrected(cut, values, above);
        }
        double[] fixed = inputs.stream().mapToDouble(q -> values.get(q.id())).toArray();
        return new Row(inputs, fixed, last, cut, above);
    }

    /** The cut moved to where the sum itself, with its rounding, passes the bound. */
    private Cut corrected(Cut cut, Map<String, Double> values, boolean above) {
        DoublePredicate beyond = number -> compare.operator()
                        .holds(derivation.of(id -> id.equals(last.id()) ? number : values.get(id)), compare.value())
                == above;
        Cut moved = cut;
        while (beyond.test(moved.at() - 1)) {
            moved = new Cut(moved.at() - 1, false);
        }
        while (!beyond.test(moved.at())) {
            moved = new Cut(moved.at() + 1, false);
        }
        return moved;
    }

    /** The operator after both sides are divided by a negative number. */
    private static Operator turned(Operator operator) {
        return switch (operator) {
            case AT_LEAST -> Operator.AT_MOST;
            case MORE -> Operator.LESS;
            case AT_MOST -> Operator.AT_LEAST;
            case LESS -> Operator.MORE;
        };
    }
}
