package painpathway.folder;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Did you mean: the known id that is closest to a misspelt one. */
public final class DidYouMean {

    private DidYouMean() {}

    /** {@code "; did you mean 'x'?"} if some known id is near enough, else an empty text. */
    public static String hint(String id, Collection<String> known) {
        @Nullable String best = null;
        int bestDistance = Math.max(2, id.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(id, candidate);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return best == null ? "" : "; did you mean '" + best + "'?";
    }

    /** Levenshtein distance: single-character insertions, deletions and replacements. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
