package painpathway;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import painpathway.command.CommandLines;
import painpathway.folder.FaultyKnowledge;
import painpathway.records.StoreInUse;

/** Starts the advisor with its pages and its API on loopback, or runs one of the commands without a server. */
@SpringBootApplication
public class Application {

    /** Starts the advisor if all arguments are settings of it; else runs a command and ends with its exit code. */
    public static void main(String[] args) {
        if (CommandLines.startServer(args)) {
            start(args);
        } else {
            Charset charset = Charset.defaultCharset();
            System.exit(CommandLines.run(
                    new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset), args));
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
