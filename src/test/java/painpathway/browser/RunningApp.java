package painpathway.browser;

import org.springframework.boot.SpringApplication;
import painpathway.Application;

/** The program with the shipped rules, started once for all browser tests on a free port of loopback. */
final class RunningApp {

    private static String address;

    private RunningApp() {
    }

    static synchronized String address() {
        if (address == null) {
            var context = SpringApplication.run(Application.class, "--server.port=0", "--server.address=127.0.0.1",
                    "--spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1", "--logging.level.root=warn");
            address = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        }
        return address;
    }
}
