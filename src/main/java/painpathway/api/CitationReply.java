package painpathway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Fact;
import painpathway.knowledge.Source.Citation;

/** A citation and how well it is supported: a statement can be weaker than its source but never stronger. */
public record CitationReply(
        String id,
        String document,
        String section,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fact,
        String evidence) {

    static CitationReply of(Citation citation, Evidence evidence) {
        return new CitationReply(
                citation.source().id(),
                citation.source().title(),
                citation.section(),
                citation.fact(),
                evidence.word());
    }

    static CitationReply of(Fact fact) {
        return of(
                new Citation(fact.document(), fact.section(), fact.id()),
                fact.document().status());
    }
}
