package painpathway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.folder.Fault;
import painpathway.knowledge.Catalogue;
import painpathway.knowledge.Intervention;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;

/** Which knowledge is in use, and how much of it there is. */
record KnowledgeReply(
        String version,
        String program,
        String defaultPolicy,
        List<Policy> policies,
        Counts counts,
        List<String> warnings,
        Reload reload) {

    /** One set of criteria to choose from. */
    record Policy(String id, String name, String text) {}

    /** How many there are of each kind. */
    record Counts(
            int questions,
            int rules,
            long criteria,
            long patterns,
            int interventions,
            long procedures,
            int redFlags,
            int stances,
            int facts,
            int notes,
            int sources) {

        static Counts of(RuleBook book) {
            Catalogue catalogue = book.catalogue();
            return new Counts(
                    book.questionnaire().asked().size(),
                    book.rules().size(),
                    findings(book, Stage.CRITERIA),
                    findings(book, Stage.PATTERNS),
                    catalogue.interventions().size(),
                    catalogue.interventions().stream()
                            .filter(Intervention::procedure)
                            .count(),
                    catalogue.redFlags().size(),
                    catalogue.stances().size(),
                    catalogue.facts().size(),
                    catalogue.notes().size(),
                    catalogue.sources().size());
        }

        private static long findings(RuleBook book, Stage stage) {
            return book.findings().stream().filter(f -> f.stage() == stage).count();
        }
    }

    /** Whether the last change to the rules folder was accepted or refused: since when, and why. */
    @JsonInclude(Include.NON_NULL)
    record Reload(
            String state,
            @Nullable String since,
            @Nullable String at,
            @JsonInclude(Include.NON_EMPTY) List<String> faults) {

        static Reload of(painpathway.advice.@Nullable Reload reload) {
            boolean refused = reload != null && reload.refused();
            String at = reload == null ? null : reload.at().toString();
            return new Reload(
                    reload == null ? "none" : refused ? "refused" : "accepted",
                    refused ? at : null,
                    refused ? null : at,
                    reload == null
                            ? List.of()
                            : reload.faults().stream().map(Fault::toString).toList());
        }
    }

    static KnowledgeReply of(RuleBook book, String program, painpathway.advice.@Nullable Reload reload) {
        return new KnowledgeReply(
                book.version(),
                program,
                book.catalogue().defaultPolicy(),
                book.catalogue().policies().stream()
                        .map(p -> new Policy(p.id(), p.name(), p.text()))
                        .toList(),
                Counts.of(book),
                book.warnings().stream().map(Fault::toString).toList(),
                Reload.of(reload));
    }
}
