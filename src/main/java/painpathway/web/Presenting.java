package painpathway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Whether a page is shown to a room: in large letters and without navigation. A page about a patient never is. */
@ControllerAdvice
class Presenting {

    private static final String PARAMETER = "present";

    /**
     * How a page is shown.
     *
     * @param on    to a room
     * @param enter the address of the page as a room sees it
     * @param leave its usual address
     */
    public record Show(boolean on, String enter, String leave) {}

    @ModelAttribute("presenting")
    Show show(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean patient = path.startsWith("/intakes") || path.startsWith("/records");
        String query = Stream.of(
                        Objects.requireNonNullElse(request.getQueryString(), "").split("&"))
                .filter(part -> !part.isEmpty() && !part.split("=")[0].equals(PARAMETER))
                .collect(Collectors.joining("&"));
        String usual = query.isEmpty() ? path : path + "?" + query;
        String room = usual + (query.isEmpty() ? "?" : "&") + PARAMETER;
        boolean on = !patient && request.getParameterMap().containsKey(PARAMETER);
        return new Show(on, room, usual);
    }
}
