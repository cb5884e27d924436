package painpathway.web.help;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import painpathway.advice.LiveAdvisor;

/** The page about how to use the advisor, and the glossary, which is made from the rules in use. */
@Controller
class HelpController {

    private final LiveAdvisor live;

    HelpController(LiveAdvisor live) {
        this.live = live;
    }

    @GetMapping("/help")
    String help() {
        return "help";
    }

    @GetMapping("/help/glossary")
    String glossary(Model model) {
        model.addAttribute("glossary", Glossary.of(live.book()));
        return "glossary";
    }
}
