package painpathway.web.map;

import java.util.List;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;

/**
 * What is on a map, before anything has its place.
 *
 * @param strokes between the nodes, by their positions
 * @param results from one intervention to the next, by their positions
 * @param whole   whether every family that was to be unfolded had room
 */
record Sketch(List<Node> nodes, List<Stroke> strokes, List<Result> results, boolean whole) {

    /** The columns from left to right. */
    static final List<Kind> COLUMNS =
            List.of(Kind.QUESTIONS, Kind.CRITERIA, Kind.PATTERNS, Kind.RULES, Kind.INTERVENTIONS);

    /**
     * One box.
     *
     * @param key       the address of its page, or the word for its family
     * @param members   what is folded in it, or the one thing that it is
     * @param neighbour an intervention that comes before or after the one that the map is about
     */
    record Node(Kind kind, String key, String title, List<Subject> members, boolean folded, boolean neighbour) {

        static Node of(Subject subject, boolean neighbour) {
            return new Node(subject.kind(), subject.address(), subject.title(), List.of(subject), false, neighbour);
        }

        static Node of(Family family, List<Subject> members) {
            return new Node(family.kind(), family.key(), family.name(), members, true, false);
        }

        /** What it is, where it is one thing. */
        Subject single() {
            return members.get(0);
        }
    }

    /** One thing, or some of a family, that another one reads. */
    record Stroke(int from, int to, boolean against, int count) {}

    /** A result of one intervention is a criterion of the other, or of the same one again. */
    record Result(int from, int to) {}
}
