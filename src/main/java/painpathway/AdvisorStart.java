package painpathway;

import java.nio.file.Path;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import painpathway.advice.LiveAdvisor;
import painpathway.api.ProgramVersion;
import painpathway.audit.Acceptance;
import painpathway.command.ServerSettings;

/**
 * Begins to read and compile the rules before anything else of the program starts, because that takes longest.
 * {@code advisor.rules} names another rules folder; one that is not accepted stops the start, and everything wrong with it is listed.
 */
class AdvisorStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        String folder = environment.getProperty(ServerSettings.RULES, "");
        LiveAdvisor live =
                new LiveAdvisor(folder.isBlank() ? null : Path.of(folder), ProgramVersion.current(), Acceptance::check);
        context.getBeanFactory().registerSingleton("liveAdvisor", live);
    }

    /** Waits until the rules are accepted, but not for the compiling of shipped ones, as the last thing before the program serves anybody. */
    @Component
    static class Gate implements SmartInitializingSingleton {

        private final LiveAdvisor live;

        Gate(LiveAdvisor live) {
            this.live = live;
        }

        @Override
        public void afterSingletonsInstantiated() {
            live.book();
        }
    }
}
