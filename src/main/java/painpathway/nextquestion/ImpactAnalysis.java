package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.nextquestion.AdviceRules.AboutFlag;
import painpathway.nextquestion.AdviceRules.AboutIntervention;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;

/** Which entries of the advice the answer to one item can still change, found by following everything relevant forwards from it. */
final class ImpactAnalysis implements ForwardWalk.Guide {

    /** A part of an entry that can change. */
    private enum Part {
        NOTES,
        VERDICT,
        /** Only between being withheld and whatever the verdict is otherwise. */
        WITHHELD
    }

    private final RelevanceAnalysis relevance;
    private final ReachableAdvice advice;
    private final RuleGraph graph;
    private final AdviceRules rules;
    private final int places;
    /** By place and intervention. */
    private final List<List<Set<Part>>> changing = new ArrayList<>();

    ImpactAnalysis(Item item, ReachableTruths reachable, RelevanceAnalysis relevance) {
        this.relevance = relevance;
        this.advice = relevance.advice();
        this.graph = reachable.graph();
        this.rules = graph.advice();
        this.places = advice.places();
        for (int place = 0; place < places; place++) {
            List<Set<Part>> none = new ArrayList<>();
            rules.interventions().forEach(i -> none.add(EnumSet.noneOf(Part.class)));
            changing.add(none);
        }
        new ForwardWalk(reachable, this).from(item);
        if (item.question().safety()) {
            rules.obstacles().stream()
                    .filter(AdviceRules.AboutObstacle::ofSafety)
                    .forEach(o -> withhold(o.withholds()));
        }
    }

    private Set<Part> changing(Intervention intervention, int place) {
        return changing.get(place).get(intervention.index());
    }

    /** Whether anything about an entry can change. */
    boolean changes(Intervention intervention, int place) {
        return !changing(intervention, place).isEmpty();
    }

    /** The verdicts that an entry can change to; none if only a hold, a stance or a note can change. */
    List<Verdict> canBecome(Intervention intervention, int place, Verdict now) {
        Set<Part> parts = changing(intervention, place);
        Set<Verdict> can = advice.verdicts(intervention, place);
        can.remove(now);
        if (!parts.contains(Part.VERDICT)) {
            if (!parts.contains(Part.WITHHELD)) {
                can.clear();
            } else if (now != Verdict.WITHHELD) {
                can.retainAll(Set.of(Verdict.WITHHELD));
            }
        }
        return List.copyOf(can);
    }

    @Override
    public boolean through(Question dependent, int place) {
        return true;
    }

    @Override
    public boolean through(AnswerTest test, int place) {
        return relevance.relevant(test, place);
    }

    @Override
    public TruthSet through(ClinicalRule rule, int place, TruthSet effect) {
        if (!relevance.relevant(rule, place)) {
            return TruthSet.NONE;
        }
        Finding finding = graph.finding(rule);
        if (finding != null) {
            return relevance.relevant(finding, place) ? TruthSet.MET_OR_NOT_MET : TruthSet.NONE;
        }
        reach(rule, place);
        return TruthSet.NONE;
    }

    private void reach(ClinicalRule rule, int place) {
        switch (rule.verb()) {
            case SUGGEST, CONTRAINDICATE, HOLD -> {
                for (AboutIntervention target : rules.targets(rule)) {
                    if (!advice.entry(target.intervention(), place).closed()) {
                        add(target.intervention(), place, Part.VERDICT);
                    }
                }
            }
            case CAUTION, STANCE -> {
                for (AboutIntervention target : rules.targets(rule)) {
                    if (advice.entry(target.intervention(), place).suggestable()) {
                        add(target.intervention(), place, Part.NOTES);
                    }
                }
            }
            case RED_FLAG -> reachFlag(rule);
            case ALLOW -> rules.targets(rule).forEach(t -> add(t.intervention(), place, Part.WITHHELD));
            case OBSTACLE -> withhold(rules.obstacle(rule.subject()).withholds());
            default -> {}
        }
    }

    private void reachFlag(ClinicalRule rule) {
        AboutFlag flag = rules.flag(rule.subject());
        withhold(flag.withholds());
        if (rule.urgency() == Urgency.EMERGENCY) {
            withhold(rules.withheldInEmergency());
        }
    }

    private void withhold(List<Intervention> interventions) {
        for (Intervention intervention : interventions) {
            for (int place = 0; place < places; place++) {
                add(intervention, place, Part.WITHHELD);
            }
        }
    }

    private void add(Intervention intervention, int place, Part part) {
        if (!advice.entry(intervention, place).withheld()) {
            changing(intervention, place).add(part);
        }
    }
}
