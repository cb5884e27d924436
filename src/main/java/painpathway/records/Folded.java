package painpathway.records;

import java.text.Normalizer;
import java.util.Locale;

/** A text as it is searched: without case, accents, and the ways in which Unicode writes the same letter. */
final class Folded {

    private Folded() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\p{Cf}]", "")
                // There and back again, because some letters only meet in one of the two: ß and SS, or the two small
                // sigmas.
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{Z}+|\\s+", " ")
                .strip();
    }
}
