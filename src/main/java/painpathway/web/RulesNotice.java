package painpathway.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import painpathway.advice.LiveAdvisor;
import painpathway.advice.Reload;

/** Tells every page whether a change to the rules was refused; otherwise its author would think that it is in use. */
@ControllerAdvice
class RulesNotice {

    private final LiveAdvisor live;

    RulesNotice(LiveAdvisor live) {
        this.live = live;
    }

    /** Since when the rules in use are not the ones in the folder; null if they are. */
    @ModelAttribute("rulesRefused")
    @Nullable
    DisplayTime rulesRefused() {
        Reload last = live.lastReload();
        return last == null || !last.refused() ? null : DisplayTime.of(last.at());
    }
}
