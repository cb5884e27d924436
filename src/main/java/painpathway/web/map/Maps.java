package painpathway.web.map;

import java.util.List;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import painpathway.advice.LiveAdvisor;
import painpathway.rules.PerRuleBook;
import painpathway.web.learn.Workbenches;

/** The maps of the rules in use. The whole map is laid out in the background: the first layout of a program takes seconds. */
@Component
class Maps {

    private final LiveAdvisor live;
    private final PerRuleBook<Drawings> drawings;

    Maps(LiveAdvisor live, Workbenches benches) {
        this.live = live;
        this.drawings = new PerRuleBook<>(book -> new Drawings(benches.now()));
    }

    @EventListener(WebServerInitializedEvent.class)
    void prepare() {
        Thread thread = new Thread(() -> {
            // The rules come first, which everything else waits for.
            live.now();
            now().of("", List.of());
        });
        thread.setName("map");
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setDaemon(true);
        thread.start();
    }

    Drawings now() {
        return drawings.of(live.book());
    }
}
