package painpathway.counterfactual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.logic.Part;
import painpathway.logic.PlacedQuestion;
import painpathway.logic.RuleBookEncoding;
import painpathway.logic.Solver;
import painpathway.questionnaire.Answer;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal.OfFinding;
import painpathway.rules.Verb;

/**
 * A solver for one intervention under one policy. It knows the intervention's part of the formulas, and which questions it depends on. The
 * answers of a patient are told for the time of a piece of work and then forgotten. Not thread-safe.
 */
final class InterventionSolver {

    private final RuleBookEncoding encoding;
    private final Intervention intervention;
    private final FormulaFactory f;
    private final Solver solver;
    private final List<AnswerSlot> slots = new ArrayList<>();
    private final List<Variable> changed;
    private final List<Variable> counter;

    InterventionSolver(RuleBookEncoding encoding, FormulaFactory f, Intervention intervention) {
        this.encoding = encoding;
        this.intervention = intervention;
        this.f = f;
        this.solver = new Solver(f);
        Part part = encoding.part(formulas());
        solver.add(part.clauses());
        for (PlacedQuestion asked : part.asked()) {
            Variable mayDiffer = f.variable(
                    "changed" + asked.place() + " " + asked.question().id());
            NumericCells cells = NumericCells.of(asked, encoding.partition(), part, encoding.answers());
            slots.add(new AnswerSlot(asked, mayDiffer, cells, encoding.answers()));
        }
        this.changed = slots.stream().map(AnswerSlot::changed).toList();
        this.counter = solver.counter(changed);
    }

    private Set<Formula> formulas() {
        Set<Formula> needed = new LinkedHashSet<>();
        needed.add(verdict(Verdict.CANDIDATE));
        needed.add(verdict(Verdict.CONDITIONAL));
        for (Verb verb : List.of(Verb.CONTRAINDICATE, Verb.SUGGEST, Verb.HOLD)) {
            for (ClinicalRule rule : rules(verb)) {
                needed.add(encoding.rules().met(rule));
                needed.add(encoding.rules().notMet(rule));
                rule.literals().forEach(l -> needed.add(encoding.rules().met((OfFinding) l)));
            }
        }
        return needed;
    }

    /** The rules for this intervention that the policy applies. */
    List<ClinicalRule> rules(Verb verb) {
        return encoding.book().forIntervention(intervention.index(), verb).stream()
                .filter(r -> r.inForce(encoding.policy()))
                .toList();
    }

    RuleBookEncoding encoding() {
        return encoding;
    }

    /** Whether this is the underlying verdict. */
    Formula verdict(Verdict verdict) {
        return encoding.verdicts().underlying(intervention, verdict);
    }

    /** The questions that the intervention depends on. */
    List<AnswerSlot> slots() {
        return slots;
    }

    boolean possible(Formula... all) {
        return solver.possible(all);
    }

    boolean possible(Collection<? extends Formula> all) {
        return solver.possible(all);
    }

    /** Does a piece of work about one patient. Only answers that can change are left open, or else all of them. */
    <T> T about(FocusedAssessment view, boolean everythingChanges, Supplier<T> work) {
        return solver.meanwhile(facts(view, everythingChanges), work);
    }

    /** Does a piece of work in which this is true too. */
    <T> T where(Formula fact, Supplier<T> work) {
        return solver.meanwhile(List.of(fact), work);
    }

    /** Does a piece of work in which a fact is true and no other answers than these differ. */
    <T> T withOnly(Collection<AnswerSlot> open, Formula fact, Supplier<T> work) {
        List<Formula> facts = new ArrayList<>(List.of(fact));
        slots.stream()
                .filter(s -> !open.contains(s))
                .forEach(s -> facts.add(s.changed().negate()));
        return solver.meanwhile(facts, work);
    }

    /** From now on, at least one of these answers is as given. */
    void exclude(List<AnswerSlot> set) {
        solver.add(List.of(f.clause(set.stream().map(s -> s.changed().negate()).toList())));
    }

    /** Whether at most so many answers differ. */
    Formula atMost(int size) {
        return size < counter.size() ? counter.get(size).negate() : f.verum();
    }

    /** The answers that differ in the solver's last model. */
    List<AnswerSlot> changedNow() {
        Set<Variable> now = Set.copyOf(solver.model(changed).positiveVariables());
        return slots.stream().filter(s -> now.contains(s.changed())).toList();
    }

    private List<Formula> facts(FocusedAssessment view, boolean everythingChanges) {
        List<Formula> facts = new ArrayList<>();
        for (int place = 1; place <= RuleBookEncoding.OTHER_PLACES; place++) {
            Variable exists = encoding.answers().exists(place);
            facts.add(view.exists(place) ? exists : exists.negate());
        }
        slots.forEach(slot -> facts.addAll(facts(view, slot, everythingChanges)));
        return facts;
    }

    private List<Formula> facts(FocusedAssessment view, AnswerSlot slot, boolean everythingChanges) {
        Answer given = view.given(slot.asked());
        boolean canChange =
                everythingChanges || view.blank(slot.asked()) || slot.question().changeable();
        if (!view.exists(slot.asked().place()) || !canChange) {
            List<Formula> fixed = new ArrayList<>(slot.literals(given));
            fixed.add(slot.changed().negate());
            return fixed;
        }
        List<Formula> open = new ArrayList<>();
        for (Literal literal : slot.literals(given)) {
            open.add(f.or(slot.changed(), literal));
            if (!everythingChanges && slot.question().onlyMore() && literal.phase() && !slot.isNone(literal)) {
                open.add(literal);
            }
        }
        // A change to blank gains nothing: whatever is true with a blank is true with every answer.
        Variable answered =
                encoding.answers().answered(slot.question(), slot.asked().place());
        open.add(f.or(slot.changed().negate(), answered));
        return open;
    }
}
