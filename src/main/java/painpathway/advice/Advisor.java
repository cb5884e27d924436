package painpathway.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.advice.Advice.Ignored;
import painpathway.advice.Advice.OpenQuestion;
import painpathway.advice.Advice.RaisedFlag;
import painpathway.advice.Advice.RaisedObstacle;
import painpathway.advice.InterventionAdvice.Condition;
import painpathway.advice.InterventionAdvice.ShownNote;
import painpathway.advice.InterventionAdvice.ShownStance;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Note;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.Evaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** Turns an assessment into the whole advice. Immutable and thread-safe; keeps nothing. */
public final class Advisor {

    private final Evaluator evaluator;
    private final RuleBook book;
    private final Catalogue catalogue;
    private final String program;
    private final OpenQuestions openQuestions;
    private final Nearness nearness;
    private final List<Shown> standing = new ArrayList<>();

    /**
     * An advisor over one reading of the rules.
     *
     * @param program version of this program, kept with every advice
     */
    public Advisor(Evaluator evaluator, String program) {
        this.evaluator = evaluator;
        this.book = evaluator.book();
        this.catalogue = book.catalogue();
        this.program = program;
        this.openQuestions = new OpenQuestions(book);
        this.nearness = new Nearness(book);
        for (Intervention intervention : catalogue.interventions()) {
            List<ShownNote> notes = new ArrayList<>();
            for (Note note : catalogue.notes()) {
                if (note.interventions().contains(intervention.index())) {
                    notes.add(new ShownNote(note, false, List.of()));
                } else if (note.analogies().contains(intervention.index())) {
                    notes.add(new ShownNote(note, true, List.of()));
                }
            }
            standing.add(Shown.of(notes));
        }
    }

    /** The rules behind the advice. */
    public RuleBook book() {
        return book;
    }

    /** Advises on every painful place. The order of the places changes nothing but the order of the entries. */
    public Advice advise(Assessment assessment) {
        return advise(assessment, run(assessment));
    }

    /** The advice with the runs of the rules behind it. */
    public Advised advised(Assessment assessment) {
        List<Place> places = run(assessment);
        return new Advised(
                assessment,
                advise(assessment, places),
                places.stream().map(Place::run).toList());
    }

    /** The advice with the full form of every entry's reasons, made from the same runs. */
    public Explained explain(Assessment assessment) {
        List<Place> places = run(assessment);
        Advice advice = advise(assessment, places);
        List<Explanation> explanations = new ArrayList<>();
        Explainer explainer = null;
        int pain = -1;
        for (InterventionAdvice suggestion : advice.interventions()) {
            if (suggestion.pain() != pain) {
                pain = suggestion.pain();
                explainer = new Explainer(book, nearness, places.get(pain).run, places.get(pain).assumptions, true);
            }
            explanations.add(new Explanation(
                    suggestion.intervention(),
                    pain,
                    suggestion.underlying(),
                    explainer.everyRule(suggestion.intervention())));
        }
        return new Explained(advice, List.copyOf(explanations));
    }

    private List<Place> run(Assessment assessment) {
        List<Place> places = new ArrayList<>();
        for (Answers answers : Answers.of(book.questionnaire(), assessment)) {
            Conclusions run = evaluator.run(answers, assessment.policy());
            Assumptions assumptions = new Assumptions(book, run);
            places.add(new Place(
                    places.size(), answers, run, assumptions, new Explainer(book, nearness, run, assumptions, false)));
        }
        return places;
    }

    private Advice advise(Assessment assessment, List<Place> places) {
        List<OpenQuestion> blankSafety = blankSafety(places);
        List<RaisedFlag> flags = flags(places);
        List<RaisedObstacle> obstacles = obstacles(places, blankSafety);
        List<InterventionAdvice> suggestions = new ArrayList<>();
        for (Place place : places) {
            for (Intervention intervention : catalogue.interventions()) {
                suggestions.add(suggestion(place, intervention, flags, obstacles));
            }
        }
        return new Advice(
                urgency(flags, obstacles, suggestions),
                flags,
                List.copyOf(suggestions),
                openQuestions.of(places, suggestions, flags, blankSafety),
                obstacles,
                ignored(places),
                catalogue.statement(),
                new Advice.Knowledge(book.version(), assessment.policy(), program));
    }

