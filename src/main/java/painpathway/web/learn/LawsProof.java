package painpathway.web.learn;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import painpathway.audit.Audit;
import painpathway.audit.AuditReport;
import painpathway.audit.Defect;
import painpathway.audit.Guarantee;
import painpathway.audit.StatedLaw;
import painpathway.logic.NotEncodable;
import painpathway.rules.RuleBook;

/** The proof of the laws of one rule book for every possible patient. It takes seconds of all cores, so somebody has to ask for it. */
final class LawsProof {

    private final RuleBook book;
    private @Nullable CompletableFuture<Outcome> proof;

    LawsProof(RuleBook book) {
        this.book = book;
    }

    /** What came of it: a report, or why there can be none. */
    record Outcome(@Nullable AuditReport report, String problem) {

        /** What was found against a law: nothing if it is proved. */
        List<Defect> against(StatedLaw law) {
            return report == null
                    ? List.of()
                    : report.defects().stream()
                            .filter(d -> !d.warning() && StatedLaw.FILE.equals(d.file()) && d.line() == law.line())
                            .toList();
        }

        private static Outcome none(String problem) {
            return new Outcome(null, problem);
        }
    }

    /** Begins to prove, unless that has been done. */
    synchronized void begin() {
        if (proof == null) {
            proof = CompletableFuture.supplyAsync(this::prove);
        }
    }

    private Outcome prove() {
        try {
            return new Outcome(Audit.of(book, EnumSet.of(Guarantee.LAWS, Guarantee.ORDER)), "");
        } catch (NotEncodable e) {
            return Outcome.none(String.valueOf(e.getMessage()));
        }
    }

    /** Whether it is being worked on. */
    synchronized boolean running() {
        return proof != null && !proof.isDone();
    }

    /** The result; null before it is there. */
    synchronized @Nullable Outcome outcome() {
        return proof == null || !proof.isDone() ? null : proof.join();
    }
}
