package painpathway.counterfactual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.counterfactual.CounterfactualResult.Blocked;
import painpathway.counterfactual.CounterfactualResult.Loss;
import painpathway.counterfactual.CounterfactualSearch.Found;
import painpathway.knowledge.Intervention;
import painpathway.logic.NumericPartition;
import painpathway.logic.RuleBookEncoding;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/**
 * What would change an advice. For each entry it finds the smallest sets of different answers that would make it a candidate, or why there are
 * none. The solver proves that they are smallest, and the rules confirm each of them. Answers that nothing can change stay as they are.
 * Thread-safe: the formulas of a policy are built when first needed and then kept, and each policy works on one patient at a time.
 */
public final class CounterfactualFinder {

    /** The most sets that are reported for one entry. */
    public static final int MOST_SETS = 5;
    /** The most sets that are looked for. */
    public static final int MOST_FOUND = 200;

    private final RuleBook book;
    private final Map<String, Solvers> byPolicy = new HashMap<>();

    /** The solvers of one policy, by intervention. They share their formulas, so the monitor of this list guards them all. */
    private record Solvers(List<InterventionSolver> byIntervention) {}

    /** The formulas are built when they are first needed. That can take a second, so keep the finder. */
    public CounterfactualFinder(RuleBook book) {
        this.book = book;
        book.policies().forEach(p -> byPolicy.put(p, new Solvers(new ArrayList<>())));
    }

    /** What would change each entry of an advice, in its order. The advice must belong to this assessment. */
    public List<CounterfactualResult> of(Assessment assessment, Advice advice) {
        Assessment patient = assessment.pains().isEmpty()
                ? new Assessment(assessment.policy(), assessment.patient(), List.of(Map.of()))
                : assessment;
        Solvers solvers = byPolicy.get(assessment.policy());
        if (solvers == null) {
            throw new IllegalArgumentException("there is no policy '" + assessment.policy() + "'");
        }
        synchronized (solvers) {
            prepare(solvers, assessment.policy());
            List<CounterfactualResult> results = new ArrayList<>();
            Map<Integer, FocusedAssessment> views = new HashMap<>();
            for (InterventionAdvice entry : advice.interventions()) {
                FocusedAssessment view = views.computeIfAbsent(
                        entry.pain(), pain -> new FocusedAssessment(book.questionnaire(), patient, pain));
                InterventionSolver solver =
                        solvers.byIntervention.get(entry.intervention().index());
                results.add(
                        entry.underlying() == Verdict.CANDIDATE
                                ? losses(solver, view, entry)
                                : ways(solver, view, entry));
            }
            return List.copyOf(results);
        }
    }

    private void prepare(Solvers solvers, String policy) {
        if (solvers.byIntervention.isEmpty()) {
            FormulaFactory f = new FormulaFactory();
            RuleBookEncoding encoding = RuleBookEncoding.of(f, book, policy, new NumericPartition(book));
            book.catalogue()
                    .interventions()
                    .forEach(i -> solvers.byIntervention.add(new InterventionSolver(encoding, f, i)));
        }
    }

    /** What would lose a candidate. */
    private CounterfactualResult losses(InterventionSolver solver, FocusedAssessment view, InterventionAdvice entry) {
        List<Loss> losses = new LossFinder(solver)
                .losses(view).stream()
                        .map(c -> new Loss(c, after(view, List.of(c), entry.intervention())))
                        .filter(l -> confirmed(l.becomes() != Verdict.CANDIDATE, view, entry))
                        .toList();
        return CounterfactualResult.ofCandidate(entry, losses);
    }

    /** The ways to a better verdict. */
    private CounterfactualResult ways(InterventionSolver solver, FocusedAssessment view, InterventionAdvice entry) {
        Conclusions run =
                new PlainEvaluator(book).run(view.answers(), view.assessment().policy());
        CounterfactualSearch search = new CounterfactualSearch(solver);
        return solver.about(view, false, () -> {
            Verdict target = target(search, entry.underlying());
            Found found = target == null ? Found.NOTHING : search.smallest(view, target);
            // The solver is a third reading of the rules, and nothing is offered unless the second confirms it.
            List<Counterfactual> sets = found.first().stream()
                    .filter(c -> confirmed(after(view, c.changes(), entry.intervention()) == target, view, entry))
                    .toList();
            List<Blocked> blockedBy = target == Verdict.CANDIDATE ? List.of() : new Blockers(solver).of(run);
            int count = sets.size() == found.first().size() ? found.count() : sets.size();
            return new CounterfactualResult(entry, target, sets, count, blockedBy, List.of());
        });
    }

    private static @Nullable Verdict target(CounterfactualSearch search, Verdict now) {
        if (search.reachable(Verdict.CANDIDATE)) {
            return Verdict.CANDIDATE;
        }
        return now != Verdict.CONDITIONAL && search.reachable(Verdict.CONDITIONAL) ? Verdict.CONDITIONAL : null;
    }

    /**
     * Whether the rule book confirms what the formulas found. They know as many places as are advised on: with more, a blank there can
     * keep a question about the patient from being asked, and what is not confirmed is not offered.
     */
    private static boolean confirmed(boolean confirmed, FocusedAssessment view, InterventionAdvice entry) {
        if (!confirmed && view.assessment().places() <= Assessment.MOST_ADVISED) {
            throw new IllegalStateException("the formulas and the rule book disagree about what changes "
                    + entry.intervention().id());
        }
        return confirmed;
    }

    /** The underlying verdict with these answers changed. */
    private Verdict after(FocusedAssessment view, List<AnswerChange> changes, Intervention intervention) {
        Assessment changed = view.with(changes);
        Conclusions run = new PlainEvaluator(book)
                .run(Answers.of(book.questionnaire(), changed).get(view.pain()), changed.policy());
        return Verdict.of(
                any(run, intervention, Verb.CONTRAINDICATE),
                any(run, intervention, Verb.SUGGEST),
                any(run, intervention, Verb.HOLD));
    }

    private Truth any(Conclusions run, Intervention intervention, Verb verb) {
        Truth any = Truth.NOT_MET;
        for (ClinicalRule rule : book.forIntervention(intervention.index(), verb)) {
            any = any.or(run.truth(rule));
        }
        return any;
    }
}
