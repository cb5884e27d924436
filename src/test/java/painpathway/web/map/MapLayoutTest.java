package painpathway.web.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import painpathway.knowledge.Intervention;
import painpathway.pathway.Pathway;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Stage;
import painpathway.rules.Verb;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Workbench;
import painpathway.web.map.Drawing.Box;
import painpathway.web.map.Drawing.Curve;
import painpathway.web.map.Drawing.Point;
import painpathway.web.map.Sketch.Node;

/** What is on a map, and where it lies. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class MapLayoutTest {

    @Autowired
    private Maps maps;

    private Drawings drawings;
    private Workbench bench;

    @BeforeEach
    void draw() {
        drawings = maps.now();
        bench = drawings.bench();
    }

    /** The whole map, that of each intervention, and some with families unfolded. */
    private List<Drawing> all() {
        List<Drawing> all = new ArrayList<>(List.of(
                drawings.of("", List.of()),
                drawings.of("", families("criteria:pain")),
                drawings.of("facet-joint-injection", families("criteria:pain", "rules:every-procedure"))));
        bench.subjects().of(Kind.INTERVENTIONS).forEach(i -> all.add(drawings.of(i.id(), List.of())));
        return all;
    }

    private List<Family> families(String... keys) {
        return Stream.of(keys).map(k -> drawings.family(k).orElseThrow()).toList();
    }

    @Test
    void noTwoBoxesOverlapAndNothingSticksOut() {
        for (Drawing drawing : all()) {
            List<Box> boxes = drawing.boxes();
            for (int i = 0; i < boxes.size(); i++) {
                Box box = boxes.get(i);
                assertThat(box.x()).isNotNegative();
                assertThat(box.y()).isGreaterThanOrEqualTo(Layout.TOP - 0.5);
                assertThat(box.right()).isLessThanOrEqualTo(drawing.width());
                assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawing.height());
                assertThat(box.lines())
                        .allSatisfy(line -> assertThat(Lettering.width(line, Layout.LETTERS))
                                .isLessThanOrEqualTo(box.width() - 2 * Layout.INSET));
                for (Box other : boxes.subList(i + 1, boxes.size())) {
                    boolean apart = box.right() <= other.x()
                            || other.right() <= box.x()
                            || box.y() + box.height() <= other.y()
                            || other.y() + other.height() <= box.y();
                    assertThat(apart).as("%s and %s", box, other).isTrue();
                }
            }
        }
    }

    @Test
    void everyLineLeavesTheOneBoxAndArrivesAtTheOther() {
        for (Drawing drawing : all()) {
            assertThat(drawing.curves()).isNotEmpty();
            for (Curve curve : drawing.curves()) {
                Box from = drawing.boxes().get(curve.from());
                Box to = drawing.boxes().get(curve.to());
                Point start = curve.points().get(0);
                Point end = curve.points().get(curve.points().size() - 1);
                assertThat(start.x()).isCloseTo(from.right(), within(0.5));
                assertThat(end.x()).isCloseTo(curve.result() ? to.right() : to.x(), within(0.5));
                assertThat(start.y()).isBetween(from.y(), from.y() + from.height());
                assertThat(end.y()).isBetween(to.y(), to.y() + to.height());
            }
        }
    }

    @Test
    void theColumnsGoFromTheAnswerToTheVerdict() {
        for (Drawing drawing : all()) {
            for (Curve curve : drawing.curves()) {
                Node from = drawing.boxes().get(curve.from()).node();
                Node to = drawing.boxes().get(curve.to()).node();
                assertThat(Sketch.COLUMNS.indexOf(to.kind()) - Sketch.COLUMNS.indexOf(from.kind()))
                        .isGreaterThanOrEqualTo(curve.result() ? 0 : 1);
            }
        }
    }

    @Test
    void theWholeMapHasEverythingThatDecidesOnceAndEachHasAPage() {
        List<Subject> members = members(drawings.of("", List.of()));
        assertThat(members).doesNotHaveDuplicates();
        List<Subject> wanted = new ArrayList<>();
        for (Kind kind : List.of(Kind.CRITERIA, Kind.PATTERNS, Kind.RULES, Kind.INTERVENTIONS)) {
            wanted.addAll(bench.subjects().of(kind));
        }
        bench.book()
                .questionnaire()
                .asked()
                .forEach(q -> wanted.add(bench.subjects().known(Kind.QUESTIONS, q.id())));
        assertThat(members).containsExactlyInAnyOrderElementsOf(wanted);
        for (Drawing drawing : all()) {
            assertThat(members(drawing))
                    .allSatisfy(m ->
                            assertThat(bench.subjects().find(m.kind(), m.id())).contains(m));
        }
    }

    @Test
    void everyRuleAboutAnInterventionIsOnItsMap() {
        for (Intervention intervention : bench.book().catalogue().interventions()) {
            Set<Subject> about = new HashSet<>();
            for (Verb verb : Verb.values()) {
                bench.book()
                        .forIntervention(intervention.index(), verb)
                        .forEach(r -> about.add(bench.subjects().of(r)));
            }
            bench.book().catalogue().redFlags().stream()
                    .filter(f -> f.withholds().contains(intervention.index()))
                    .flatMap(f -> bench.book().naming(Verb.RED_FLAG, f.id()).stream())
                    .forEach(r -> about.add(bench.subjects().of(r)));
            assertThat(members(drawings.of(intervention.id(), List.of())))
                    .as(intervention.id())
                    .containsAll(about);
        }
    }

    @Test
    void anUnfoldedRuleReadsWhatItsPageSaysThatItReads() {
        Drawing drawing = drawings.of("facet-joint-injection", families("rules:facet", "criteria:pain"));
        int checked = 0;
        for (int i = 0; i < drawing.boxes().size(); i++) {
            int position = i;
            Node node = drawing.boxes().get(i).node();
            if (node.folded() || node.kind() != Kind.RULES) {
                continue;
            }
            checked++;
            Set<Subject> read = drawing.curves().stream()
                    .filter(c -> c.to() == position)
                    .map(c -> drawing.boxes().get(c.from()).node().single())
                    .collect(Collectors.toSet());
            assertThat(read)
                    .isEqualTo(bench.links().reads(node.single()).stream()
                            .filter(s -> s.kind() == Kind.CRITERIA || s.kind() == Kind.PATTERNS)
                            .collect(Collectors.toSet()));
        }
        assertThat(checked).isEqualTo(15);
    }

    @Test
    void theFamiliesAreThoseOfTheFolder() {
        Set<String> files = new TreeSet<>();
        for (Stage stage : Stage.values()) {
            Kind kind = List.of(Kind.CRITERIA, Kind.PATTERNS, Kind.RULES).get(stage.ordinal());
            bench.book()
                    .folder()
                    .below(stage.folder())
                    .forEach((file, text) -> files.add(kind.path() + ":" + file.replaceAll(".*/|\\.drl", "")));
        }
        bench.book().questionnaire().sections().forEach(s -> files.add("questions:" + s.id()));
        Set<String> folded = drawings.of("", List.of()).boxes().stream()
                .map(Box::node)
                .filter(Node::folded)
                .map(Node::key)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(folded).isEqualTo(files);
    }

    @Test
    void resultsLeadWhereThePathwaySays() {
        Drawing drawing = drawings.of("", List.of());
        Set<String> drawn = drawing.curves().stream()
                .filter(Curve::result)
                .map(c -> drawing.boxes().get(c.from()).node().single().id() + " "
                        + drawing.boxes().get(c.to()).node().single().id())
                .collect(Collectors.toSet());
        Set<String> wanted = bench.book().policies().stream()
                .flatMap(p -> new Pathway(bench.book(), p).edges().stream())
                .map(e -> e.from().id() + " " + e.to().id())
                .collect(Collectors.toSet());
        assertThat(drawn).isEqualTo(wanted);
    }

    @Test
    void whatHasNoRoomStaysFolded() {
        List<Family> every = drawings.of("", List.of()).boxes().stream()
                .map(Box::node)
                .filter(Node::folded)
                .flatMap(n -> drawings.family(n.key()).stream())
                .toList();
        Drawing drawing = drawings.of("", every);
        assertThat(drawing.whole()).isFalse();
        assertThat(drawing.boxes()).hasSizeLessThanOrEqualTo(Sketcher.MOST + every.size());
    }

    @Test
    void theSameSketchGivesTheSameDrawing() {
        Subject about = bench.subjects().known(Kind.INTERVENTIONS, "facet-joint-injection");
        Sketch sketch = Sketcher.of(Atlas.of(bench), about, Set.of());
        assertThat(Layout.of(sketch)).isEqualTo(Layout.of(sketch));
        assertThat(drawings.of("facet-joint-injection", List.of()))
                .isSameAs(drawings.of("facet-joint-injection", List.of()));
    }

    @Test
    void onlyRulesThatDecideNothingOrAreSharedAreFolded() {
        Drawing drawing = drawings.of("facet-joint-injection", List.of());
        List<ClinicalRule> open = drawing.boxes().stream()
                .map(Box::node)
                .filter(n -> !n.folded() && n.kind() == Kind.RULES)
                .map(n -> bench.rule(n.single().id()))
                .toList();
        assertThat(open).extracting(r -> r.at().file()).containsOnly("advice/facet.drl");
        assertThat(open).extracting(ClinicalRule::verb).containsOnly(Verb.SUGGEST, Verb.HOLD);
        assertThat(open).hasSize(7);
    }

    private static List<Subject> members(Drawing drawing) {
        return drawing.boxes().stream()
                .flatMap(b -> b.node().members().stream())
                .toList();
    }
}
