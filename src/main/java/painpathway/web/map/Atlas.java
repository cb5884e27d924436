package painpathway.web.map;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import painpathway.knowledge.Intervention;
import painpathway.pathway.Pathway;
import painpathway.web.learn.Kind;
import painpathway.web.learn.Subject;
import painpathway.web.learn.Workbench;

/**
 * What all maps of one rule book are drawn from.
 *
 * @param results whose result is a criterion of which intervention, under any policy
 */
record Atlas(Workbench bench, Families families, Arrows arrows, Set<Leads> results) {

    /** One intervention whose result is a criterion of another, or of itself. */
    record Leads(Subject from, Subject to) {}

    static Atlas of(Workbench bench) {
        Set<Leads> results = new LinkedHashSet<>();
        for (String policy : bench.book().policies()) {
            new Pathway(bench.book(), policy)
                    .edges()
                    .forEach(e -> results.add(new Leads(subject(bench, e.from()), subject(bench, e.to()))));
        }
        return new Atlas(bench, new Families(bench), new Arrows(bench), results);
    }

    private static Subject subject(Workbench bench, Intervention intervention) {
        return bench.subjects().known(Kind.INTERVENTIONS, intervention.id());
    }

    /** The interventions that come before or after this one, those before it first. */
    List<Subject> neighbours(Subject intervention) {
        return Stream.concat(
                        results.stream().filter(r -> r.to.equals(intervention)).map(Leads::from),
                        results.stream()
                                .filter(r -> r.from.equals(intervention))
                                .map(Leads::to))
                .filter(other -> !other.equals(intervention))
                .distinct()
                .toList();
    }
}
