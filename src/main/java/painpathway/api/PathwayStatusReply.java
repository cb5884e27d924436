package painpathway.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Advice;
import painpathway.pathway.PathwayStatus;

/** Where one patient is on the pathway. */
record PathwayStatusReply(
        String urgency, List<Status> interventions, String statement, AdviceReply.Knowledge knowledge) {

    /** Where the patient is with one intervention at one place. */
    record Status(
            String id,
            String name,
            int pain,
            boolean done,
            List<Result> results,
            String state,
            String verdict,
            String underlying,
            List<String> withheldBy,
            List<ReasonReply> why,
            List<Check> checks,
            @Nullable String target,
            List<ChangeReply> nextSteps,
            List<BlockedReply> blockedBy) {

        static Status of(PathwayStatus status) {
            return new Status(
                    status.entry().intervention().id(),
                    status.entry().intervention().name(),
                    status.entry().pain(),
                    status.done(),
                    status.results().stream().map(Result::of).toList(),
                    status.state().word(),
                    status.entry().verdict().word(),
                    status.entry().underlying().word(),
                    status.entry().withheldBy(),
                    ReasonReply.of(status.entry().reasons()),
                    status.entry().conditions().stream()
                            .map(c -> new Check(c.check().id(), c.check().text()))
                            .toList(),
                    status.prospect().target() == null
                            ? null
                            : status.prospect().target().word(),
                    ChangeReply.of(status.steps()),
                    BlockedReply.of(status.prospect().blockedBy()));
        }
    }

    /** The result of an intervention that was done. */
    record Result(String question, String text, Object answered) {

        static Result of(PathwayStatus.Result result) {
            return new Result(result.question().id(), result.question().text(), result.answered());
        }
    }

    /** A check that has to be done first. */
    record Check(String id, String text) {}

    static PathwayStatusReply of(Advice advice, List<PathwayStatus> statuses) {
        return new PathwayStatusReply(
                advice.urgency().word(),
                statuses.stream().map(Status::of).toList(),
                advice.statement(),
                AdviceReply.Knowledge.of(advice));
    }
}
