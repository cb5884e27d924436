package painpathway.logic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import painpathway.questionnaire.Derivation;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;

/**
 * Where the numbers of a questionnaire are cut: at every constant that a rule or a branching condition compares them with. Two answers
 * between the same two cuts are the same to every rule, so the space of answers is finite and nothing is lost.
 */
public final class NumericPartition {

    /** Numbers from here up: from {@code at} itself, or only above it where {@code open}. */
    public record Cut(double at, boolean open) implements Comparable<Cut> {

        /** Whether a number is above this cut. */
        public boolean below(double number) {
            return number > at || number == at && !open;
        }

        @Override
        public int compareTo(Cut other) {
            int byPlace = Double.compare(at, other.at);
            return byPlace != 0 ? byPlace : Boolean.compare(open, other.open);
        }
    }

    private static final int LARGEST_TABLE = 50_000;
    private static final int PARTS = 4;

    private final Map<String, TreeSet<Cut>> cuts = new LinkedHashMap<>();
    private final boolean exact;

    /** The cuts that several rule books need together, to make their answers comparable. */
    public NumericPartition(RuleBook... books) {
        this(true, books);
    }

    /** NumericPartition to draw patients by, of any book: the inputs of a sum with {@link NotEncodable too many combinations} are cut into equal parts. */
    public static NumericPartition toDrawBy(RuleBook book) {
        return new NumericPartition(false, book);
    }

    private NumericPartition(boolean exact, RuleBook... books) {
        this.exact = exact;
        for (RuleBook book : books) {
            for (Question question : book.questionnaire().asked()) {
                question.askedWhen().forEach(c -> {
                    Question parent = book.questionnaire().question(c.question());
                    if (c.atLeast() != null) {
                        add(parent, cut(parent, Literal.Operator.AT_LEAST, c.atLeast()));
                    }
                    if (c.atMost() != null) {
                        add(parent, cut(parent, Literal.Operator.AT_MOST, c.atMost()));
                    }
                });
            }
            for (ClinicalRule rule : book.rules()) {
                for (Literal literal : rule.literals()) {
                    if (literal instanceof Literal.Compare compare) {
                        add(book, compare);
                    }
                }
            }
        }
    }

    /** The cuts of a number, ascending, strictly inside its range. */
    public List<Cut> of(Question question) {
        return List.copyOf(cuts.getOrDefault(question.id(), new TreeSet<>()));
    }

    /** A number that stands for the cell above the cut with this index (-1: from the least number). */
    public double representative(Question question, int cut) {
        List<Cut> all = of(question);
        if (cut < 0) {
            return question.min();
        }
        Cut low = all.get(cut);
        if (!low.open()) {
            return low.at();
        }
        double next = cut + 1 < all.size() ? all.get(cut + 1).at() : question.max();
        return (low.at() + next) / 2;
    }

    /** The cut that a comparison makes: AT_LEAST and MORE are true above it, LESS and AT_MOST below it. */
    public static Cut cut(Question question, Literal.Operator operator, double value) {
        boolean whole = question.type() == Question.Type.INTEGER;
        return switch (operator) {
            case AT_LEAST, LESS -> new Cut(whole ? Math.ceil(value) : value, false);
            case MORE, AT_MOST -> whole ? new Cut(Math.floor(value) + 1, false) : new Cut(value, true);
        };
    }

    /** Adds the cuts of a comparison that no rule makes but a proof needs. Call it before any encoding is built. */
    public void add(RuleBook book, Literal.Compare compare) {
        Question question = book.questionnaire().original(compare.question());
        if (!question.derived()) {
            add(question, cut(question, compare.operator(), compare.value()));
        } else if (!exact && !encodable(book, question)) {
            for (String id : question.derivation().inputs()) {
                Question input = book.questionnaire().question(id);
                for (int part = 1; part <= PARTS; part++) {
                    add(
                            input,
                            cut(
                                    input,
                                    Literal.Operator.AT_LEAST,
                                    input.min() + part * (input.max() - input.min()) / PARTS));
                }
            }
        } else if (!(question.derivation() instanceof Derivation.CountOf)) {
            for (Row row : table(book, compare)) {
                for (int i = 0; i < row.inputs().size(); i++) {
                    double value = row.values()[i];
                    add(row.inputs().get(i), new Cut(value, false));
                    add(row.inputs().get(i), new Cut(value + 1, false));
                }
                if (row.last() != null) {
                    add(row.lastQuestion(), row.last());
                }
            }
        }
    }

