package painpathway.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import painpathway.advice.Advice;
import painpathway.counterfactual.AnswerChange;
import painpathway.counterfactual.AnswerChange.Values;
import painpathway.counterfactual.CounterfactualResult;
import painpathway.pathway.Pathway;
import painpathway.pathway.PathwayStatus;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Question;
import painpathway.rules.ClinicalRule;

/** Changes and pathway as the JSON contract has them. */
final class PathwayJson {

    private PathwayJson() {}

    static Map<String, Object> changes(Advice advice, List<CounterfactualResult> prospects) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("interventions", prospects.stream().map(PathwayJson::prospect).toList());
        json.put("statement", advice.statement());
        json.put("knowledge", AdviceJson.knowledge(advice));
        return json;
    }

    private static Map<String, Object> prospect(CounterfactualResult prospect) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", prospect.intervention().id());
        json.put("name", prospect.intervention().name());
        json.put("pain", prospect.pain());
        json.put("underlying", prospect.underlying().word());
        json.put("target", prospect.target() == null ? null : prospect.target().word());
        json.put("found", prospect.found());
        json.put(
                "sets",
                prospect.sets().stream()
                        .map(s -> {
                            Map<String, Object> set = new LinkedHashMap<>();
                            set.put("text", s.text());
                            set.put(
                                    "changes",
                                    s.changes().stream()
                                            .map(PathwayJson::change)
                                            .toList());
                            return set;
                        })
                        .toList());
        json.put(
                "blockedBy",
                prospect.blockedBy().stream().map(PathwayJson::blocked).toList());
        json.put(
                "losses",
                prospect.losses().stream()
                        .map(l -> {
                            Map<String, Object> loss = change(l.change());
                            loss.put("becomes", l.becomes().word());
                            return loss;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> change(AnswerChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("question", change.question().id());
        json.put("pain", change.pain());
        json.put("text", "if " + change.text());
        json.put("kind", change.kind().word());
        json.put("from", answer(change.question(), change.from()));
        json.put("to", answer(change.question(), change.to()));
        json.put("values", values(change));
        return json;
    }

    private static Map<String, Object> values(AnswerChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (change.values() instanceof Values.Range range) {
            put(json, "atLeast", range.atLeast());
            put(json, "moreThan", range.moreThan());
            put(json, "atMost", range.atMost());
            put(json, "lessThan", range.lessThan());
            if (change.question().unit() != null) {
                json.put("unit", change.question().unit());
            }
        } else if (change.values() instanceof Values.OneOf oneOf) {
            json.put("oneOf", ids(oneOf.options()));
        } else if (change.values() instanceof Values.Ticks ticks) {
            json.put(ticks.anyOf() ? "withAnyOf" : "with", ids(ticks.with()));
            json.put("without", ids(ticks.without()));
        }
        return json;
    }

    private static void put(Map<String, Object> json, String key, Double bound) {
        if (bound != null) {
            json.put(key, AdviceJson.number(bound));
        }
    }

    private static List<String> ids(List<Question.Option> options) {
        return options.stream().map(Question.Option::id).toList();
    }

    /** An answer as a client sends it. */
    private static Object answer(Question question, Answer answer) {
        if (answer instanceof Answer.Amount amount) {
            return AdviceJson.number(amount.value());
        }
        if (answer instanceof Answer.Choice choice) {
            return choice.option();
        }
        if (answer instanceof Answer.Choices choices) {
            return question.optionIds().stream()
                    .filter(choices.options()::contains)
                    .toList();
        }
        return answer == null ? null : AnswerFormat.NOT_KNOWN;
    }

    private static Map<String, Object> blocked(CounterfactualResult.Blocked blocked) {
        Map<String, Object> json = rule(blocked.rule());
        json.put("beside", blocked.beside() == null ? null : blocked.beside().id());
        json.put(
                "lines",
                blocked.lines().stream()
                        .map(line -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("finding", line.finding().id());
                            one.put("text", line.finding().label());
                            one.put("ruledOut", line.ruledOut());
                            return one;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> rule(ClinicalRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", rule.id());
        json.put("text", rule.name());
        json.put("says", rule.verb().word());
        json.put("source", AdviceJson.source(rule.citation(), rule.evidence()));
        return json;
    }

    static Map<String, Object> pathway(Pathway pathway) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", pathway.policy());
        json.put(
                "nodes",
                pathway.nodes().stream()
                        .map(n -> {
                            Map<String, Object> node = new LinkedHashMap<>();
                            node.put("id", n.intervention().id());
                            node.put("name", n.intervention().name());
                            node.put("before", pathway.before(n.intervention()));
                            node.put(
                                    "results",
                                    n.results().stream().map(Question::id).toList());
                            return node;
                        })
                        .toList());
        json.put(
                "edges",
                pathway.edges().stream()
                        .map(e -> {
                            Map<String, Object> edge = new LinkedHashMap<>();
                            edge.put("from", e.from().id());
                            edge.put("to", e.to().id());
                            edge.put(
                                    "rules",
                                    e.rules().stream().map(PathwayJson::rule).toList());
                            return edge;
                        })
                        .toList());
        return json;
    }

    static Map<String, Object> standings(Advice advice, List<PathwayStatus> standings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("urgency", advice.urgency().word());
        json.put("interventions", standings.stream().map(PathwayJson::standing).toList());
        json.put("statement", advice.statement());
        json.put("knowledge", AdviceJson.knowledge(advice));
        return json;
    }

    private static Map<String, Object> standing(PathwayStatus standing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", standing.entry().intervention().id());
        json.put("name", standing.entry().intervention().name());
        json.put("pain", standing.entry().pain());
        json.put("done", standing.done());
        json.put(
                "results",
                standing.results().stream()
                        .map(r -> {
                            Map<String, Object> result = new LinkedHashMap<>();
                            result.put("question", r.question().id());
                            result.put("text", r.question().text());
                            result.put("answered", r.answered());
                            return result;
                        })
                        .toList());
        json.put("state", standing.state().word());
        json.put("verdict", standing.entry().verdict().word());
        json.put("underlying", standing.entry().underlying().word());
        json.put("withheldBy", standing.entry().withheldBy());
        json.put("why", AdviceJson.reasons(standing.entry().reasons()));
        json.put(
                "checks",
                standing.entry().conditions().stream()
                        .map(c -> new CheckReply(c.check().id(), c.check().text()))
                        .toList());
        json.put(
                "target",
                standing.prospect().target() == null
                        ? null
                        : standing.prospect().target().word());
        json.put("nextSteps", standing.steps().stream().map(PathwayJson::change).toList());
        json.put(
                "blockedBy",
                standing.prospect().blockedBy().stream()
                        .map(PathwayJson::blocked)
                        .toList());
        return json;
    }

    /** One check, its keys always in this order. */
    private record CheckReply(String id, String text) {}
}
