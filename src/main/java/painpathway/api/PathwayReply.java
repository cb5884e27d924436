package painpathway.api;

import java.util.List;
import painpathway.pathway.Pathway;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;

/** Which intervention's result another one depends on, under one policy. */
record PathwayReply(String policy, List<Node> nodes, List<Edge> edges) {

    /** An intervention, and how many come before it. */
    record Node(String id, String name, int before, List<String> results) {}

    /** The rules by which one result leads to another intervention. */
    record Edge(String from, String to, List<Rule> rules) {}

    /** One rule, without its lines. */
    record Rule(String rule, String text, String says, CitationReply source) {

        static Rule of(ClinicalRule rule) {
            return new Rule(
                    rule.id(), rule.name(), rule.verb().word(), CitationReply.of(rule.citation(), rule.evidence()));
        }
    }

    static PathwayReply of(Pathway pathway) {
        return new PathwayReply(
                pathway.policy(),
                pathway.nodes().stream()
                        .map(n -> new Node(
                                n.intervention().id(),
                                n.intervention().name(),
                                pathway.before(n.intervention()),
                                n.results().stream().map(Question::id).toList()))
                        .toList(),
                pathway.edges().stream()
                        .map(e -> new Edge(
                                e.from().id(),
                                e.to().id(),
                                e.rules().stream().map(Rule::of).toList()))
                        .toList());
    }
}
