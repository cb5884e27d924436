package painpathway.api;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * How a fault of ours gets into the log: which classes of exceptions, and where. Never their messages, which may quote an answer
 * (a database does, and so does everything that reads a number), and so never the exception itself.
 */
public final class FaultLog {

    private static final String OURS = "painpathway.";
    private static final int FRAMES = 12;
    private static final int CAUSES = 5;

    private FaultLog() {}

    /** Logs a fault and gives the id under which it stands in the log. {@code what} is a text of the program's own. */
    public static String log(Logger log, String what, Throwable fault) {
        String id = UUID.randomUUID().toString();
        log.error("fault {}: {}: {}", id, what, where(fault));
        return id;
    }

    private static String where(Throwable fault) {
        StringBuilder text = new StringBuilder();
        Throwable cause = fault;
        for (int i = 0; cause != null && i < CAUSES; i++, cause = cause.getCause()) {
            text.append(i == 0 ? "" : " caused by ")
                    .append(cause.getClass().getName())
                    .append(frames(cause.getStackTrace()));
        }
        return text.toString();
    }

    /** The innermost line, and the lines of the program's own code. */
    private static String frames(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> frame == stack[0] || frame.getClassName().startsWith(OURS))
                .limit(FRAMES)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining());
    }
}