    /** The notes of an entry, with those about risks kept apart. */
    private record Shown(List<ShownNote> risks, List<ShownNote> others) {

        static Shown of(List<ShownNote> notes) {
            List<ShownNote> risks = new ArrayList<>();
            List<ShownNote> others = new ArrayList<>();
            for (ShownNote note : notes) {
                (note.note().risk() ? risks : others).add(note);
            }
            return new Shown(List.copyOf(risks), List.copyOf(others));
        }
    }

    /** One painful place with its run. */
    record Place(int pain, Answers answers, Conclusions run, Assumptions assumptions, Explainer explainer) {

        /** Whether any of these rules is met: met if one is, not met if none can be. */
        Truth any(List<ClinicalRule> rules) {
            Truth any = Truth.NOT_MET;
            for (ClinicalRule rule : rules) {
                any = any.or(run.truth(rule));
            }
            return any;
        }

        List<ClinicalRule> with(Truth truth, List<ClinicalRule> rules) {
            List<ClinicalRule> found = new ArrayList<>();
            for (ClinicalRule rule : rules) {
                if (run.truth(rule) == truth && rule.inForce(run.policy())) {
                    found.add(rule);
                }
            }
            return found;
        }

        List<Reason> reasons(Truth truth, List<ClinicalRule> rules) {
            List<Reason> reasons = new ArrayList<>();
            for (ClinicalRule rule : rules) {
                if (run.truth(rule) == truth && rule.inForce(run.policy())) {
                    reasons.add(explainer.reason(rule));
                }
            }
            return reasons;
        }
    }

    private List<OpenQuestion> blankSafety(List<Place> places) {
        List<OpenQuestion> blank = new ArrayList<>();
        for (Question question : book.questionnaire().asked()) {
            for (Place place : places) {
                if (question.safety() && place.answers.blank(question) && (question.perPain() || place.pain == 0)) {
                    blank.add(new OpenQuestion(question, question.perPain() ? place.pain : null, List.of()));
                }
            }
        }
        return blank;
    }

    /** The met red flags of any place, each once, at its highest urgency. */
    private List<RaisedFlag> flags(List<Place> places) {
        List<RaisedFlag> raised = new ArrayList<>();
        for (RedFlag flag : catalogue.redFlags()) {
            Map<String, Reason> reasons = new LinkedHashMap<>();
            Urgency highest = null;
            for (Place place : places) {
                for (ClinicalRule rule : place.with(Truth.MET, book.rulesAbout(Verb.RED_FLAG, flag.id()))) {
                    // Of two places that raise it alike, the one where it stands on answers is told.
                    reasons.merge(
                            rule.id(),
                            place.explainer.reason(rule),
                            (first, other) -> other.assumptions().isEmpty() ? other : first);
                    Urgency urgency = Urgency.of(rule.argument());
                    highest = highest == null || urgency.compareTo(highest) < 0 ? urgency : highest;
                }
            }
            if (highest != null) {
                raised.add(new RaisedFlag(flag, highest, List.copyOf(reasons.values())));
            }
        }
        raised.sort(Comparator.comparing(RaisedFlag::urgency));
        return List.copyOf(raised);
    }

    private List<RaisedObstacle> obstacles(List<Place> places, List<OpenQuestion> blankSafety) {
        List<RaisedObstacle> raised = new ArrayList<>();
        for (Obstacle obstacle : catalogue.obstacles()) {
            Map<String, Reason> reasons = new LinkedHashMap<>();
            for (Place place : places) {
                for (ClinicalRule rule : place.with(Truth.MET, book.rulesAbout(Verb.OBSTACLE, obstacle.id()))) {
                    reasons.computeIfAbsent(rule.id(), id -> place.explainer.reason(rule));
                }
            }
            List<OpenQuestion> blank = obstacle == catalogue.blankSafetyQuestion() ? blankSafety : List.of();
            if (!reasons.isEmpty() || !blank.isEmpty()) {
                raised.add(new RaisedObstacle(obstacle, List.copyOf(reasons.values()), List.copyOf(blank)));
            }
        }
        return List.copyOf(raised);
    }

