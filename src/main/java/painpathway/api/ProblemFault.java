package painpathway.api;

import java.util.List;
import java.util.Optional;
import painpathway.questionnaire.AnswerFault;

/** One thing that is wrong with a request. */
record ProblemFault(
        Optional<String> question,
        Optional<Integer> pain,
        Optional<String> value,
        String problem,
        List<String> allowed) {

    static ProblemFault of(AnswerFault fault) {
        return new ProblemFault(
                Optional.ofNullable(fault.question()),
                Optional.ofNullable(fault.pain()),
                Optional.ofNullable(fault.value()),
                fault.problem(),
                fault.allowed());
    }

    /** Something about the request as a whole. */
    static ProblemFault of(String problem) {
        return new ProblemFault(Optional.empty(), Optional.empty(), Optional.empty(), problem, List.of());
    }
}
