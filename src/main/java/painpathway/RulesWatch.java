package painpathway;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import painpathway.advice.LiveAdvisor;

/** Picks up changes in the folder named by {@code advisor.rules} without a restart. The shipped rules never change. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("advisor.rules")
class RulesWatch {

    private final LiveAdvisor live;

    RulesWatch(LiveAdvisor live) {
        this.live = live;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
    void look() {
        live.reloadIfChanged();
    }
}
