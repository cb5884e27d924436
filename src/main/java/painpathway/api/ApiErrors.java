package painpathway.api;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import painpathway.logic.NotEncodable;

/** Errors as RFC 9457 problems. No answer of a patient reaches a log, and no stack trace reaches a client. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<Object> bad(JsonRequest.BadRequest bad, HttpServletRequest request) {
        return problem(ProblemReply.of(
                        bad.status(),
                        bad.faults().size() == 1
                                ? "One thing is wrong with the request."
                                : bad.faults().size() + " things are wrong with the request.",
                        request)
                .withErrors(bad.faults()));
    }

    /** The message names a question of the rules folder, nothing of a patient. */
    @ExceptionHandler
    ResponseEntity<Object> notEncodable(NotEncodable rules, HttpServletRequest request) {
        return problem(ProblemReply.of(
                HttpStatus.NOT_IMPLEMENTED,
                "This cannot be worked out with the rules in use: " + rules.getMessage() + ".",
                request));
    }

    @ExceptionHandler
    ResponseEntity<Object> ours(Exception fault, HttpServletRequest request) {
        String id = FaultLog.log(LOG, "a request to the API failed", fault);
        return problem(ProblemReply.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong at our end. The log has it under this id.",
                        request)
                .withId(id));
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static ResponseEntity<Object> problem(ProblemReply problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
