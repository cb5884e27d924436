package painpathway.logic;

import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.questionnaire.Derivation.CountOf;
import painpathway.questionnaire.Question;
import painpathway.rules.Literal.Compare;
import painpathway.rules.Literal.Contains;
import painpathway.rules.Literal.OneOf;
import painpathway.rules.Literal.Operator;
import painpathway.rules.Literal.Test;
import painpathway.rules.Literal.Ticked;
import painpathway.rules.RuleBook;

/** The tests that rules make of single answers at the place in focus. */
public final class TestFormulas {

    private final FormulaFactory f;
    private final RuleBook book;
    private final AnswerVariables answers;
    private final Branching branching;
    private final ValuesInUse values;

    TestFormulas(FormulaFactory f, RuleBook book, AnswerVariables answers, Branching branching) {
        this.f = f;
        this.book = book;
        this.answers = answers;
        this.branching = branching;
        this.values = new ValuesInUse(f, book.questionnaire(), answers);
    }

    /** Whether the question is certainly due and has a real answer (not one that a blank counts as) that passes. */
    public Formula given(Test test) {
        return f.and(branching.due(test.question()), answered(test.question()), passes(test));
    }

    /** Whether the question, or every input of a derived number, has an answer. */
    public Formula answered(Question question) {
        return f.and(book.questionnaire().asksFor(question).stream()
                .map(q -> answers.answered(q, 0))
                .toList());
    }

    /** Whether the test is certainly met, perhaps by what a blank counts as. */
    Formula met(Test test) {
        return f.and(counts(test), passes(test));
    }

    /** Whether the test is certainly not met. */
    Formula notMet(Test test) {
        return f.or(branching.notDue(test.question()), f.and(counts(test), f.not(passes(test))));
    }

    private Formula counts(Test test) {
        return f.and(branching.due(test.question()), values.known(test.question()));
    }

    private Formula passes(Test test) {
        Question question = test.question();
        if (test instanceof Compare compare) {
            return compare(compare);
        }
        if (test instanceof OneOf oneOf) {
            return f.or(oneOf.options().stream()
                    .map(o -> values.option(question, o))
                    .toList());
        }
        if (test instanceof Contains contains) {
            return values.option(question, contains.option());
        }
        Ticked ticked = (Ticked) test;
        return atLeast(
                question.optionIds().stream()
                        .filter(o -> !o.equals(Question.NONE))
                        .map(o -> values.option(question, o))
                        .toList(),
                ticked.value());
    }

    private Formula compare(Compare compare) {
        Question question = compare.question();
        boolean upwards = compare.operator() == Operator.AT_LEAST || compare.operator() == Operator.MORE;
        if (!question.derived() || question.copy()) {
            Formula above = values.above(question, Cut.of(question, compare.operator(), compare.value()));
            return upwards ? above : f.not(above);
        }
        if (question.derivation() instanceof CountOf count) {
            Formula enough = atLeast(counted(count), least(compare));
            return upwards ? enough : f.not(enough);
        }
        return f.or(SumTable.of(book, compare).stream().map(this::row).toList());
    }

    /** What a count counts: each option of a list, and a choice once. */
    private List<Formula> counted(CountOf count) {
        List<Formula> counted = new ArrayList<>();
        count.options().forEach((id, options) -> {
            Question input = book.questionnaire().known(id);
            List<Formula> each =
                    options.stream().map(o -> values.option(input, o)).toList();
            counted.addAll(input.type() == Question.Type.CHOICE ? List.of(f.or(each)) : each);
        });
        return counted;
    }

    /** The least count above the cut that a comparison makes. */
    private static int least(Compare compare) {
        boolean touches = compare.operator() == Operator.AT_LEAST || compare.operator() == Operator.LESS;
        return (int) (touches ? Math.ceil(compare.value()) : Math.floor(compare.value()) + 1);
    }

    private Formula row(SumTable.Row row) {
        List<Formula> parts = new ArrayList<>();
        for (int i = 0; i < row.inputs().size(); i++) {
            Question input = row.inputs().get(i);
            parts.add(values.above(input, new Cut(row.values()[i], false)));
            parts.add(f.not(values.above(input, new Cut(row.values()[i] + 1, false))));
        }
        Formula last = values.above(row.lastQuestion(), row.last());
        parts.add(row.above() ? last : f.not(last));
        return f.and(parts);
    }

    private Formula atLeast(List<Formula> of, int least) {
        // Shannon's expansion; the factory shares equal parts, so this stays small.
        if (least <= 0) {
            return f.verum();
        }
        if (least > of.size()) {
            return f.falsum();
        }
        List<Formula> rest = of.subList(1, of.size());
        return f.or(f.and(of.get(0), atLeast(rest, least - 1)), atLeast(rest, least));
    }
}
