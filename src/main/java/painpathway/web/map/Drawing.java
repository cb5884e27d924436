package painpathway.web.map;

import java.util.List;
import java.util.Locale;
import painpathway.web.learn.Kind;
import painpathway.web.map.Sketch.Node;

/**
 * A map on which everything has its place.
 *
 * @param boxes    from left to right, and from top to bottom
 * @param headings of the columns
 */
record Drawing(
        double width, double height, List<Box> boxes, List<Curve> curves, List<Heading> headings, boolean whole) {

    /** How far all lines run up and down together: the less, the easier each is to follow. */
    double upAndDown() {
        double sum = 0;
        for (Curve curve : curves) {
            for (int i = 1; i < curve.points.size(); i++) {
                sum += Math.abs(curve.points.get(i).y - curve.points.get(i - 1).y);
            }
        }
        return sum;
    }

    /** A node with its place, and its name in lines. */
    record Box(Node node, double x, double y, double width, double height, List<String> lines) {

        Box moved(double down) {
            return new Box(node, x, y + down, width, height, lines);
        }

        double right() {
            return x + width;
        }

        double middle() {
            return y + height / 2;
        }
    }

    /** A point of a line. */
    record Point(double x, double y) {}

    /**
     * A line from one box to another, by their positions.
     *
     * @param result leads from one intervention to the next, and not from what is read to what reads it
     */
    record Curve(int from, int to, boolean result, boolean against, int count, List<Point> points) {

        /** The same between boxes at these positions. */
        Curve between(int start, int end) {
            return new Curve(start, end, result, against, count, points);
        }

        /** As SVG has it: level where it leaves and arrives; the points of a result are those of one Bézier curve. */
        String path() {
            StringBuilder path = new StringBuilder("M").append(at(points.get(0)));
            if (result) {
                return path.append("C")
                        .append(at(points.get(1)))
                        .append(" ")
                        .append(at(points.get(2)))
                        .append(" ")
                        .append(at(points.get(3)))
                        .toString();
            }
            for (int i = 1; i < points.size(); i++) {
                Point last = points.get(i - 1);
                Point next = points.get(i);
                if (Math.abs(last.y - next.y) < 1) {
                    path.append("L").append(at(next));
                } else {
                    double between = (last.x + next.x) / 2;
                    path.append("C")
                            .append(at(new Point(between, last.y)))
                            .append(" ")
                            .append(at(new Point(between, next.y)))
                            .append(" ")
                            .append(at(next));
                }
            }
            return path.toString();
        }

        private static String at(Point point) {
            return String.format(Locale.ROOT, "%.0f,%.0f", point.x, point.y);
        }
    }

    /** What stands in a column, and where the column begins. */
    record Heading(Kind kind, double x) {}
}
