package painpathway.questionnaire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import painpathway.folder.YamlMapping;

/** The unit of a number, with its word for one and for any other number. The only place that chooses between the two. */
public record Unit(String one, String other) {

    private static final Pattern ONE = Pattern.compile("[-+]?0*1(\\.0*)?");

    /** {@code unit: {one: week, other: weeks}}, or one word for both where there is no plural; null where nothing stands there. */
    static @Nullable Unit read(YamlMapping entry) {
        if (entry.isEntry("unit")) {
            YamlMapping forms = entry.part("unit");
            Unit unit = new Unit(forms.text("one"), forms.text("other"));
            forms.done();
            return unit;
        }
        String word = entry.optional("unit");
        return word == null ? null : new Unit(word, word);
    }

    /** A number, as it was written, with the word that goes with it: 1 week, 0 weeks, 1.5 weeks. */
    public String with(String number) {
        return number + " " + (ONE.matcher(number).matches() ? one : other);
    }
}
