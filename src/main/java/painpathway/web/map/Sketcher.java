package painpathway.web.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Verb;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;
import painpathway.web.map.Sketch.Node;
import painpathway.web.map.Sketch.Result;
import painpathway.web.map.Sketch.Stroke;

/** Decides what gets a box of its own on a map, and what is folded into the box of its family. */
final class Sketcher {

    /** More boxes than this make no picture: what would be unfolded beyond it stays folded. */
    static final int MOST = 150;

    private static final Set<Verb> DECISIVE =
            EnumSet.of(Verb.SUGGEST, Verb.HOLD, Verb.CONTRAINDICATE, Verb.ALLOW, Verb.RED_FLAG, Verb.OBSTACLE);

    private final Atlas atlas;
    private final Set<Family> open;
    private final Map<Subject, Node> nodeOf = new LinkedHashMap<>();
    private boolean whole = true;

    private Sketcher(Atlas atlas, Set<Family> open) {
        this.atlas = atlas;
        this.open = open;
    }

    /** Everything; what is not unfolded is folded by family. */
    static Sketch whole(Atlas atlas, Set<Family> open) {
        Sketcher sketcher = new Sketcher(atlas, open);
        sketcher.place(atlas.families().all(), Set.of());
        atlas.bench().subjects().of(Kind.INTERVENTIONS).forEach(i -> sketcher.nodeOf.put(i, Node.of(i, false)));
        return sketcher.sketch(atlas.arrows().all().toList());
    }

    /**
     * One intervention: the rules of the files that suggest it, as far as they can change its verdict, what they read, and what that reads. All
     * other rules, the criteria that only patterns read, and the questions behind those are folded; what folded rules read is left out.
     */
    static Sketch of(Atlas atlas, Subject intervention, Set<Family> open) {
        Sketcher sketcher = new Sketcher(atlas, open);
        Arrows arrows = atlas.arrows();
        List<Subject> rules = from(arrows, Stream.of(intervention));
        Set<Family> own = sketcher.own(intervention);
        List<Subject> shown = rules.stream()
                .filter(r -> own.contains(atlas.families().of(r))
                                && decides(atlas.bench().rule(r.id()))
                        || open.contains(atlas.families().of(r)))
                .toList();
        Set<Subject> direct = new LinkedHashSet<>(from(arrows, shown.stream()));
        Set<Subject> alone = new LinkedHashSet<>(direct);
        alone.addAll(shown);
        Set<Subject> scope = new LinkedHashSet<>(rules);
        scope.addAll(direct);
        scope.addAll(from(arrows, direct.stream().filter(f -> f.kind() == Kind.PATTERNS)));
        List<Subject> criteria =
                scope.stream().filter(s -> s.kind() == Kind.CRITERIA).toList();
        alone.addAll(from(
                arrows,
                criteria.stream()
                        .filter(c -> alone.contains(c)
                                || open.contains(atlas.families().of(c)))));
        scope.addAll(from(arrows, criteria.stream()));
        sketcher.place(
                scope.stream()
                        .collect(Collectors.groupingBy(atlas.families()::of, LinkedHashMap::new, Collectors.toList())),
                alone);
        sketcher.nodeOf.put(intervention, Node.of(intervention, false));
        atlas.neighbours(intervention).forEach(i -> sketcher.nodeOf.put(i, Node.of(i, true)));
        return sketcher.sketch(sketcher.nodeOf.entrySet().stream()
                .filter(e -> !e.getValue().neighbour())
                .filter(e -> e.getKey().kind() != Kind.RULES || !e.getValue().folded())
                .flatMap(e -> arrows.into(e.getKey()).stream())
                .toList());
    }

    private static List<Subject> from(Arrows arrows, Stream<Subject> readers) {
        return readers.flatMap(r -> arrows.into(r).stream())
                .map(Arrow::from)
                .distinct()
                .toList();
    }

    /** Whether a rule can change a verdict by itself; those of red flags and obstacles withhold it. */
    static boolean decides(ClinicalRule rule) {
        return DECISIVE.contains(rule.verb());
    }

    /** The files in which rules suggest it. */
    private Set<Family> own(Subject intervention) {
        int index = Objects.requireNonNull(atlas.bench().book().catalogue().intervention(intervention.id()))
                .index();
        return atlas.bench().book().forIntervention(index, Verb.SUGGEST).stream()
                .map(atlas.bench().subjects()::of)
                .map(atlas.families()::of)
                .collect(Collectors.toSet());
    }

    /** Gives boxes to the members of families: each its own if it is to stand alone or its family is open, one to the rest. */
    private void place(Map<Family, List<Subject>> families, Set<Subject> alone) {
        int room = MOST - families.size() - alone.size();
        for (Family family : families.keySet().stream()
                .sorted(Comparator.comparingInt(f -> Sketch.COLUMNS.indexOf(f.kind())))
                .toList()) {
            List<Subject> members = families.getOrDefault(family, List.of());
            List<Subject> rest =
                    members.stream().filter(m -> !alone.contains(m)).toList();
            members.stream().filter(alone::contains).forEach(m -> nodeOf.put(m, Node.of(m, false)));
            if (open.contains(family) && rest.size() <= room) {
                rest.forEach(m -> nodeOf.put(m, Node.of(m, false)));
                room -= rest.size();
            } else if (!rest.isEmpty()) {
                whole = whole && !open.contains(family);
                Node folded = Node.of(family, rest);
                rest.forEach(m -> nodeOf.put(m, folded));
            }
        }
    }

    private Sketch sketch(List<Arrow> arrows) {
        List<Node> nodes = nodeOf.values().stream().distinct().toList();
        Map<Node, Integer> positions = new HashMap<>();
        nodes.forEach(n -> positions.put(n, positions.size()));
        Map<Result, Stroke> strokes = new LinkedHashMap<>();
        for (Arrow arrow : arrows) {
            Node from = nodeOf.get(arrow.from());
            Node to = nodeOf.get(arrow.to());
            if (from != null && to != null) {
                int start = positions.getOrDefault(from, 0);
                int end = positions.getOrDefault(to, 0);
                strokes.merge(
                        new Result(start, end),
                        new Stroke(start, end, arrow.against(), 1),
                        (one, other) ->
                                new Stroke(start, end, one.against() && other.against(), one.count() + other.count()));
            }
        }
        List<Result> results = new ArrayList<>();
        for (Atlas.Leads leads : atlas.results()) {
            Node from = nodeOf.get(leads.from());
            Node to = nodeOf.get(leads.to());
            if (from != null && to != null && !(from.neighbour() && to.neighbour())) {
                results.add(new Result(positions.getOrDefault(from, 0), positions.getOrDefault(to, 0)));
            }
        }
        return new Sketch(nodes, List.copyOf(strokes.values()), results, whole);
    }
}
