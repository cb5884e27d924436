package painpathway.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Advice;
import painpathway.counterfactual.Counterfactual;
import painpathway.counterfactual.CounterfactualResult;

/** For every entry of an advice, the smallest changes that would improve its verdict. */
record ChangesReply(List<Changeable> interventions, String statement, AdviceReply.Knowledge knowledge) {

    /** What would change one verdict; {@code target} is the best one within reach, or null. */
    record Changeable(
            String id,
            String name,
            int pain,
            String underlying,
            @Nullable String target,
            int found,
            List<ChangeSet> sets,
            List<BlockedReply> blockedBy,
            List<ChangeReply> losses) {

        static Changeable of(CounterfactualResult result) {
            return new Changeable(
                    result.intervention().id(),
                    result.intervention().name(),
                    result.pain(),
                    result.underlying().word(),
                    result.target() == null ? null : result.target().word(),
                    result.found(),
                    result.sets().stream().map(ChangeSet::of).toList(),
                    BlockedReply.of(result.blockedBy()),
                    result.losses().stream().map(ChangeReply::of).toList());
        }
    }

    /** Changes that are enough together. */
    record ChangeSet(String text, List<ChangeReply> changes) {

        static ChangeSet of(Counterfactual counterfactual) {
            return new ChangeSet(counterfactual.text(), ChangeReply.of(counterfactual.changes()));
        }
    }

    static ChangesReply of(Advice advice, List<CounterfactualResult> results) {
        return new ChangesReply(
                results.stream().map(Changeable::of).toList(), advice.statement(), AdviceReply.Knowledge.of(advice));
    }
}
