package painpathway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Reason;

/** A rule, whether it is met, and the lines that explain why. */
public record ReasonReply(
        String rule,
        String text,
        String says,
        String truth,
        @JsonInclude(Include.NON_NULL) @Nullable String rationale,
        @JsonInclude(Include.NON_NULL) @Nullable String policy,
        CitationReply source,
        List<LineReply> because) {

    static List<ReasonReply> of(List<Reason> reasons) {
        return reasons.stream().map(ReasonReply::of).toList();
    }

    private static ReasonReply of(Reason reason) {
        return new ReasonReply(
                reason.rule().id(),
                reason.rule().name(),
                reason.rule().verb().word(),
                reason.truth().word(),
                reason.rule().rationale(),
                reason.rule().policy(),
                CitationReply.of(reason.rule().citation(), reason.rule().evidence()),
                LineReply.of(reason.because()));
    }
}
