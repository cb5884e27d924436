package painpathway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** An error as RFC 9457 has it. A bad request lists its faults; a fault of ours has an id that is in the log too. */
record ProblemReply(
        @JsonInclude(Include.NON_ABSENT) Optional<String> detail,
        @JsonInclude(Include.NON_ABSENT) Optional<String> instance,
        int status,
        String title,
        @JsonInclude(Include.NON_EMPTY) List<ProblemFault> errors,
        @JsonInclude(Include.NON_ABSENT) Optional<String> id) {

    /** A problem that its status says all about. */
    static ProblemReply of(HttpStatusCode status) {
        return new ProblemReply(
                Optional.empty(),
                Optional.empty(),
                status.value(),
                status instanceof HttpStatus known ? known.getReasonPhrase() : "",
                List.of(),
                Optional.empty());
    }

    /** A problem with this request, in a sentence. */
    static ProblemReply of(HttpStatusCode status, String detail, HttpServletRequest request) {
        ProblemReply problem = of(status);
        return new ProblemReply(
                Optional.of(detail),
                Optional.of(request.getRequestURI()),
                problem.status,
                problem.title,
                problem.errors,
                problem.id);
    }

    ProblemReply withErrors(List<ProblemFault> faults) {
        return new ProblemReply(detail, instance, status, title, faults, id);
    }

    ProblemReply withId(String logged) {
        return new ProblemReply(detail, instance, status, title, errors, Optional.of(logged));
    }
}
