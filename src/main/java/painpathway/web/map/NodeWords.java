package painpathway.web.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import painpathway.folder.EnumWords;
import painpathway.rules.ClinicalRule;
import painpathway.web.Messages;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Workbench;
import painpathway.web.map.Sketch.Node;

/** What is said of a box below its name, with the marks of one patient if there is one. */
record NodeWords(Workbench bench, @Nullable Overlay overlay, Messages words) {

    /** The marks of what can be met or not. */
    static final List<String> TRUTHS = List.of("met", "ruled-out", "unknown", "not-asked");

    /** Of one thing: the patient's answer or the truth, without a patient the id or what it is for; and what a rule does. */
    String below(Node node) {
        List<String> parts = new ArrayList<>();
        if (overlay != null) {
            parts.add(overlay.of(node.single()).text());
        } else if (node.kind() != Kind.INTERVENTIONS) {
            parts.add(node.single().id());
        } else {
            Objects.requireNonNull(
                            bench.book().catalogue().intervention(node.single().id()))
                    .purposes()
                    .forEach(p -> parts.add(words.say("purpose." + p.word())));
        }
        if (node.kind() == Kind.RULES) {
            ClinicalRule rule = bench.rule(node.single().id());
            if (rule.policy() != null) {
                parts.add(rule.policy().toUpperCase(Locale.ROOT));
            }
            parts.add(words.say("learn.verb." + EnumWords.of(rule.verb())));
        }
        return String.join(" · ", parts);
    }

    /** How many are folded; of rules also whether none of them changes a verdict. */
    String count(Node node) {
        boolean idle = node.kind() == Kind.RULES
                && node.members().stream().noneMatch(m -> Sketcher.decides(bench.rule(m.id())));
        return words.say(
                idle ? "map.fold.idle" : "map.fold." + node.kind().path(),
                node.members().size());
    }

    /** How many of those that are folded have each mark; none without a patient. */
    Map<String, Integer> marks(Node node) {
        Map<String, Integer> marks = new TreeMap<>(Comparator.comparingInt(TRUTHS::indexOf));
        if (overlay != null) {
            node.members().forEach(m -> marks.merge(overlay.of(m).look(), 1, Integer::sum));
        }
        return marks;
    }

    /** All of it in a row, for those who hear it. */
    String label(Node node) {
        List<String> parts = new ArrayList<>(List.of(node.title(), node.folded() ? count(node) : below(node)));
        if (node.folded()) {
            marks(node).forEach((look, count) -> parts.add(count + " " + words.say("map.sign." + look)));
            parts.add(words.say("map.unfold"));
        } else if (overlay != null && overlay.of(node.single()).behind()) {
            parts.add(words.say("map.sign.behind"));
        }
        return words.say("map.label", words.say("learn.one." + node.kind().path()), String.join(", ", parts));
    }
}
