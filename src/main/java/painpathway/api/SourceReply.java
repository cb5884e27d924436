package painpathway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.knowledge.Source;
import painpathway.rules.RuleBook;

/** A document or guideline that the knowledge is based on. */
@JsonInclude(Include.NON_NULL)
record SourceReply(
        String id,
        String kind,
        String title,
        @Nullable String publisher,
        @Nullable String year,
        @Nullable String address,
        @Nullable String via,
        String status,
        @JsonInclude(Include.ALWAYS) @Nullable String reviewed,
        List<String> sections) {

    static List<SourceReply> of(RuleBook book) {
        return book.catalogue().sources().stream().map(SourceReply::of).toList();
    }

    private static SourceReply of(Source source) {
        return new SourceReply(
                source.id(),
                source.kind().word(),
                source.title(),
                source.publisher(),
                source.year(),
                source.address(),
                source.via(),
                source.status().word(),
                source.reviewed(),
                source.sections());
    }
}
