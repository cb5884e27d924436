package painpathway.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import painpathway.folder.EnumWords;
import painpathway.folder.YamlMapping;
import painpathway.knowledge.Source.Citation;

/**
 * One of the procedures or kinds of care that the advisor gives a verdict on.
 *
 * @param index    position in {@link Catalogue#interventions()}
 * @param tags     names for groups that rules can be about, such as {@code x-ray} or {@code steroid}
 * @param is       what it is
 * @param can      what it can do
 * @param cannot   what it cannot do
 */
public record Intervention(
        int index,
        String id,
        String name,
        List<Purpose> purposes,
        Set<String> tags,
        String is,
        String can,
        String cannot,
        Citation citation,
        int line) {

    /** The tag of everything done to the body with an instrument. */
    public static final String PROCEDURE = "procedure";

    /** What it is done for. */
    public enum Purpose {
        DIAGNOSTIC,
        THERAPEUTIC;

        /** Its word in YAML, in JSON, and in the names of messages. */
        public String word() {
            return EnumWords.of(this);
        }

        @Override
        public String toString() {
            return word();
        }
    }

    static Intervention read(YamlMapping e, int index, Citations citations) {
        return new Intervention(
                index,
                e.text("id"),
                e.text("name"),
                purposes(e),
                Collections.unmodifiableSet(new LinkedHashSet<>(e.texts("tags"))),
                e.text("is"),
                e.text("can"),
                e.text("cannot"),
                citations.read(e),
                e.line());
    }

    private static List<Purpose> purposes(YamlMapping e) {
        List<Purpose> purposes = new ArrayList<>();
        boolean known = true;
        for (String word : e.texts("purposes")) {
            Purpose purpose = EnumWords.find(Purpose.class, word);
            if (purpose == null) {
                known = false;
            } else {
                purposes.add(purpose);
            }
        }
        if (purposes.isEmpty() || !known) {
            e.fault("purposes", "'purposes' should name diagnostic, therapeutic or both");
        }
        return List.copyOf(purposes);
    }

    /** True for the procedures, false for care without one. */
    public boolean procedure() {
        return tags.contains(PROCEDURE);
    }
}
