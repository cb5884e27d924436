package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.nextquestion.AdviceRules.AboutFlag;
import painpathway.nextquestion.AdviceRules.AboutIntervention;
import painpathway.nextquestion.AdviceRules.AboutObstacle;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Truth;

/**
 * How every part of the advice can still come out, and which parts are already certain: red flags and obstacles, what they
 * withhold, and the verdict on each intervention at each painful place.
 */
final class ReachableAdvice {

    /**
     * What can become of an intervention at one place.
     *
     * @param withheld whether it is certain to be withheld
     */
    record Entry(
            AboutIntervention about, TruthSet indicated, TruthSet contraindicated, TruthSet held, boolean withheld) {

        /** Whether it can become a candidate, conditional or provisional, if nothing withholds it. */
        boolean suggestable() {
            return indicated.can(Truth.MET) && contraindicated != TruthSet.MET;
        }

        /** Whether it is certain to be not indicated, contraindicated or withheld. */
        boolean closed() {
            return withheld || refused();
        }

        /** Whether it is certain to be not indicated or contraindicated. */
        boolean refused() {
            return indicated == TruthSet.NOT_MET || contraindicated == TruthSet.MET;
        }

        private boolean certainlySuggested() {
            return indicated == TruthSet.MET && contraindicated == TruthSet.NOT_MET && !held.can(Truth.UNKNOWN);
        }

        /** Whether it can end up neither suggested nor refused, for want of an answer. */
        private boolean canStayOpen() {
            return !withheld
                    && contraindicated != TruthSet.MET
                    && (indicated.can(Truth.UNKNOWN)
                            || suggestable() && (contraindicated.can(Truth.UNKNOWN) || held.can(Truth.UNKNOWN)));
        }
    }

    private final ReachableTruths reachable;
    private final AdviceRules rules;
    private final TruthSet[] flagRaised;
    private final TruthSet[] obstacleRaised;
    private final Map<Urgency, TruthSet> raisedAt = new EnumMap<>(Urgency.class);
    private final boolean obstructed;
    private final boolean urgencyDependsOnSuggestions;
    /** By place and intervention. */
    private final List<List<Entry>> entries = new ArrayList<>();

    ReachableAdvice(ReachableTruths reachable) {
        this.reachable = reachable;
        this.rules = reachable.graph().advice();
        this.flagRaised = new TruthSet[rules.flags().size()];
        this.obstacleRaised = new TruthSet[rules.obstacles().size()];
        AdviceRules.FLAG_URGENCIES.forEach(u -> raisedAt.put(u, TruthSet.NOT_MET));
        rules.flags().forEach(this::raise);
        boolean obstacle = false;
        for (AboutObstacle about : rules.obstacles()) {
            TruthSet raised = about.ofSafety() && reachable.answers().safetyNotKnown()
                    ? TruthSet.MET
                    : reachable.anywhere(about.raise());
            obstacleRaised[about.index()] = raised;
            obstacle |= raised == TruthSet.MET;
        }
        this.obstructed = obstacle;
        for (int place = 0; place < Math.min(reachable.places(), Assessment.MOST_ADVISED); place++) {
            addEntries(place);
        }
        this.urgencyDependsOnSuggestions = decideUrgencyDependsOnSuggestions();
    }

    private void raise(AboutFlag flag) {
        TruthSet any = TruthSet.NOT_MET;
        for (Urgency urgency : AdviceRules.FLAG_URGENCIES) {
            TruthSet raised = reachable.anywhere(flag.raise(urgency));
            any = any.or(raised);
            raisedAt.put(urgency, raised(urgency).or(raised));
        }
        flagRaised[flag.index()] = any;
    }

    private void addEntries(int place) {
        boolean[] withheld = withheld(place);
        List<Entry> added = new ArrayList<>();
        for (AboutIntervention about : rules.interventions()) {
            added.add(new Entry(
                    about,
                    reachable.any(about.suggest(), place),
                    reachable.any(about.contraindicate(), place),
                    reachable.any(about.hold(), place),
                    withheld[about.intervention().index()]));
        }
        entries.add(added);
    }

