package painpathway.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.counterfactual.CounterfactualResult.Blocked;

/** A rule that no permitted change can overcome; {@code beside} is an indication that it always accompanies, or null. */
record BlockedReply(
        String rule,
        String text,
        String says,
        CitationReply source,
        @Nullable String beside,
        List<Line> lines) {

    /** A line that can never be true. */
    record Line(String finding, String text, boolean ruledOut) {}

    static List<BlockedReply> of(List<Blocked> blocked) {
        return blocked.stream().map(BlockedReply::of).toList();
    }

    private static BlockedReply of(Blocked blocked) {
        return new BlockedReply(
                blocked.rule().id(),
                blocked.rule().name(),
                blocked.rule().verb().word(),
                CitationReply.of(blocked.rule().citation(), blocked.rule().evidence()),
                blocked.beside() == null ? null : blocked.beside().id(),
                blocked.lines().stream()
                        .map(l -> new Line(l.finding().id(), l.finding().label(), l.ruledOut()))
                        .toList());
    }
}
