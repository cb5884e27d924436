package painpathway.web.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import painpathway.web.learn.Kind;
import painpathway.web.map.Drawing.Box;
import painpathway.web.map.Drawing.Curve;
import painpathway.web.map.Drawing.Heading;
import painpathway.web.map.Drawing.Point;
import painpathway.web.map.Sketch.Node;
import painpathway.web.map.Sketch.Result;
import painpathway.web.map.Sketch.Stroke;

/** Gives everything on a sketch its place: the columns by ELK's layered layout, the neighbours of an intervention below and above it. */
final class Layout {

    /** Sizes in the units of the picture. */
    static final double LETTERS = 14;

    static final double LINE = 17;
    /** Below the name: an id or a mark. */
    static final double FOOT = 19;

    static final double INSET = 10;
    /** Above the columns: their headings and what the marks mean. */
    static final double TOP = 100;

    private static final double PADDING = 7;
    private static final double GAP = 10;
    private static final double BETWEEN = 58;
    private static final int MOST_LINES = 4;
    private static final int TRIES = 4;
    private static final int LARGE = 100;
    private static final int THOROUGHNESS = 20;
    private static final Map<Kind, Double> WIDTHS = Map.of(
            Kind.QUESTIONS,
            208.0,
            Kind.CRITERIA,
            208.0,
            Kind.PATTERNS,
            184.0,
            Kind.RULES,
            236.0,
            Kind.INTERVENTIONS,
            184.0);

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final Sketch sketch;
    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final Map<Node, ElkNode> placed = new HashMap<>();

    private Layout(Sketch sketch) {
        this.sketch = sketch;
    }

    /** The best of a few tries, which begin at different orders; of a large one the first. The same sketch always gives the same drawing. */
    static Drawing of(Sketch sketch) {
        return IntStream.rangeClosed(1, large(sketch) ? 1 : TRIES)
                .mapToObj(seed -> new Layout(sketch).draw(seed))
                .min(Comparator.comparingDouble(Drawing::upAndDown))
                .orElseThrow();
    }

    private static boolean large(Sketch sketch) {
        return sketch.nodes().size() > LARGE;
    }

