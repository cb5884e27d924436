package painpathway.counterfactual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.logicng.formulas.FormulaFactory;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.counterfactual.CounterfactualResult.Loss;
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
 * What would change an advice: for each entry the smallest sets of different answers that would make it a candidate, proved smallest by the
 * solver and checked with the rules, or why there are none. Answers that nothing can change stay as they are. Thread-safe; the formulas of a
 * policy are built when first needed and then kept, and each policy works on one patient at a time.
 */
public final class CounterfactualFinder {

    /** The most sets that are reported for one entry. */
    public static final int MOST_SETS = 5;
    /** The most sets that are looked for. */
    public static final int MOST_FOUND = 200;

    private final RuleBook book;
    private final Map<String, Searches> byPolicy = new HashMap<>();

    /** The searches of one policy share their formulas; its monitor guards them. */
    private record Searches(List<CounterfactualSearch> byIntervention) {}

    /** Builds the formulas of these rules. This can take a second, so keep the result. */
    public CounterfactualFinder(RuleBook book) {
        this.book = book;
        book.policies().forEach(p -> byPolicy.put(p, new Searches(new ArrayList<>())));
    }

    /** What would change each entry of an advice, in its order. The advice must belong to this assessment. */
    public List<CounterfactualResult> of(Assessment assessment, Advice advice) {
        Assessment patient = assessment.pains().isEmpty()
                ? new Assessment(assessment.policy(), assessment.patient(), List.of(Map.of()))
                : assessment;
        Searches searches = byPolicy.get(assessment.policy());
        synchronized (searches) {
            prepare(searches, assessment.policy());
            List<CounterfactualResult> prospects = new ArrayList<>();
            FocusedAssessment view = null;
            for (InterventionAdvice entry : advice.interventions()) {
                if (view == null || view.pain() != entry.pain()) {
                    view = new FocusedAssessment(book.questionnaire(), patient, entry.pain());
                }
                prospects.add(prospect(
                        searches.byIntervention.get(entry.intervention().index()), view, entry));
            }
            return List.copyOf(prospects);
        }
    }

    private void prepare(Searches searches, String policy) {
        if (searches.byIntervention.isEmpty()) {
            FormulaFactory f = new FormulaFactory();
            RuleBookEncoding encoding = new RuleBookEncoding(f, book, policy, new NumericPartition(book), "", "");
            book.catalogue()
                    .interventions()
                    .forEach(i -> searches.byIntervention.add(new CounterfactualSearch(encoding, f, i)));
        }
    }

    private CounterfactualResult prospect(
            CounterfactualSearch search, FocusedAssessment view, InterventionAdvice entry) {
        Verdict now = entry.underlying();
        if (now == Verdict.CANDIDATE) {
            List<Loss> losses = search.losses(view).stream()
                    .map(c -> new Loss(c, after(view, List.of(c), entry.intervention())))
                    .toList();
            losses.forEach(l -> check(l.becomes() != Verdict.CANDIDATE, entry));
            return new CounterfactualResult(
                    entry.intervention(), entry.pain(), now, null, List.of(), 0, List.of(), losses);
        }
        Conclusions run =
                new PlainEvaluator(book).run(view.answers(), view.assessment().policy());
        return search.about(view, () -> {
            boolean candidate = search.reachable(Verdict.CANDIDATE);
            Verdict target = candidate
                    ? Verdict.CANDIDATE
                    : now != Verdict.CONDITIONAL && search.reachable(Verdict.CONDITIONAL) ? Verdict.CONDITIONAL : null;
            CounterfactualSearch.Found found =
                    target == null ? new CounterfactualSearch.Found(List.of(), 0) : search.smallest(view, target);
            // The solver is a third reading of the rules, and nothing is offered unless the second confirms it.
            found.sets().forEach(s -> check(after(view, s.changes(), entry.intervention()) == target, entry));
            return new CounterfactualResult(
                    entry.intervention(),
                    entry.pain(),
                    now,
                    target,
                    List.copyOf(found.sets()),
                    found.count(),
                    candidate ? List.of() : search.blockedBy(run),
                    List.of());
        });
    }

    private static void check(boolean confirmed, InterventionAdvice entry) {
        if (!confirmed) {
            throw new IllegalStateException("the formulas and the rule book disagree about what changes "
                    + entry.intervention().id());
        }
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
        for (ClinicalRule rule : book.rulesFor(intervention.index(), verb)) {
            any = any.or(run.truth(rule));
        }
        return any;
    }
}
