package painpathway.web.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import painpathway.web.Messages;
import painpathway.web.learn.Kind;
import painpathway.web.map.Drawing.Box;
import painpathway.web.map.Drawing.Curve;
import painpathway.web.map.Picture.Badge;
import painpathway.web.map.Picture.Heading;
import painpathway.web.map.Picture.Place;
import painpathway.web.map.Picture.Shape;
import painpathway.web.map.Picture.Sign;
import painpathway.web.map.Picture.Text;
import painpathway.web.map.Picture.Trace;
import painpathway.web.map.Sketch.Node;

/** Turns a drawing into what the template draws, in words, and with the marks of one patient. */
record PictureMaker(View view, Drawing drawing, NodeWords named) {

    private static final double SMALL = 12;
    /** Most marks are said in bold letters, which are wider by so much. */
    private static final double BOLD = 1.1;

    private static final Set<String> QUIET = Set.of("ruled-out", "not-asked", "closed");
    /** The side of a sign, and the room after it. */
    private static final int SIGN = 14;

    private static final int AFTER = 5;
    private static final int NARROWEST = 900;
    private static final List<String> STATES = List.of("open", "closed", "withheld", "behind");

    Picture picture(String title) {
        return new Picture(
                title,
                Math.round(Math.max(drawing.width(), NARROWEST)),
                Math.round(drawing.height()),
                drawing.headings().stream().map(this::heading).toList(),
                legend(),
                // What is met is drawn last, on top of the rest.
                drawing.curves().stream()
                        .map(this::trace)
                        .sorted(Comparator.comparing(t -> t.look().contains("t-met")))
                        .toList(),
                drawing.boxes().stream().map(this::shape).toList());
    }

    private Messages words() {
        return named.words();
    }

    private @Nullable Overlay overlay() {
        return named.overlay();
    }

    private Heading heading(Drawing.Heading heading) {
        return new Heading(
                Math.round(heading.x()),
                words().say("learn.kind." + heading.kind().path()));
    }

    private Shape shape(Box box) {
        Node node = box.node();
        List<Text> lines = new ArrayList<>();
        double y = box.y() + 3;
        for (String line : box.lines()) {
            y += Layout.LINE;
            lines.add(text(box.x() + Layout.INSET, y, line));
        }
        List<Badge> badges = new ArrayList<>();
        List<Text> foot = new ArrayList<>();
        if (overlay() == null || !node.folded()) {
            foot(box, badges, foot);
        } else {
            counts(box, badges, foot);
        }
        Place place =
                new Place(Math.round(box.x()), Math.round(box.y()), Math.round(box.width()), Math.round(box.height()));
        return new Shape(place, look(node), href(node), named.label(node), lines, foot, badges);
    }

    private static Text text(double x, double y, String text) {
        return new Text(Math.round(x), Math.round(y), text);
    }

    private static Badge badge(double x, double base, String look) {
        return new Badge(Math.round(x), Math.round(base - 11), look);
    }

    private static double base(Box box) {
        return box.y() + box.height() - 9;
    }

    /** One thing with its marks, or how many are folded. */
    private void foot(Box box, List<Badge> badges, List<Text> foot) {
        Node node = box.node();
        Overlay overlay = overlay();
        double x = box.x() + Layout.INSET;
        double size = SMALL;
        if (overlay != null) {
            Mark mark = overlay.of(node.single());
            for (String look : mark.behind() ? List.of("behind", mark.look()) : List.of(mark.look())) {
                badges.add(badge(x, base(box), look));
                x += SIGN + AFTER;
            }
            size = QUIET.contains(mark.look()) ? SMALL : SMALL * BOLD;
        }
        String said = node.folded() ? named.count(node) : named.below(node);
        foot.add(text(x, base(box), Lettering.cut(said, size, box.right() - Layout.INSET - x)));
    }

    /** How many of a family are met, ruled out and so on: a sign and a number each. */
    private void counts(Box box, List<Badge> badges, List<Text> foot) {
        double x = box.x() + Layout.INSET;
        for (Map.Entry<String, Integer> count : named.marks(box.node()).entrySet()) {
            String number = String.valueOf(count.getValue());
            badges.add(badge(x, base(box), count.getKey()));
            foot.add(text(x + SIGN + 3, base(box), number));
            x += SIGN + 13 + Lettering.width(number, SMALL);
        }
    }

    private String look(Node node) {
        Overlay overlay = overlay();
        String look = "node k-" + node.kind().path();
        if (node.folded()) {
            look += " folded";
        } else if (overlay != null) {
            look += " m-" + overlay.of(node.single()).look();
        }
        return node.neighbour() ? look + " neighbour" : look;
    }

    private String href(Node node) {
        return node.folded() ? view.unfolding(node.key()).address() : node.key();
    }

    private Trace trace(Curve curve) {
        Overlay overlay = overlay();
        String look = curve.result() ? "result" : curve.against() ? "against" : "for";
        Node from = drawing.boxes().get(curve.from()).node();
        Node to = drawing.boxes().get(curve.to()).node();
        if (overlay != null && !curve.result() && !from.folded()) {
            look += " t-" + truth(overlay, from, to, curve.against());
        }
        return new Trace(curve.from(), curve.to(), curve.count() > 4 ? look + " many" : look, curve.path());
    }

    /** Whether what is read is as the reader wants it; of an answer, whether it meets the criterion. */
    private static String truth(Overlay overlay, Node from, Node to, boolean against) {
        boolean answer = from.kind() == Kind.QUESTIONS;
        String look =
                overlay.of(answer && !to.folded() ? to.single() : from.single()).look();
        if (answer || from.kind() == Kind.RULES || !against) {
            return look;
        }
        return look.equals("met") ? "ruled-out" : look.equals("ruled-out") ? "met" : look;
    }

    /** What the signs mean in a first row where there is a patient, and what the lines mean in a second. */
    private List<Sign> legend() {
        List<Sign> legend = new ArrayList<>();
        if (overlay() != null) {
            Stream<String> signs =
                    Stream.of(List.of("answered"), NodeWords.TRUTHS, STATES).flatMap(List::stream);
            row(legend, signs.toList(), false);
        }
        row(legend, List.of("for", "against", "result"), true);
        return legend;
    }

    private void row(List<Sign> legend, List<String> looks, boolean lines) {
        double x = 2;
        for (String look : looks) {
            String text = words().say("map.sign." + look);
            legend.add(new Sign(Math.round(x), look, text, lines));
            x += (lines ? 36 : SIGN + AFTER) + Lettering.width(text, SMALL) + 18;
        }
    }
}