    /** By the index of an intervention, whether a flag or an obstacle is certain to withhold it. */
    private boolean[] withheld(int place) {
        boolean[] withheld = new boolean[rules.interventions().size()];
        if (raised(Urgency.EMERGENCY) == TruthSet.MET) {
            rules.withheldInEmergency().forEach(i -> withheld[i.index()] = true);
        }
        for (AboutObstacle obstacle : rules.obstacles()) {
            if (raised(obstacle) == TruthSet.MET) {
                obstacle.withholds().forEach(i -> withheld[i.index()] = true);
            }
        }
        for (AboutFlag flag : rules.flags()) {
            if (raised(flag) == TruthSet.MET) {
                for (Intervention intervention : flag.withholds()) {
                    withheld[intervention.index()] |=
                            !reachable.any(flag.allow(intervention), place).can(Truth.MET);
                }
            }
        }
        return withheld;
    }

    /** Whether any red flag is raised at this urgency. */
    TruthSet raised(Urgency urgency) {
        return Objects.requireNonNull(raisedAt.get(urgency));
    }

    /** Whether a red flag is raised, at whichever urgency. */
    TruthSet raised(AboutFlag flag) {
        return flagRaised[flag.index()];
    }

    /** Whether an obstacle is raised. Blank safety questions do not raise it here: they are asked anyway, and leave it open until then. */
    TruthSet raised(AboutObstacle obstacle) {
        return obstacleRaised[obstacle.index()];
    }

    /** Whether some obstacle is certain to be raised. */
    boolean obstructed() {
        return obstructed;
    }

    /** Whether the urgency still depends on which procedures are suggested, even on those that are withheld. */
    boolean urgencyDependsOnSuggestions() {
        return urgencyDependsOnSuggestions;
    }

    Entry entry(Intervention intervention, int place) {
        return entries.get(place).get(intervention.index());
    }

    /** How many places have entries. At those beyond them only red flags and obstacles count. */
    int places() {
        return entries.size();
    }

    /** The entries at a place, in the order of the interventions. */
    List<Entry> entries(int place) {
        return entries.get(place);
    }

    /** Whether any of these interventions is not certain to be withheld at every place. */
    boolean anyLeft(List<Intervention> interventions) {
        for (Intervention intervention : interventions) {
            for (List<Entry> place : entries) {
                if (!place.get(intervention.index()).withheld) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean decideUrgencyDependsOnSuggestions() {
        if (raised(Urgency.EMERGENCY) == TruthSet.MET || raised(Urgency.URGENT) == TruthSet.MET || obstructed) {
            return false;
        }
        boolean canStayOpen = false;
        for (List<Entry> place : entries) {
            for (Intervention procedure : rules.procedures()) {
                Entry entry = place.get(procedure.index());
                if (entry.certainlySuggested()) {
                    return false;
                }
                canStayOpen |= entry.canStayOpen();
            }
        }
        return canStayOpen || raised(Urgency.ROUTINE) != TruthSet.MET;
    }

    /** The verdicts that an intervention can still get at a place. */
    Set<Verdict> verdicts(Intervention intervention, int place) {
        Entry entry = entry(intervention, place);
        Set<Verdict> can = EnumSet.noneOf(Verdict.class);
        if (canBeWithheld(intervention)) {
            can.add(Verdict.WITHHELD);
        }
        if (entry.withheld) {
            return can;
        }
        for (Truth contraindicated : Truth.values()) {
            for (Truth indicated : Truth.values()) {
                for (Truth held : Truth.values()) {
                    if (entry.contraindicated.can(contraindicated)
                            && entry.indicated.can(indicated)
                            && entry.held.can(held)) {
                        can.add(Verdict.of(contraindicated, indicated, held));
                    }
                }
            }
        }
        // Where it is certainly not indicated, nobody asks for a contraindication; one that is certain still counts.
        if (entry.indicated == TruthSet.NOT_MET && entry.contraindicated != TruthSet.MET) {
            can.remove(Verdict.CONTRAINDICATED);
        }
        return can;
    }

    private boolean canBeWithheld(Intervention intervention) {
        boolean can = raised(Urgency.EMERGENCY).can(Truth.MET)
                && rules.withheldInEmergency().contains(intervention);
        for (AboutFlag flag : rules.flags()) {
            can |= raised(flag).can(Truth.MET) && flag.withholds().contains(intervention);
        }
        for (AboutObstacle obstacle : rules.obstacles()) {
            boolean canBeRaised = raised(obstacle).can(Truth.MET)
                    || obstacle.ofSafety() && reachable.answers().safetyBlank();
            can |= canBeRaised && obstacle.withholds().contains(intervention);
        }
        return can;
    }
}