    private InterventionAdvice suggestion(
            Place place, Intervention intervention, List<RaisedFlag> flags, List<RaisedObstacle> obstacles) {
        int index = intervention.index();
        Verdict underlying = underlying(place, index);
        List<String> withheldBy = withheldBy(place, intervention, flags, obstacles);
        List<Condition> conditions = new ArrayList<>();
        if (underlying == Verdict.CONDITIONAL || underlying == Verdict.PROVISIONAL) {
            byArgument(place, place.with(Truth.MET, book.rulesFor(index, Verb.HOLD)))
                    .forEach((check, reasons) ->
                            conditions.add(new Condition(catalogue.check(check), List.copyOf(reasons))));
        }
        Shown shown = notes(place, index);
        return new InterventionAdvice(
                intervention,
                place.pain,
                withheldBy.isEmpty() ? underlying : Verdict.WITHHELD,
                underlying,
                withheldBy,
                reasons(place, index, underlying),
                List.copyOf(conditions),
                shown.risks,
                shown.others,
                stances(place, index));
    }

    private Verdict underlying(Place place, int intervention) {
        return Verdict.of(
                place.any(book.rulesFor(intervention, Verb.CONTRAINDICATE)),
                place.any(book.rulesFor(intervention, Verb.SUGGEST)),
                place.any(book.rulesFor(intervention, Verb.HOLD)));
    }

    private List<String> withheldBy(
            Place place, Intervention intervention, List<RaisedFlag> flags, List<RaisedObstacle> obstacles) {
        Set<String> by = new LinkedHashSet<>();
        for (RaisedFlag raised : flags) {
            boolean emergency = raised.urgency() == Urgency.EMERGENCY
                    && catalogue.emergencyWithholds().contains(intervention.index());
            // An emergency belongs in hospital, not on a list of procedures: it allows no exception.
            if (emergency
                    || raised.flag().withholds().contains(intervention.index())
                            && !allowed(place, raised.flag(), intervention)) {
                by.add(raised.flag().id());
            }
        }
        for (RaisedObstacle raised : obstacles) {
            if (raised.obstacle().withholds().contains(intervention.index())) {
                by.add(raised.obstacle().id());
            }
        }
        return List.copyOf(by);
    }

    private boolean allowed(Place place, RedFlag flag, Intervention intervention) {
        for (ClinicalRule rule : book.rulesAbout(Verb.ALLOW, flag.id())) {
            if (rule.argument().equals(intervention.id()) && place.run.truth(rule) == Truth.MET) {
                return true;
            }
        }
        return false;
    }

    private List<Reason> reasons(Place place, int intervention, Verdict underlying) {
        List<ClinicalRule> suggests = book.rulesFor(intervention, Verb.SUGGEST);
        List<ClinicalRule> contraindications = book.rulesFor(intervention, Verb.CONTRAINDICATE);
        List<Reason> reasons = new ArrayList<>();
        switch (underlying) {
            case CONTRAINDICATED -> reasons.addAll(place.reasons(Truth.MET, contraindications));
            case NOT_INDICATED -> reasons.addAll(nearest(place, Truth.NOT_MET, suggests));
            case NEEDS_INFORMATION -> reasons.addAll(nearest(place, Truth.UNKNOWN, suggests));
            default -> {
                reasons.addAll(place.reasons(Truth.MET, suggests));
                reasons.addAll(place.reasons(Truth.MET, book.rulesFor(intervention, Verb.SUPPORT)));
                if (underlying == Verdict.PROVISIONAL) {
                    reasons.addAll(place.reasons(Truth.UNKNOWN, contraindications));
                    reasons.addAll(place.reasons(Truth.UNKNOWN, book.rulesFor(intervention, Verb.HOLD)));
                }
            }
        }
        return List.copyOf(reasons);
    }

