package painpathway.web.map;

import java.util.List;

/**
 * A map as the template draws it.
 *
 * @param title   what it is a map of, and of which patient
 * @param sizes   of the letters and lines in its boxes
 */
record Picture(
        String title,
        long width,
        long height,
        List<Heading> headings,
        List<Sign> legend,
        List<Trace> traces,
        List<Shape> shapes) {

    /** What stands in a column. */
    record Heading(long x, String text) {}

    /** What a sign or a kind of line means; {@code line} where it is a line. */
    record Sign(long x, String look, String text, boolean line) {}

    /** A line, with the numbers of the boxes that it leads from and to. */
    record Trace(int from, int to, String look, String path) {}

    /**
     * A box.
     *
     * @param look  its words in the style sheet
     * @param href  where it leads
     * @param label all that stands in it, for those who hear it
     */
    record Shape(
            Place place,
            String look,
            String href,
            String label,
            List<Text> lines,
            List<Text> foot,
            List<Badge> badges) {}

    /** Where a box is. */
    record Place(long x, long y, long width, long height) {}

    /** A line of text. */
    record Text(long x, long y, String text) {}

    /** A sign in a box, named by its symbol. */
    record Badge(long x, long y, String look) {}
}
