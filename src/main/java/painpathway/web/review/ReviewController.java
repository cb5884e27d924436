package painpathway.web.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.web.Messages;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Workbench;
import painpathway.web.learn.Workbenches;

/** The review pack: how far the review is, and the items of a family or about an intervention, to print and to sign. */
@Controller
class ReviewController {

    private static final String ALL = "all";

    private final Workbenches benches;
    private final MessageSource messages;
    private final Clock clock;

    ReviewController(Workbenches benches, MessageSource messages, Clock clock) {
        this.benches = benches;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/review")
    String review(
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "") String intervention,
            Locale locale,
            Model model) {
        Workbench bench = benches.now();
        ReviewPack pack = ReviewPack.of(bench, new Messages(messages, locale), LocalDate.now(clock));
        List<ReviewFamily> shown = intervention.isEmpty()
                ? pack.families().stream()
                        .filter(f -> family.equals(ALL) || f.key().equals(family))
                        .toList()
                : pack.about(intervention).stream()
                        .filter(f -> family.isEmpty()
                                || family.equals(ALL)
                                || f.key().equals(family))
                        .toList();
        boolean known = intervention.isEmpty()
                ? family.isEmpty() || !shown.isEmpty()
                : bench.subjects().find(Kind.INTERVENTIONS, intervention).isPresent();
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("families", pack.families());
        model.addAttribute("whole", pack.whole());
        model.addAttribute("shown", shown);
        model.addAttribute("family", family);
        model.addAttribute("intervention", intervention);
        model.addAttribute("interventions", bench.subjects().of(Kind.INTERVENTIONS));
        model.addAttribute("version", bench.book().version());
        return "review/pack";
    }
}
