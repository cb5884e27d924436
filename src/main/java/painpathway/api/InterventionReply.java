package painpathway.api;

import java.util.List;
import painpathway.knowledge.Intervention;
import painpathway.rules.RuleBook;

/** One of the procedures or kinds of care that the advisor gives a verdict on. */
record InterventionReply(
        String id,
        String name,
        List<String> purposes,
        List<String> tags,
        String is,
        String can,
        String cannot,
        CitationReply source) {

    static List<InterventionReply> of(RuleBook book) {
        return book.catalogue().interventions().stream()
                .map(InterventionReply::of)
                .toList();
    }

    private static InterventionReply of(Intervention intervention) {
        return new InterventionReply(
                intervention.id(),
                intervention.name(),
                intervention.purposes().stream().map(Intervention.Purpose::word).toList(),
                intervention.tags().stream().sorted().toList(),
                intervention.is(),
                intervention.can(),
                intervention.cannot(),
                CitationReply.of(
                        intervention.citation(),
                        intervention.citation().source().status()));
    }
}
