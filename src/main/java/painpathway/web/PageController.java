package painpathway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;

/**
 * The one page: questions and advice. It works by plain form posts; with htmx only the parts around the questions are
 * replaced, so that no field loses its focus. The same fields as a query make a link to a filled form.
 */
@Controller
class PageController {

    private final LiveAdvisor live;
    private final MessageSource messages;

    PageController(LiveAdvisor live, MessageSource messages) {
        this.live = live;
        this.messages = messages;
    }

    @RequestMapping(path = "/", method = {RequestMethod.GET, RequestMethod.POST})
    String page(@RequestParam MultiValueMap<String, String> parameters, @RequestHeader(name = "HX-Request", required = false) String htmx,
                Locale locale, Model model, HttpServletResponse response) {
        Advisor advisor = live.now();
        Words words = new Words(messages, locale);
        Form form = Form.of(parameters);
        Reading reading = Reading.of(form, advisor.book());
        Advice advice = advisor.advise(reading.assessment());
        model.addAttribute("page", QuestionnairePage.of(form, reading, advisor.book(), words));
        model.addAttribute("view", AdviceView.of(advice, QuestionnairePage.placeNames(reading, advisor.book(), words), advisor.book(), words));
        model.addAttribute("partial", htmx != null);
        // Answers of a patient: no cache keeps them, and a part of a page is never taken for the whole.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, "HX-Request");
        if (htmx != null && !QuestionnairePage.ADVICE.equals(form.at())) {
            // While questions are in view the long advice is not: it is sent when it is opened.
            response.setHeader("HX-Reswap", "none");
        }
        return htmx == null ? "page" : "live";
    }
}
