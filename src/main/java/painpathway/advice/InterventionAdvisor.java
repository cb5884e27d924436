package painpathway.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import painpathway.advice.InterventionAdvice.Condition;
import painpathway.advice.InterventionAdvice.ShownStance;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** Gives the verdict on one intervention at one painful place, with its reasons and everything shown beside it. */
final class InterventionAdvisor {

    private final RuleBook book;
    private final Nearness nearness;
    private final NoteSelection notes;

    InterventionAdvisor(RuleBook book, Nearness nearness) {
        this.book = book;
        this.nearness = nearness;
        this.notes = new NoteSelection(book.catalogue());
    }

    InterventionAdvice advise(Intervention intervention, PlaceRun place, RaisedBarriers barriers) {
        int index = intervention.index();
        Verdict underlying = underlying(index, place);
        List<String> withheldBy = barriers.withholding(intervention, place);
        NoteSelection.Notes shown = notes.of(index, raised(Verb.CAUTION, index, place));
        return new InterventionAdvice(
                intervention,
                place.pain(),
                withheldBy.isEmpty() ? underlying : Verdict.WITHHELD,
                underlying,
                withheldBy,
                reasons(index, underlying, place),
                conditions(index, underlying, place),
                shown.risks(),
                shown.others(),
                stances(index, place));
    }

    /** The verdict alone. */
    Verdict verdict(Intervention intervention, PlaceRun place, RaisedBarriers barriers) {
        return barriers.withholding(intervention, place).isEmpty()
                ? underlying(intervention.index(), place)
                : Verdict.WITHHELD;
    }

    private Verdict underlying(int intervention, PlaceRun place) {
        return Verdict.of(
                place.any(book.forIntervention(intervention, Verb.CONTRAINDICATE)),
                place.any(book.forIntervention(intervention, Verb.SUGGEST)),
                place.any(book.forIntervention(intervention, Verb.HOLD)));
    }

    private List<Reason> reasons(int intervention, Verdict underlying, PlaceRun place) {
        List<ClinicalRule> suggests = book.forIntervention(intervention, Verb.SUGGEST);
        List<ClinicalRule> contraindications = book.forIntervention(intervention, Verb.CONTRAINDICATE);
        List<Reason> reasons = new ArrayList<>();
        switch (underlying) {
            case CONTRAINDICATED -> reasons.addAll(place.reasons(Truth.MET, contraindications));
            case NOT_INDICATED -> reasons.addAll(nearest(Truth.NOT_MET, suggests, place));
            case NEEDS_INFORMATION -> reasons.addAll(nearest(Truth.UNKNOWN, suggests, place));
            default -> {
                reasons.addAll(place.reasons(Truth.MET, suggests));
                reasons.addAll(place.reasons(Truth.MET, book.forIntervention(intervention, Verb.SUPPORT)));
                if (underlying == Verdict.PROVISIONAL) {
                    reasons.addAll(place.reasons(Truth.UNKNOWN, contraindications));
                    reasons.addAll(place.reasons(Truth.UNKNOWN, book.forIntervention(intervention, Verb.HOLD)));
                }
            }
        }
        return List.copyOf(reasons);
    }

    /** The rule that came nearest, and the next one if it came just as near and is not about somebody else. */
    private List<Reason> nearest(Truth truth, List<ClinicalRule> rules, PlaceRun place) {
        List<ClinicalRule> found = place.with(truth, rules);
        found.sort(place.explainer().nearest());
        boolean two = found.size() > 1
                && nearness.equallyFar(found.get(0), found.get(1), place.run())
                && !nearness.isAboutSomebodyElse(found.get(1), found.get(0), place.run());
        return found.stream().limit(two ? 2 : 1).map(place.explainer()::reason).toList();
    }

    private List<Condition> conditions(int intervention, Verdict underlying, PlaceRun place) {
        if (underlying != Verdict.CONDITIONAL && underlying != Verdict.PROVISIONAL) {
            return List.of();
        }
        List<Condition> conditions = new ArrayList<>();
        raised(Verb.HOLD, intervention, place)
                .forEach((check, reasons) ->
                        conditions.add(new Condition(book.catalogue().check(check), List.copyOf(reasons))));
        return List.copyOf(conditions);
    }

    private List<ShownStance> stances(int intervention, PlaceRun place) {
        List<ShownStance> stances = new ArrayList<>();
        raised(Verb.STANCE, intervention, place)
                .forEach((stance, reasons) ->
                        stances.add(new ShownStance(book.catalogue().stance(stance), List.copyOf(reasons))));
        return List.copyOf(stances);
    }

    /** What the rules of a verb raise for this patient, by the check, note or stance that they name, with the rules as reasons. */
    private Map<String, List<Reason>> raised(Verb verb, int intervention, PlaceRun place) {
        List<ClinicalRule> rules = place.with(Truth.MET, book.forIntervention(intervention, verb));
        if (rules.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Reason>> raised = new LinkedHashMap<>();
        for (ClinicalRule rule : rules) {
            raised.computeIfAbsent(rule.subject(), a -> new ArrayList<>())
                    .add(place.explainer().reason(rule));
        }
        return raised;
    }
}
