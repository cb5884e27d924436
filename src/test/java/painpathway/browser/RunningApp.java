package painpathway.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import painpathway.Application;
import painpathway.records.Databases;

/** The program with the shipped rules, started once for all browser tests of one process on a free port of loopback; and once more on PostgreSQL. */
final class RunningApp {

    private static String address;
    private static String onPostgres;

    private RunningApp() {}

    static synchronized String address() {
        if (address == null) {
            address = start("jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1");
        }
        return address;
    }

    static synchronized String onPostgres() {
        if (onPostgres == null) {
            onPostgres = start(Databases.postgres());
        }
        return onPostgres;
    }

    /** Once more with a rules folder of its own. */
    static String withRules(Path folder) {
        return start("jdbc:h2:mem:rules;DB_CLOSE_DELAY=-1", "--advisor.rules=" + folder);
    }

    private static String start(String database, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + database,
                "--logging.level.root=warn"));
        arguments.addAll(List.of(more));
        var context = SpringApplication.run(Application.class, arguments.toArray(String[]::new));
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }
}
