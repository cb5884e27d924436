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

    /** How many slips lead from one word to the other: a letter too many, too few or wrong, or two neighbours swapped. */
    public static int distance(String a, String b) {
        int[][] slips = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                int replace = slips[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                slips[i][j] = Math.min(replace, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[a.length()][b.length()];
    }
}
