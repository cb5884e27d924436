package painpathway.web.quiz;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/** Who asks for a page of a class. Each class has its own cookies, which no script can read and which end with it. */
record ClassRequest(HttpServletRequest request, HttpServletResponse response) {

    /** A form of a class is much smaller. */
    private static final int LARGEST = 8 * 1024;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{20,80}");
    private static final String LEARNER = "learner";
    private static final String EDUCATOR = "educator";

    /** Refuses what no form of ours sends. */
    ClassRequest small() {
        if (request.getContentLengthLong() > LARGEST || request.getContentLengthLong() < 0) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return this;
    }

    /** Which form something was sent by; empty where it is none of ours. */
    static String form(Map<String, String> sent) {
        String form = sent.getOrDefault("token", "");
        return FORM.matcher(form).matches() ? form : "";
    }

    /** Who it is in the class; empty for somebody who has not joined from this browser. */
    String learner() {
        return value(LEARNER);
    }

    /** Whether this browser opened the class. */
    boolean leads(Classroom classroom) {
        return classroom.educator().equals(value(EDUCATOR));
    }

    private String value(String name) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null ? "" : cookie.getValue();
    }

    void rememberLearner(ClassCode code, String learner) {
        remember(code, LEARNER, learner, Classroom.LASTS);
    }

    void rememberEducator(Classroom classroom) {
        remember(classroom.code(), EDUCATOR, classroom.educator(), Classroom.LASTS);
    }

    void forgetEducator(ClassCode code) {
        remember(code, EDUCATOR, "", Duration.ZERO);
    }

    private void remember(ClassCode code, String name, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path(request.getContextPath() + code.path())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Nothing of a class is kept in a cache. */
    ClassRequest uncached() {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return this;
    }

    /** The whole address at which learners join, as this browser would write it. */
    String address(ClassCode code) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path(code.path())
                .toUriString();
    }

    /** Whether the address is that of the machine itself, which no telephone reaches. */
    boolean reachesOnlyItself() {
        String host = request.getServerName();
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("::1");
    }
}
