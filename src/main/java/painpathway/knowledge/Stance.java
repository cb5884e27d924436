package painpathway.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Source.Citation;

/**
 * A question that published guidelines disagree about.
 *
 * @param byDefault what this advisor does about it
 * @param review    that a clinician has reviewed it; null if none has
 */
public record Stance(
        String id,
        String topic,
        String byDefault,
        List<Side> sides,
        @Nullable Review review,
        int line) {

    static final String FILE = "knowledge/stances.yaml";

    static Stance read(YamlMapping e, Citations citations) {
        List<Side> sides = new ArrayList<>();
        for (YamlMapping side : e.entries("sides")) {
            Citation citation = citations.read(side);
            sides.add(new Side(side.text("says"), citation, citations.evidence(side, citation)));
            side.done();
        }
        if (sides.size() < 2) {
            e.fault("sides", "a stance needs at least two sides");
        }
        return new Stance(
                e.text("id"), e.text("topic"), e.text("default"), List.copyOf(sides), Review.read(e), e.line());
    }

    /** What one guideline says. */
    public record Side(String says, Citation citation, Evidence evidence) {}
}
