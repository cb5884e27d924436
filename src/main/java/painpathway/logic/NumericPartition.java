package painpathway.logic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import painpathway.questionnaire.Derivation;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal.Compare;
import painpathway.rules.Literal.Operator;
import painpathway.rules.RuleBook;

/**
 * Where the numbers of a questionnaire are cut: at every constant that a rule or a branching condition compares them with. Two answers
 * between the same two cuts are the same to every rule, so the space of answers is finite and nothing is lost.
 */
public final class NumericPartition {

    private static final int PARTS = 4;

    private final Map<String, TreeSet<Cut>> cuts = new LinkedHashMap<>();
    /** The same as lists, which are asked for thousands of times. */
    private final Map<String, List<Cut>> lists = new ConcurrentHashMap<>();

    private final boolean exact;

    /** The cuts that several rule books need together, so that their answers can be compared. */
    public NumericPartition(RuleBook... books) {
        this(true, books);
    }

    /** Cuts to draw patients by, for any book. The inputs of a sum with {@link NotEncodable too many combinations} are cut into equal parts. */
    public static NumericPartition toDrawBy(RuleBook book) {
        return new NumericPartition(false, book);
    }

    private NumericPartition(boolean exact, RuleBook... books) {
        this.exact = exact;
        for (RuleBook book : books) {
            book.questionnaire().asked().forEach(q -> addBranching(book, q));
            for (ClinicalRule rule : book.rules()) {
                rule.literals().stream()
                        .filter(Compare.class::isInstance)
                        .forEach(literal -> add(book, (Compare) literal));
            }
        }
    }

    private void addBranching(RuleBook book, Question question) {
        question.askedWhen().forEach(condition -> {
            Question parent = book.questionnaire().known(condition.question());
            if (condition.atLeast() != null) {
                add(parent, Cut.of(parent, Operator.AT_LEAST, condition.atLeast()));
            }
            if (condition.atMost() != null) {
                add(parent, Cut.of(parent, Operator.AT_MOST, condition.atMost()));
            }
        });
    }

    /** Adds the cuts of a comparison that no rule makes but a proof needs. Call it before any encoding is built. */
    public void add(RuleBook book, Compare compare) {
        Question question = book.questionnaire().original(compare.question());
        if (!question.derived()) {
            add(question, Cut.of(question, compare.operator(), compare.value()));
        } else if (!exact && !SumTable.fits(book, question)) {
            question.inputs().forEach(id -> addEqualParts(book.questionnaire().known(id)));
        } else if (!(question.derivation() instanceof Derivation.CountOf)) {
            SumTable.of(book, compare).forEach(this::add);
        }
    }

    private void addEqualParts(Question input) {
        for (int part = 1; part <= PARTS; part++) {
            double at = input.lowest() + part * (input.highest() - input.lowest()) / PARTS;
            add(input, Cut.of(input, Operator.AT_LEAST, at));
        }
    }

    private void add(SumTable.Row row) {
        for (int i = 0; i < row.inputs().size(); i++) {
            double value = row.values()[i];
            add(row.inputs().get(i), new Cut(value, false));
            add(row.inputs().get(i), new Cut(value + 1, false));
        }
        add(row.lastQuestion(), row.last());
    }

    private void add(Question question, Cut cut) {
        if (cut.below(question.highest()) && !cut.below(question.lowest())) {
            cuts.computeIfAbsent(question.id(), q -> new TreeSet<>()).add(cut);
            lists.remove(question.id());
        }
    }

    /** The cuts of a number, ascending, strictly inside its range. */
    public List<Cut> of(Question question) {
        return lists.computeIfAbsent(question.id(), id -> List.copyOf(cuts.getOrDefault(id, new TreeSet<>())));
    }

    /** A number that stands for the cell above the cut with this index (-1: from the least number). */
    public double representative(Question question, int cut) {
        List<Cut> all = of(question);
        if (cut < 0) {
            return question.lowest();
        }
        Cut low = all.get(cut);
        if (!low.open()) {
            return low.at();
        }
        double next = cut + 1 < all.size() ? all.get(cut + 1).at() : question.max();
        return (low.at() + next) / 2;
    }
}
