package painpathway;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import painpathway.folder.FaultyKnowledge;

/** Tells the author of a rules folder what is wrong with it, without a stack trace. */
class FaultyKnowledgeReport extends AbstractFailureAnalyzer<FaultyKnowledge> {

    @Override
    protected FailureAnalysis analyze(Throwable root, FaultyKnowledge cause) {
        String faults = cause.faults().stream().map(Object::toString).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "The rules folder cannot be used:\n\n" + faults,
                cause.count() + " found. Fix " + (cause.faults().size() == 1 ? "it" : "them") + " and start again.",
                cause);
    }
}