    private void add(Question question, Cut cut) {
        if (cut.below(question.max()) && !cut.below(question.min())) {
            cuts.computeIfAbsent(question.id(), q -> new TreeSet<>()).add(cut);
        }
    }

    /**
     * One line of a comparison over a sum: if all inputs but the last have these values, the comparison is true above
     * (or, with {@code above} false, below) the cut of the last. The cut can be outside the range of the last input.
     */
    record Row(List<Question> inputs, double[] values, Question lastQuestion, Cut last, boolean above) {}

    /** A comparison over a sum or mean as lines: every combination of whole numbers of all inputs but the finest. */
    static List<Row> table(RuleBook book, Literal.Compare compare) {
        if (!encodable(book, compare.question())) {
            throw new NotEncodable("'" + compare.question().id() + "' has too many combinations for a proof");
        }
        List<Question> inputs = new ArrayList<>(inputs(book, compare.question()));
        Question last = inputs.remove(inputs.size() - 1);
        List<Row> rows = new ArrayList<>();
        rows(compare, inputs, last, new HashMap<>(), rows);
        return rows;
    }

    /** Whether every combination of the inputs but the finest can be looked at. */
    private static boolean encodable(RuleBook book, Question derived) {
        if (derived.derivation() instanceof Derivation.CountOf) {
            return true;
        }
        List<Question> inputs = inputs(book, derived);
        List<Question> others = inputs.subList(0, inputs.size() - 1);
        double combinations =
                others.stream().mapToDouble(q -> q.max() - q.min() + 1).reduce(1, (a, b) -> a * b);
        return combinations <= LARGEST_TABLE && others.stream().allMatch(q -> q.type() == Question.Type.INTEGER);
    }

    /** The inputs of a sum or mean, the finest last. */
    private static List<Question> inputs(RuleBook book, Question derived) {
        return derived.derivation().inputs().stream()
                .map(book.questionnaire()::question)
                .sorted(Comparator.comparingDouble(
                        (Question q) -> -Math.abs(derived.derivation().factor(q.id()))))
                .toList();
    }

    private static void rows(
            Literal.Compare compare, List<Question> inputs, Question last, Map<String, Double> values, List<Row> rows) {
        if (values.size() < inputs.size()) {
            Question input = inputs.get(values.size());
            for (double value = input.min(); value <= input.max(); value++) {
                values.put(input.id(), value);
                rows(compare, inputs, last, values, rows);
            }
            values.remove(input.id());
            return;
        }
        Derivation derivation = compare.question().derivation();
        double factor = derivation.factor(last.id());
        Literal.Operator operator = factor > 0
                ? compare.operator()
                : switch (compare.operator()) {
                    case AT_LEAST -> Literal.Operator.AT_MOST;
                    case MORE -> Literal.Operator.LESS;
                    case AT_MOST -> Literal.Operator.AT_LEAST;
                    case LESS -> Literal.Operator.MORE;
                };
        boolean above = operator == Literal.Operator.AT_LEAST || operator == Literal.Operator.MORE;
        // A mean is divided by the number of inputs, so its bound is multiplied; the sum itself corrects any rounding.
        double size =
                derivation instanceof Derivation.MeanOf ? derivation.inputs().size() : 1;
        double others = size * derivation.of(id -> values.getOrDefault(id, 0.0));
        Cut cut = cut(last, operator, (size * compare.value() - others) / factor);
        if (last.type() == Question.Type.INTEGER) {
            DoublePredicate beyond = number -> compare.operator()
                            .holds(derivation.of(id -> id.equals(last.id()) ? number : values.get(id)), compare.value())
                    == above;
            while (beyond.test(cut.at() - 1)) {
                cut = new Cut(cut.at() - 1, false);
            }
            while (!beyond.test(cut.at())) {
                cut = new Cut(cut.at() + 1, false);
            }
        }
        rows.add(new Row(
                inputs, inputs.stream().mapToDouble(q -> values.get(q.id())).toArray(), last, cut, above));
    }
}
