package painpathway.audit;

import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import painpathway.logic.RuleBookEncoding;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;

/** Proves that every option and every threshold can change the advice. Whatever is marked record-only is left out. */
final class OptionProofs {

    private final Proofs proofs;
    private final Prover prover;
    private final FormulaFactory f;
    private final List<Assessment> patients;
    private final AnswerPerturbations perturbations;

    /** @param patients for whom rules fired, on whom each option and threshold is tried first */
    OptionProofs(Proofs proofs, List<Assessment> patients) {
        this.proofs = proofs;
        this.prover = proofs.prover();
        this.f = prover.f;
        this.patients = patients;
        this.perturbations =
                new AnswerPerturbations(proofs.book(), proofs.patient().partition());
    }

    /** Tries each on those patients. Only if none of them shows that it matters, the solver looks for two patients who do. */
    void optionsMatter() {
        AdviceSensitivity tried =
                new AdviceSensitivity(proofs.book(), proofs.patient().partition());
        for (Perturbation perturbation : proofs.inTurn(perturbations.all())) {
            String claim = "matters " + perturbation;
            if (proofs.shared().isShown(claim)) {
                continue;
            }
            if (patients.stream().anyMatch(p -> tried.changesAdvice(perturbation, p)) || canMatter(perturbation)) {
                proofs.shared().show(claim);
            } else {
                String problem = perturbation + " never changes the advice; correct the rules or mark it record-only";
                proofs.shared().suspect(claim, Defect.of(Guarantee.OPTIONS_MATTER, perturbation.question(), problem));
            }
        }
        marksAreRight();
    }

    /** A question is marked record-only if and only if nothing reads it. */
    private void marksAreRight() {
        for (Question question : proofs.book().questionnaire().asked()) {
            boolean read = perturbations.read().contains(question);
            if (read == question.recordOnly()) {
                String problem = "'" + question.id()
                        + (read
                                ? "' is marked record-only, but something reads it"
                                : "' is not read by anything; mark it record-only");
                proofs.shared()
                        .suspect("read " + question.id(), Defect.of(Guarantee.OPTIONS_MATTER, question, problem));
            }
        }
    }

    private boolean canMatter(Perturbation perturbation) {
        return prover.twoPatients(perturbation.question(), other -> prover.possible(differ(perturbation, other)));
    }

    /** Both patients answered the question, the first with the option or above the threshold, the second not; nothing else differs. */
    private Formula[] differ(Perturbation perturbation, RuleBookEncoding other) {
        Question question = perturbation.question();
        List<Variable> mine = proofs.patient().answers().variables(question, 0);
        List<Variable> theirs = other.answers().variables(question, 0);
        int at = perturbation.index() + 1;
        List<Formula> all = new ArrayList<>(
                List.of(mine.get(at), theirs.get(at).negate(), theirs.get(0), prover.differentAdvice(other)));
        boolean free = question.type() == Question.Type.CHOICE || perturbation.none();
        for (int k = 1; k < mine.size() && !free; k++) {
            // A list without the option may have to become "none".
            boolean none = !question.options().isEmpty()
                    && question.optionIds().get(k - 1).equals(Question.NONE);
            if (k != at && !none) {
                all.add(f.equivalence(mine.get(k), theirs.get(k)));
            }
        }
        return all.toArray(Formula[]::new);
    }
}
