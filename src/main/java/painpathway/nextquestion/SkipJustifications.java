package painpathway.nextquestion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.nextquestion.RuleGraph.AskedWhen;
import painpathway.nextquestion.RuleGraph.Line;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.Verb;

/** Shows why blank questions that are not relevant need not be asked, by following every way from each to the advice until it ends. */
final class SkipJustifications {

    /** Verbs whose rules count only once they are met; for the others it can also matter that they are not met. */
    private static final Set<Verb> ONLY_MET =
            Set.of(Verb.CAUTION, Verb.STANCE, Verb.RED_FLAG, Verb.ALLOW, Verb.OBSTACLE);

    private final ReachableTruths reachable;
    private final AnswersSoFar answers;
    private final RuleGraph graph;

    SkipJustifications(ReachableTruths reachable) {
        this.reachable = reachable;
        this.answers = reachable.answers();
        this.graph = reachable.graph();
    }

    /** Every item that is blank and not relevant, with the end of each way. */
    List<SkippedQuestion> all(RelevanceAnalysis relevance) {
        List<SkippedQuestion> all = new ArrayList<>();
        for (Item item : answers.items()) {
            if (answers.blank(item) && !relevance.relevant(item)) {
                all.add(new SkippedQuestion(item, reasons(item)));
            }
        }
        return List.copyOf(all);
    }

    private List<SkipReason> reasons(Item item) {
        if (!answers.due(item).can(Truth.MET)) {
            return List.of(new SkipReason.NotAsked(item.place(), closing(item)));
        }
        Ends ends = new Ends();
        new ForwardWalk(reachable, ends).from(item);
        return ends.reasons.isEmpty() ? List.of(new SkipReason.NotUsed(item.place())) : List.copyOf(ends.reasons);
    }

    /** The question whose answer keeps the item from being asked. */
    private Question closing(Item item) {
        return graph.askedWhen(item.question()).stream()
                .filter(c -> !answers.condition(c, item).can(Truth.MET))
                .map(AskedWhen::parent)
                .findFirst()
                .orElseThrow();
    }

    /** Collects the ends of the ways from one item. A way goes on as long as the item can still make a rule met or not met. */
    private final class Ends implements ForwardWalk.Guide {

        private final List<SkipReason> reasons = new ArrayList<>();
        private final Set<Point> seen = new HashSet<>();

        /** Where a way ends. Two can end at the same point, one with a rule that is met and one with a rule that is not. */
        private record Point(Class<? extends SkipReason> kind, int place, int index) {}

        @Override
        public boolean through(Question dependent, int place) {
            return !answers.due(dependent, place).certain();
        }

        @Override
        public boolean through(AnswerTest test, int place) {
            return true;
        }

        @Override
        public TruthSet through(ClinicalRule rule, int place, TruthSet effect) {
            Finding finding = graph.finding(rule);
            if (finding != null && reachable.finding(finding, place).certain()) {
                end(new SkipReason.FindingDecided(place, finding), finding.index());
                return TruthSet.NONE;
            }
            TruthSet truths = reachable.rule(rule, place);
            if (truths == TruthSet.NOT_MET || effect.can(Truth.MET) && !truths.can(Truth.MET)) {
                endAtNeverMet(rule, place);
            }
            TruthSet onwards = truths == TruthSet.NOT_MET
                    ? TruthSet.NONE
                    : effect.minus(truths.can(Truth.MET) ? TruthSet.NONE : TruthSet.MET);
            if (finding == null) {
                boolean counts = ONLY_MET.contains(rule.verb()) ? onwards.can(Truth.MET) : onwards != TruthSet.NONE;
                if (counts && rule.verb() != Verb.SUPPORT) {
                    end(new SkipReason.NothingLeftToChange(place, rule), rule.index());
                }
                return TruthSet.NONE;
            }
            if (onwards.can(Truth.NOT_MET) && !reachable.finding(finding, place).can(Truth.NOT_MET)) {
                end(new SkipReason.NeverRuledOut(place, finding), finding.index());
                return onwards.minus(TruthSet.NOT_MET);
            }
            return onwards;
        }

        private void endAtNeverMet(ClinicalRule rule, int place) {
            // Support changes nothing about an entry, so a rule about it is no end.
            if (rule.verb() != Verb.SUPPORT) {
                end(new SkipReason.NeverMet(place, rule, preventing(rule, place)), rule.index());
            }
        }

        private void end(SkipReason reason, int index) {
            if (seen.add(new Point(reason.getClass(), reason.place(), index))) {
                reasons.add(reason);
            }
        }
    }

    /** The finding of the line that prevents a rule from being met; null for a criterion, which is about the answer itself. */
    private @Nullable Finding preventing(ClinicalRule rule, int place) {
        boolean never = reachable.rule(rule, place) == TruthSet.NOT_MET;
        for (Line line : graph.lines(rule)) {
            TruthSet truths = reachable.line(line, place);
            if (never ? truths == TruthSet.NOT_MET : !truths.can(Truth.MET)) {
                return line.finding();
            }
        }
        return null;
    }
}
