package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.logicng.datastructures.Assignment;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.logic.NumericPartition;
import painpathway.logic.RuleBookEncoding;
import painpathway.logic.Solver;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.rules.Verb;

/**
 * The same answers read by two rule books, or by one under two policies, in one solver. A book leaves out
 * answers that it does not know (a question or option that only the other book has). Not thread-safe.
 */
final class DifferentialProver {

    private static final List<Verdict> FINAL =
            List.of(Verdict.CANDIDATE, Verdict.CONDITIONAL, Verdict.NOT_INDICATED, Verdict.CONTRAINDICATED);

    private final FormulaFactory f = new FormulaFactory();
    private final Solver solver = new Solver(f);
    private final RuleBookEncoding first;
    private final RuleBookEncoding second;
    private final List<Variable> size;

    DifferentialProver(Reading first, Reading second, NumericPartition partition) {
        this.first = RuleBookEncoding.of(f, first.book(), first.policy(), partition);
        this.second = this.first.readBy(second.book(), second.policy());
        this.size = PatientModels.size(this.first, this.second);
        solver.add(this.first.clauses());
        solver.add(this.second.clauses());
    }

    boolean possible(Formula... all) {
        return solver.possible(all);
    }

    int queries() {
        return solver.queries();
    }

    /** The patient with the fewest answers for whom all of these are true, with the policy of the first reading; null if there is none. */
    @Nullable
    Counterexample smallest(Formula... all) {
        Assignment model = solver.possible(all) ? solver.fewest(List.of(all), size) : null;
        if (model == null) {
            return null;
        }
        Assessment one = PatientModels.patient(first, model);
        Assessment other = PatientModels.patient(second, model);
        List<Map<String, Answer>> pains = new ArrayList<>();
        for (int place = 0; place < one.pains().size(); place++) {
            pains.add(KnownAnswers.both(one.pains().get(place), other.pains().get(place)));
        }
        return new Counterexample(
                List.of(first.book().questionnaire(), second.book().questionnaire()),
                new Assessment(one.policy(), KnownAnswers.both(one.patient(), other.patient()), pains));
    }

    /** Whether the first reading shows a verdict that the second does not show. */
    Formula loses(Intervention ofFirst, Intervention ofSecond, Verdict verdict) {
        return f.and(
                first.verdicts().shown(ofFirst, verdict),
                f.not(second.verdicts().shown(ofSecond, verdict)));
    }

    /** Whether the first reading shows one verdict and the second the other. */
    Formula verdicts(Intervention ofFirst, Verdict from, Intervention ofSecond, Verdict to) {
        return f.and(first.verdicts().shown(ofFirst, from), second.verdicts().shown(ofSecond, to));
    }

    /** Whether the first reading gives one urgency and the second the other. */
    Formula urgencies(Urgency from, Urgency to) {
        return f.and(first.urgency(from), second.urgency(to));
    }

    /** Whether both underlying verdicts of one intervention are final and differ, and neither reading shows any stance on it. */
    Formula differWithoutStance(Intervention intervention) {
        List<Formula> differ = new ArrayList<>();
        for (Verdict one : FINAL) {
            for (Verdict other : FINAL) {
                if (one != other) {
                    differ.add(f.and(
                            first.verdicts().underlying(intervention, one),
                            second.verdicts().underlying(intervention, other)));
                }
            }
        }
        return f.and(
                f.or(differ),
                f.not(first.verdicts().any(intervention, Verb.STANCE)),
                f.not(second.verdicts().any(intervention, Verb.STANCE)));
    }
}
