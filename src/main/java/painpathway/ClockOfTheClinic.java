package painpathway;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock by which it is decided what is due. */
@Configuration
class ClockOfTheClinic {

    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }
}