    /** The rule that came nearest, and the next where it came just as near and is not about somebody else. */
    private List<Reason> nearest(Place place, Truth truth, List<ClinicalRule> rules) {
        List<ClinicalRule> found = place.with(truth, rules);
        found.sort(place.explainer.nearest());
        boolean two = found.size() > 1
                && nearness.equallyFar(found.get(0), found.get(1), place.run)
                && !nearness.isAboutSomebodyElse(found.get(1), found.get(0), place.run);
        return found.stream().limit(two ? 2 : 1).map(place.explainer::reason).toList();
    }

    /** The notes that every patient sees with the entry, and those raised for this patient, with the rules that raised them. */
    private Shown notes(Place place, int intervention) {
        List<ClinicalRule> cautions = place.with(Truth.MET, book.rulesFor(intervention, Verb.CAUTION));
        if (cautions.isEmpty()) {
            return standing.get(intervention);
        }
        Map<String, List<Reason>> raised = byArgument(place, cautions);
        List<ShownNote> notes = new ArrayList<>();
        raised.forEach((id, reasons) -> {
            Note note = catalogue.note(id);
            notes.add(new ShownNote(note, note.analogies().contains(intervention), List.copyOf(reasons)));
        });
        Shown always = standing.get(intervention);
        for (List<ShownNote> shown : List.of(always.risks, always.others)) {
            for (ShownNote note : shown) {
                if (!raised.containsKey(note.note().id())) {
                    notes.add(note);
                }
            }
        }
        return Shown.of(notes);
    }

    /** The rules grouped by the second argument of their verb (check, note, stance), as reasons. */
    private static Map<String, List<Reason>> byArgument(Place place, List<ClinicalRule> rules) {
        Map<String, List<Reason>> said = new LinkedHashMap<>();
        for (ClinicalRule rule : rules) {
            said.computeIfAbsent(rule.argument(), a -> new ArrayList<>()).add(place.explainer.reason(rule));
        }
        return said;
    }

    private List<ShownStance> stances(Place place, int intervention) {
        List<ClinicalRule> raised = place.with(Truth.MET, book.rulesFor(intervention, Verb.STANCE));
        if (raised.isEmpty()) {
            return List.of();
        }
        List<ShownStance> shown = new ArrayList<>();
        byArgument(place, raised)
                .forEach((stance, reasons) ->
                        shown.add(new ShownStance(catalogue.stance(stance), List.copyOf(reasons))));
        return List.copyOf(shown);
    }

    private static List<Ignored> ignored(List<Place> places) {
        List<Ignored> ignored = new ArrayList<>();
        for (Place place : places) {
            for (Question question : place.answers.questionnaire().asked()) {
                if (place.answers.ignored(question) && (question.perPain() || place.pain == 0)) {
                    ignored.add(new Ignored(question, question.perPain() ? place.pain : null));
                }
            }
        }
        return List.copyOf(ignored);
    }

    private static Urgency urgency(
            List<RaisedFlag> flags, List<RaisedObstacle> obstacles, List<InterventionAdvice> suggestions) {
        Urgency ofFlags = flags.stream()
                .map(RaisedFlag::urgency)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (ofFlags == Urgency.EMERGENCY || ofFlags == Urgency.URGENT) {
            return ofFlags;
        }
        boolean suggested = false;
        boolean open = false;
        for (InterventionAdvice suggestion : suggestions) {
            if (suggestion.intervention().procedure()) {
                Verdict underlying = suggestion.underlying();
                suggested |= underlying == Verdict.CANDIDATE || underlying == Verdict.CONDITIONAL;
                open |= suggestion.verdict() == Verdict.NEEDS_INFORMATION
                        || suggestion.verdict() == Verdict.PROVISIONAL;
            }
        }
        if (!obstacles.isEmpty() || open && !suggested) {
            return Urgency.INSUFFICIENT_INFORMATION;
        }
        return ofFlags == Urgency.ROUTINE || suggested ? Urgency.ROUTINE : Urgency.CONSERVATIVE_FIRST;
    }
}
