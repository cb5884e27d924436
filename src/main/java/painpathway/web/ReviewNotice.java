package painpathway.web;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import painpathway.advice.LiveAdvisor;
import painpathway.advice.ReviewShare;
import painpathway.rules.PerRuleBook;

/** Tells every page what day it is, and how many of the rules in use clinicians have reviewed. */
@ControllerAdvice
class ReviewNotice {

    private final LiveAdvisor live;
    private final Clock clock;
    /** Asked for by every page and every answer: counted once for each set of rules. */
    private final PerRuleBook<ReviewShare> shares = new PerRuleBook<>(ReviewShare::of);

    ReviewNotice(LiveAdvisor live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    /** A review that was enough yesterday can be due again today. */
    @ModelAttribute("today")
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Of all rules and texts. */
    @ModelAttribute("reviewsInUse")
    ReviewShare inUse() {
        return shares.of(live.book());
    }
}
