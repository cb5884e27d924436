package painpathway.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
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
    ResponseEntity<Object> bad(JsonRequest.BadRequest bad) {
        ProblemDetail problem = ProblemDetail.forStatus(bad.status());
        problem.setDetail(
                bad.faults().size() == 1
                        ? "One thing is wrong with the request."
                        : bad.faults().size() + " things are wrong with the request.");
        problem.setProperty(
                "errors",
                bad.faults().stream()
                        .map(f -> {
                            Map<String, Object> error = new LinkedHashMap<>();
                            error.put("question", f.question());
                            error.put("pain", f.pain());
                            error.put("value", f.value());
                            error.put("problem", f.problem());
                            error.put("allowed", f.allowed());
                            return error;
                        })
                        .toList());
        return problem(problem, HttpStatusCode.valueOf(bad.status()));
    }

    /** The message names a question of the rules folder, nothing of a patient. */
    @ExceptionHandler
    ResponseEntity<Object> notEncodable(NotEncodable rules) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.NOT_IMPLEMENTED);
        problem.setDetail("This cannot be worked out with the rules in use: " + rules.getMessage() + ".");
        return problem(problem, HttpStatus.NOT_IMPLEMENTED);
    }

    @ExceptionHandler
    ResponseEntity<Object> ours(Exception fault) {
        String id = FaultLog.log(LOG, "a request to the API failed", fault);
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        problem.setDetail("Something went wrong at our end. The log has it under this id.");
        problem.setProperty("id", id);
        return problem(problem, HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static ResponseEntity<Object> problem(ProblemDetail problem, HttpStatusCode status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
