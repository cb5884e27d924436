package painpathway.web.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How wide words are in Arial, in thousandths of their size: the picture asks for fonts that are as wide as it, so lines can be broken
 * before a browser has seen them.
 */
final class Lettering {

    /** Letters with their width; whatever is not among them counts as wide. */
    private static final int[] WIDTHS = new int[128];

    private static final int WIDE = 620;
    private static final String MORE = "…";

    static {
        Arrays.fill(WIDTHS, WIDE);
        width(222, "ijl'|");
        width(278, " !,./:;ftI[]\\");
        width(333, "-()r`\"");
        width(500, "ckszxyvJ");
        width(556, "abdeghnopqu0123456789L_?$#");
        width(584, "+<=>~^*");
        width(667, "ABEKPSVXY&");
        width(722, "CDHNRUw");
        width(778, "GOQ");
        width(833, "mM%");
        width(944, "W@");
    }

    private Lettering() {}

    private static void width(int width, String letters) {
        letters.chars().forEach(c -> WIDTHS[c] = width);
    }

    /** The width of a text in letters of this size. */
    static double width(String text, double size) {
        return text.chars().map(c -> c < WIDTHS.length ? WIDTHS[c] : WIDE).sum() * size / 1000;
    }

    /** A text in lines of at most this width; of what needs more lines, the last one ends with dots. */
    static List<String> lines(String text, double size, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        if (lines.size() > most) {
            String last = String.join(" ", lines.subList(most - 1, lines.size()));
            lines = new ArrayList<>(lines.subList(0, most - 1));
            lines.add(last);
        }
        return lines.stream().map(l -> cut(l, size, width)).toList();
    }

    /** As much of a text as has room in one line. */
    static String cut(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + MORE, size) > width) {
            end--;
        }
        return text.substring(0, end).strip() + MORE;
    }
}
