package painpathway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
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
        // Not from the parameters: a body that cannot be taken apart must not be tried again by the page that says so.
        Map<Boolean, List<String>> parts = Stream.of(
                        Objects.requireNonNullElse(request.getQueryString(), "").split("&"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.partitioningBy(part -> part.equals(PARAMETER) || part.startsWith(PARAMETER + "=")));
        String query = String.join("&", parts.getOrDefault(false, List.of()));
        String usual = query.isEmpty() ? path : path + "?" + query;
        String room = usual + (query.isEmpty() ? "?" : "&") + PARAMETER;
        boolean on = !patient && !parts.getOrDefault(true, List.of()).isEmpty();
        return new Show(on, room, usual);
    }
}
