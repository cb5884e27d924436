package painpathway;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import painpathway.advice.LiveAdvisor;

@Configuration
class AdvisorConfiguration {

    /** {@code advisor.rules} names another rules folder; a folder with faults stops the start and lists them all. */
    @Bean
    LiveAdvisor liveAdvisor(@Value("${advisor.rules:}") String folder, @Value("${advisor.program}") String program) {
        return new LiveAdvisor(folder.isBlank() ? null : Path.of(folder), program);
    }
}