    private Drawing draw(int seed) {
        options(seed);
        sketch.nodes().stream().filter(n -> !n.neighbour()).forEach(this::add);
        List<ElkEdge> edges = new ArrayList<>();
        for (Stroke stroke : sketch.strokes()) {
            edges.add(ElkGraphUtil.createSimpleEdge(
                    placed.get(sketch.nodes().get(stroke.from())),
                    placed.get(sketch.nodes().get(stroke.to()))));
        }
        new RecursiveGraphLayoutEngine().layout(graph, new NullElkProgressMonitor());
        List<Box> boxes = boxes();
        // Neighbours may have been put above everything else.
        double down = Math.max(0, TOP - boxes.stream().mapToDouble(Box::y).min().orElse(TOP));
        boxes = boxes.stream().map(b -> b.moved(down)).toList();
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            curves.add(curve(sketch.strokes().get(i), edges.get(i), TOP + down));
        }
        for (Result result : sketch.results()) {
            curves.add(curve(result, boxes));
        }
        return drawing(boxes, curves);
    }

    private void options(int seed) {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(2));
        graph.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        graph.setProperty(CoreOptions.PARTITIONING_ACTIVATE, true);
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, GAP);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 4.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 2.0);
        graph.setProperty(CoreOptions.SPACING_EDGE_EDGE, 3.0);
        graph.setProperty(CoreOptions.SPACING_EDGE_NODE, 6.0);
        graph.setProperty(LayeredOptions.MERGE_EDGES, true);
        graph.setProperty(LayeredOptions.THOROUGHNESS, large(sketch) ? 5 : THOROUGHNESS);
        graph.setProperty(CoreOptions.RANDOM_SEED, seed);
        // Without it, the order depends on where things happen to lie in memory.
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    }

    private void add(Node node) {
        ElkNode box = ElkGraphUtil.createNode(graph);
        box.setDimensions(width(node), height(lines(node)));
        box.setProperty(CoreOptions.PARTITIONING_PARTITION, Sketch.COLUMNS.indexOf(node.kind()));
        placed.put(node, box);
    }

    private static double width(Node node) {
        return WIDTHS.getOrDefault(node.kind(), 0.0);
    }

    private static List<String> lines(Node node) {
        return Lettering.lines(node.title(), LETTERS, width(node) - 2 * INSET, MOST_LINES);
    }

    private static double height(List<String> lines) {
        return PADDING + lines.size() * LINE + FOOT + PADDING;
    }

    /** In the order of the sketch. The neighbours stand in the last column: those that come before the one that the map is about, above it. */
    private List<Box> boxes() {
        Map<Node, Box> boxes = new HashMap<>();
        placed.forEach((node, at) ->
                boxes.put(node, new Box(node, at.getX(), at.getY() + TOP, at.getWidth(), at.getHeight(), lines(node))));
        List<Node> nodes = sketch.nodes();
        List<Node> neighbours = nodes.stream().filter(Node::neighbour).toList();
        if (!neighbours.isEmpty()) {
            Box centre = nodes.stream()
                    .filter(n -> n.kind() == Kind.INTERVENTIONS && !n.neighbour())
                    .map(boxes::get)
                    .findFirst()
                    .orElseThrow();
            double above = centre.y() - 4 * GAP;
            double below = centre.y() + centre.height() + 4 * GAP;
            for (Node node : neighbours) {
                List<String> lines = lines(node);
                double height = height(lines);
                boolean before = sketch.results().stream().anyMatch(r -> nodes.get(r.from()) == node);
                double y = before ? above - height : below;
                above -= before ? height + GAP : 0;
                below += before ? 0 : height + GAP;
                boxes.put(node, new Box(node, centre.x(), y, width(node), height, lines));
            }
        }
        return nodes.stream().map(boxes::get).toList();
    }

    private static Curve curve(Stroke stroke, ElkEdge edge, double down) {
        ElkEdgeSection section = edge.getSections().get(0);
        List<Point> points = Stream.of(
                        Stream.of(new Point(section.getStartX(), section.getStartY())),
                        section.getBendPoints().stream().map(b -> new Point(b.getX(), b.getY())),
                        Stream.of(new Point(section.getEndX(), section.getEndY())))
                .flatMap(p -> p)
                .map(p -> new Point(p.x(), p.y() + down))
                .toList();
        return new Curve(stroke.from(), stroke.to(), false, stroke.against(), stroke.count(), points);
    }

    /** Out of the right side and back into it, further out where it leads further; into the middle, and to itself below that. */
    private static Curve curve(Result result, List<Box> boxes) {
        Box from = boxes.get(result.from());
        Box to = boxes.get(result.to());
        boolean again = result.from() == result.to();
        Point start = new Point(from.right(), from.middle() + (again ? 8 : -8));
        Point end = new Point(to.right(), to.middle() + (again ? 18 : 0));
        double out = again ? 34 : Math.min(150, 36 + Math.abs(end.y() - start.y()) * 0.22);
        Point first = new Point(start.x() + out, start.y());
        Point second = new Point(end.x() + out, end.y());
        return new Curve(result.from(), result.to(), true, false, 1, List.of(start, first, second, end));
    }

    /** With the boxes in the order in which they are read: column by column, each from top to bottom. */
    private Drawing drawing(List<Box> boxes, List<Curve> curves) {
        List<Integer> order = IntStream.range(0, boxes.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(
                                i -> Sketch.COLUMNS.indexOf(boxes.get(i).node().kind()))
                        .thenComparingDouble(i -> boxes.get(i).y()))
                .toList();
        List<Box> ordered = order.stream().map(boxes::get).toList();
        List<Curve> drawn = curves.stream()
                .map(c -> c.between(order.indexOf(c.from()), order.indexOf(c.to())))
                .toList();
        double right = boxes.stream().mapToDouble(Box::right).max().orElse(0);
        double out = curves.stream()
                .filter(Curve::result)
                .mapToDouble(c -> (c.points().get(1).x() - right) * 0.78)
                .max()
                .orElse(0);
        double bottom =
                boxes.stream().mapToDouble(b -> b.y() + b.height()).max().orElse(0);
        List<Heading> headings = Sketch.COLUMNS.stream()
                .flatMap(kind -> ordered.stream()
                        .filter(b -> b.node().kind() == kind)
                        .limit(1)
                        .map(b -> new Heading(kind, b.x())))
                .toList();
        return new Drawing(right + Math.max(2, out), bottom + 4, ordered, drawn, headings, sketch.whole());
    }
}
