package painpathway.records;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the person who started the program a second time what is in the way, without a stack trace. */
class StoreInUseReport extends AbstractFailureAnalyzer<StoreInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable root, StoreInUse cause) {
        return new FailureAnalysis(
                "The database file " + cause.file() + " is already open in another program"
                        + cause.by().map(StoreInUseReport::by).orElse("") + ".",
                "Stop that program, or start with another file: \"--spring.datasource.url=" + cause.another() + "\"",
                cause);
    }

    private static String by(ProcessHandle process) {
        return " (process " + process.pid()
                + process.info().command().map(c -> ", " + c).orElse("") + ")";
    }
}
