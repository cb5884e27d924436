package painpathway.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import painpathway.api.FaultLog;

/**
 * Wraps everything that answers a request. A request that cannot be read is refused before anything else sees it, and a fault of
 * ours is logged here without any value from the request: the server would log the message of the exception, which quotes what was
 * sent.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FaultFilter extends OncePerRequestFilter {

    private static final String ERROR_PAGE = "/error";

    /** For the error page: the id of the fault in the log. */
    private static final String FAULT = "fault";

    private static final Logger LOG = LoggerFactory.getLogger(FaultFilter.class);

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        if (first) {
            int refused = unreadable(request);
            if (refused != 0) {
                refuse(request, response, refused);
                return;
            }
            if (request.getRequestURI().equals(request.getContextPath() + ERROR_PAGE)) {
                // It is shown where something went wrong. Asked for by itself, it does not exist.
                request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpServletResponse.SC_NOT_FOUND);
            }
        }
        try {
            chain.doFilter(request, response);
        } catch (Exception | Error e) {
            if (gone(e)) {
                return;
            }
            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            String id =
                    FaultLog.log(LOG, "a request to " + (pattern == null ? "no page of ours" : pattern) + " failed", e);
            if (response.isCommitted()) {
                // Half a page must not look like a whole one, so the connection is broken off.
                throw new Broken();
            }
            request.setAttribute(FAULT, id);
            answer(first, response, id);
        }
    }

    /** Decodes all parameters at once; the status to refuse the request with, or 0. */
    private static int unreadable(HttpServletRequest request) throws IOException {
        // Spring's own filter does the same, but may run after this one.
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            request.getParameterMap();
            return 0;
        } catch (InvalidParameterException e) {
            return e.getErrorCode() >= 400 && e.getErrorCode() < 500
                    ? e.getErrorCode()
                    : HttpServletResponse.SC_BAD_REQUEST;
        } catch (RuntimeException e) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.sendError(status);
            return;
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write("""
                {"status":%d,"title":"%s","detail":"The request could not be read: a parameter is damaged, too large or not UTF-8 text."}""".formatted(
                status, HttpStatus.valueOf(status).getReasonPhrase()).getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(boolean first, HttpServletResponse response, String id) throws IOException {
        if (first) {
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            return;
        }
        // The error page itself failed.
        response.resetBuffer();
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.getOutputStream()
                .write(("Something went wrong. It is in the log under " + id + ".\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Whether there is nobody left to answer. */
    private static boolean gone(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }

    /** Has no message, because everything is in the log already. */
    private static final class Broken extends RuntimeException {

        Broken() {
            super("already in the log");
        }
    }
}
