package painpathway.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Advice.OpenQuestion;
import painpathway.advice.Advice.RaisedFlag;
import painpathway.advice.Advice.RaisedObstacle;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/**
 * What outranks every suggestion for this patient: the red flags and obstacles that are met at any place, and what they withhold.
 *
 * @param blankSafety the safety questions that are due and blank
 */
record RaisedBarriers(
        RuleBook book, List<RaisedFlag> flags, List<RaisedObstacle> obstacles, List<OpenQuestion> blankSafety) {

    static RaisedBarriers of(RuleBook book, List<PlaceRun> places) {
        List<OpenQuestion> blankSafety = blankSafety(book, places);
        return new RaisedBarriers(book, flags(book, places), obstacles(book, places, blankSafety), blankSafety);
    }

    private static List<OpenQuestion> blankSafety(RuleBook book, List<PlaceRun> places) {
        List<OpenQuestion> blank = new ArrayList<>();
        for (Question question : book.questionnaire().asked()) {
            for (PlaceRun place : places) {
                if (question.safety() && place.answers().blank(question) && place.asksHere(question)) {
                    blank.add(new OpenQuestion(question, place.placeOf(question), List.of()));
                }
            }
        }
        return List.copyOf(blank);
    }

    /** Each flag once, at its highest urgency. */
    private static List<RaisedFlag> flags(RuleBook book, List<PlaceRun> places) {
        List<RaisedFlag> raised = new ArrayList<>();
        for (RedFlag flag : book.catalogue().redFlags()) {
            Map<String, Reason> reasons = new LinkedHashMap<>();
            @Nullable Urgency highest = null;
            for (PlaceRun place : places) {
                for (ClinicalRule rule : place.with(Truth.MET, book.naming(Verb.RED_FLAG, flag.id()))) {
                    // If two places raise it alike, show the one where it rests on real answers.
                    reasons.merge(
                            rule.id(),
                            place.explainer().reason(rule),
                            (first, other) -> other.assumptions().isEmpty() ? other : first);
                    Urgency urgency = Objects.requireNonNull(rule.urgency());
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

    private static List<RaisedObstacle> obstacles(
            RuleBook book, List<PlaceRun> places, List<OpenQuestion> blankSafety) {
        List<RaisedObstacle> raised = new ArrayList<>();
        for (Obstacle obstacle : book.catalogue().obstacles()) {
            Map<String, Reason> reasons = new LinkedHashMap<>();
            for (PlaceRun place : places) {
                for (ClinicalRule rule : place.with(Truth.MET, book.naming(Verb.OBSTACLE, obstacle.id()))) {
                    reasons.computeIfAbsent(rule.id(), id -> place.explainer().reason(rule));
                }
            }
            List<OpenQuestion> blank = obstacle == book.catalogue().blankSafetyQuestion() ? blankSafety : List.of();
            if (!reasons.isEmpty() || !blank.isEmpty()) {
                raised.add(new RaisedObstacle(
                        obstacle, !blank.isEmpty() && answered(blank, places), List.copyOf(reasons.values()), blank));
            }
        }
        return List.copyOf(raised);
    }

    private static boolean answered(List<OpenQuestion> blank, List<PlaceRun> places) {
        return blank.stream().allMatch(open -> {
            Integer pain = open.pain();
            return places.get(pain == null ? 0 : pain).answers().given(open.question()) != null;
        });
    }

    /** The ids of the red flags and obstacles that withhold an intervention at a place. */
    List<String> withholding(Intervention intervention, PlaceRun place) {
        Set<String> ids = new LinkedHashSet<>();
        for (RaisedFlag raised : flags) {
            boolean emergency = raised.urgency() == Urgency.EMERGENCY
                    && book.catalogue().emergencyWithholds().contains(intervention.index());
            // An emergency belongs in hospital, not on a list of procedures: it allows no exception.
            if (emergency
                    || raised.flag().withholds().contains(intervention.index())
                            && !allowed(raised.flag(), intervention, place)) {
                ids.add(raised.flag().id());
            }
        }
        for (RaisedObstacle raised : obstacles) {
            if (raised.obstacle().withholds().contains(intervention.index())) {
                ids.add(raised.obstacle().id());
            }
        }
        return List.copyOf(ids);
    }

    private boolean allowed(RedFlag flag, Intervention intervention, PlaceRun place) {
        for (ClinicalRule rule : book.forIntervention(intervention.index(), Verb.ALLOW)) {
            if (rule.subject().equals(flag.id()) && place.run().truth(rule) == Truth.MET) {
                return true;
            }
        }
        return false;
    }
}
