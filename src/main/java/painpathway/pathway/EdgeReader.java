package painpathway.pathway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.knowledge.Intervention;
import painpathway.pathway.Pathway.Edge;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;
import painpathway.rules.Verb;

/** Reads the edges of a pathway from the rules. */
final class EdgeReader {

    private static final List<Verb> DECISIVE = List.of(Verb.SUGGEST, Verb.HOLD, Verb.CONTRAINDICATE);

    private final RuleBook book;
    private final String policy;
    private final Map<Integer, Set<Intervention>> behind = new HashMap<>();

    EdgeReader(RuleBook book, String policy) {
        this.book = book;
        this.policy = policy;
    }

    /** Sorted by where they begin, then by where they lead. */
    List<Edge> edges() {
        return book.catalogue().interventions().stream()
                .flatMap(to -> edgesTo(to).stream())
                .sorted(Comparator.<Edge>comparingInt(e -> e.from().index()).thenComparingInt(e -> e.to().index()))
                .toList();
    }

    private List<Edge> edgesTo(Intervention to) {
        Map<Intervention, List<ClinicalRule>> from = new HashMap<>();
        for (Verb verb : DECISIVE) {
            for (ClinicalRule rule : book.forIntervention(to.index(), verb)) {
                if (rule.inForce(policy)) {
                    behind.computeIfAbsent(rule.index(), k -> resultsBehind(rule))
                            .forEach(i -> from.computeIfAbsent(i, k -> new ArrayList<>())
                                    .add(rule));
                }
            }
        }
        List<Edge> edges = new ArrayList<>();
        from.forEach((intervention, rules) -> edges.add(new Edge(intervention, to, List.copyOf(rules))));
        return edges;
    }

    /** The interventions whose results a rule depends on. */
    private Set<Intervention> resultsBehind(ClinicalRule rule) {
        Set<Intervention> interventions = new LinkedHashSet<>();
        for (Literal literal : rule.literals()) {
            if (literal instanceof Literal.OfFinding of) {
                book.rulesOf(book.findings().get(of.finding()), policy)
                        .forEach(r -> interventions.addAll(resultsBehind(r)));
            } else {
                book.questionnaire().asksFor(((Literal.Test) literal).question()).stream()
                        .filter(q -> q.resultOf() != null)
                        .forEach(q -> interventions.add(book.catalogue().intervention(q.resultOf())));
            }
        }
        return interventions;
    }
}
