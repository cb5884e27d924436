package painpathway.knowledge;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Source.Citation;

/**
 * One of the procedures or kinds of care that the advisor gives a verdict on.
 *
 * @param index    position in {@link Catalogue#interventions()}
 * @param purposes {@code diagnostic}, {@code therapeutic} or both
 * @param tags     names for groups that rules can be about, such as {@code x-ray} or {@code steroid}
 * @param is       what it is
 * @param can      what it can do
 * @param cannot   what it cannot do
 */
public record Intervention(
        int index,
        String id,
        String name,
        List<String> purposes,
        Set<String> tags,
        String is,
        String can,
        String cannot,
        Citation citation,
        int line) {

    /** The tag of everything done to the body with an instrument. */
    public static final String PROCEDURE = "procedure";

    private static final List<String> PURPOSES = List.of("diagnostic", "therapeutic");

    static Intervention read(YamlMapping e, int index, Citations citations) {
        List<String> purposes = e.texts("purposes");
        if (purposes.isEmpty() || !PURPOSES.containsAll(purposes)) {
            e.fault("purposes", "'purposes' should name diagnostic, therapeutic or both");
        }
        return new Intervention(
                index,
                e.text("id"),
                e.text("name"),
                purposes,
                Collections.unmodifiableSet(new LinkedHashSet<>(e.texts("tags"))),
                e.text("is"),
                e.text("can"),
                e.text("cannot"),
                citations.read(e),
                e.line());
    }

    /** True for the procedures, false for care without one. */
    public boolean procedure() {
        return tags.contains(PROCEDURE);
    }
}
