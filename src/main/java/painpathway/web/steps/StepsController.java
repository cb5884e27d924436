package painpathway.web.steps;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.Advisor;
import painpathway.advice.LiveAdvisor;
import painpathway.advice.Traced;
import painpathway.web.learn.Case;
import painpathway.web.learn.Workbenches;

/** Steps through the run of the rules over a case; its address has the step. */
@Controller
class StepsController {

    private final Workbenches benches;
    private final LiveAdvisor live;

    StepsController(Workbenches benches, LiveAdvisor live) {
        this.benches = benches;
        this.live = live;
    }

    /** {@code of}: an intervention that is looked at; without a step the page goes to the one that decided it. */
    @GetMapping("/cases/{id}/steps")
    String steps(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer at,
            @RequestParam(defaultValue = "1") int place,
            @RequestParam(defaultValue = "") String of,
            Locale locale,
            Model model) {
        Case patient = benches.find(id);
        Advisor advisor = live.now();
        Traced traced = advisor.trace(patient.assessment());
        if (place < 1 || place > patient.assessment().advised()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Walk walk = Walk.of(advisor, traced, place - 1);
        model.addAttribute("page", new StepViews(benches.parts(locale), patient, walk).page(at, of));
        return "steps/page";
    }
}
