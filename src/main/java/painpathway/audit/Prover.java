package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/** One rule book under one policy in a solver that is loaded once; finds the smallest patients first. Not thread-safe. */
final class Prover {

    /** The verdicts that mean an indication is met and nothing known rules it out. */
    static final List<Verdict> INDICATED = List.of(Verdict.CANDIDATE, Verdict.CONDITIONAL, Verdict.PROVISIONAL);

    final FormulaFactory f = new FormulaFactory();
    final RuleBookEncoding patient;
    final Solver solver = new Solver(f);
    private final List<Variable> size;

    Prover(RuleBook book, String policy, NumericPartition partition) {
        this.patient = RuleBookEncoding.of(f, book, policy, partition);
        this.size = PatientModels.size(patient);
        solver.add(patient.clauses());
    }

    boolean possible(Formula... all) {
        return solver.possible(all);
    }

    /** The patient for whom the last question was answered with yes. */
    Assessment lastPatient() {
        return PatientModels.patient(patient, solver.model());
    }

    /** The patient with the fewest answers for whom all of these are true; null if there is none. */
    @Nullable
    Counterexample smallest(Formula... all) {
        Assignment model = solver.possible(all) ? solver.fewest(List.of(all), size) : null;
        return model == null
                ? null
                : new Counterexample(patient.book().questionnaire(), PatientModels.patient(patient, model));
    }

    /** Asks about this patient and another one who differs only in the answers to one question. */
    <T> T twoPatients(Question question, Function<RuleBookEncoding, T> ask) {
        RuleBookEncoding other = patient.butFor(question);
        return solver.meanwhile(other.clauses(), () -> ask.apply(other));
    }

    /** Whether another patient gets a different advice from the same rules. */
    Formula differentAdvice(RuleBookEncoding other) {
        List<Formula> differences = new ArrayList<>();
        for (ClinicalRule rule : patient.book().rules()) {
            if (rule.stage() == Stage.ADVICE && rule.inForce(patient.policy())) {
                differences.add(differ(patient.rules().met(rule), other.rules().met(rule)));
            }
        }
        for (Intervention intervention : patient.book().catalogue().interventions()) {
            for (Verdict verdict : Verdict.values()) {
                differences.add(differ(
                        patient.verdicts().shown(intervention, verdict),
                        other.verdicts().shown(intervention, verdict)));
                if (verdict != Verdict.WITHHELD) {
                    differences.add(differ(
                            patient.verdicts().underlying(intervention, verdict),
                            other.verdicts().underlying(intervention, verdict)));
                }
            }
        }
        for (Urgency urgency : Urgency.values()) {
            differences.add(differ(patient.urgency(urgency), other.urgency(urgency)));
        }
        return f.or(differences);
    }

    private Formula differ(Formula one, Formula another) {
        return f.not(f.equivalence(one, another));
    }
}
