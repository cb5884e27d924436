package painpathway.web.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import painpathway.web.Messages;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;
import painpathway.web.map.Drawing.Curve;
import painpathway.web.map.Sketch.Node;

/**
 * The same map as a nested list, from the interventions back to the questions.
 *
 * @param kind of all entries of this part
 */
record Outline(Kind kind, List<Entry> entries) {

    /**
     * One box, with what it reads or comes from, and what is folded in it.
     *
     * @param unfold where it is unfolded; null where it is one thing
     */
    record Entry(
            String title,
            String address,
            String below,
            @Nullable String unfold,
            List<Read> reads,
            List<Member> members) {}

    /** Something that it reads. */
    record Read(String title, @Nullable String address, boolean against) {}

    /** One of a family, with what the patient's answers make of it; empty without a patient. */
    record Member(Subject subject, String mark) {}

    static List<Outline> of(PictureMaker maker) {
        List<Kind> kinds = new ArrayList<>(Sketch.COLUMNS);
        Collections.reverse(kinds);
        List<Outline> parts = new ArrayList<>();
        List<Drawing.Box> boxes = maker.drawing().boxes();
        for (Kind kind : kinds) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < boxes.size(); i++) {
                if (boxes.get(i).node().kind() == kind) {
                    entries.add(entry(maker, i));
                }
            }
            if (!entries.isEmpty()) {
                parts.add(new Outline(kind, entries));
            }
        }
        return parts;
    }

    private static Entry entry(PictureMaker maker, int position) {
        NodeWords named = maker.named();
        Node node = maker.drawing().boxes().get(position).node();
        List<Read> reads = maker.drawing().curves().stream()
                .filter(c -> c.to() == position && !c.result())
                .map(c -> read(maker, c))
                .toList();
        if (node.folded()) {
            String unfold = maker.view().unfolding(node.key()).address();
            List<Member> members =
                    node.members().stream().map(m -> member(named, m)).toList();
            return new Entry(node.title(), "", named.count(node), unfold, reads, members);
        }
        Overlay overlay = named.overlay();
        String below = named.below(node);
        if (overlay != null && overlay.of(node.single()).behind()) {
            below += " · " + named.words().say("map.sign.behind");
        }
        return new Entry(node.title(), node.key(), below, null, reads, List.of());
    }

    private static Read read(PictureMaker maker, Curve curve) {
        Node from = maker.drawing().boxes().get(curve.from()).node();
        if (!from.folded()) {
            return new Read(from.title(), from.key(), curve.against());
        }
        // Between two families there are as many lines as pairs, which says little.
        boolean toOne = !maker.drawing().boxes().get(curve.to()).node().folded();
        Messages words = maker.named().words();
        String count = words.say("map.fold." + from.kind().path(), curve.count());
        return new Read(toOne ? words.say("map.some", from.title(), count) : from.title(), null, curve.against());
    }

    private static Member member(NodeWords named, Subject subject) {
        Overlay overlay = named.overlay();
        return new Member(subject, overlay == null ? "" : overlay.of(subject).text());
    }
}
