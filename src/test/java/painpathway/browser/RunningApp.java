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
            var context = SpringApplication.run(Application.class, "--server.port=0", "--server.address=127.0.0.1");
            address = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        }
        return address;
    }
}
