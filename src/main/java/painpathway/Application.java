package painpathway;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import painpathway.command.AuditCommand;
import painpathway.command.CompareCommand;
import painpathway.command.ReplayCommand;
import painpathway.folder.FaultyKnowledge;
import painpathway.records.StoreInUse;

/** Starts the advisor with its pages and its API on loopback, or runs one of the commands without a server. */
@SpringBootApplication
public class Application {

    /** Starts the advisor, or runs the command named by the first argument. */
    public static void main(String[] args) {
        List<String> arguments = Arrays.asList(args);
        switch (args.length == 0 ? "" : args[0]) {
            case AuditCommand.NAME ->
                System.exit(AuditCommand.run(arguments.subList(1, args.length), System.out, System.err));
            case CompareCommand.NAME ->
                System.exit(CompareCommand.run(arguments.subList(1, args.length), System.out, System.err));
            case ReplayCommand.NAME ->
                System.exit(ReplayCommand.run(arguments.subList(1, args.length), System.out, System.err));
            default -> start(args);
        }
    }

    /** Ends with 2 where whoever starts it has something to put right; a report has told what. */
    private static void start(String[] args) {
        try {
            SpringApplication.run(Application.class, args);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof FaultyKnowledge || cause instanceof StoreInUse) {
                    System.exit(2);
                }
            }
            throw e;
        }
    }
}
