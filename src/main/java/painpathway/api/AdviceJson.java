package painpathway.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import painpathway.advice.Advice;
import painpathway.advice.Advice.OpenQuestion;
import painpathway.advice.Explained;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.InterventionAdvice.ShownNote;
import painpathway.advice.Reason;
import painpathway.knowledge.Evidence;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Intervention.Purpose;
import painpathway.knowledge.Source;
import painpathway.knowledge.Source.Citation;
import painpathway.questionnaire.Truth;

/** The advice as the JSON contract has it. The order of its keys is fixed, so the same advice always has the same bytes. */
public final class AdviceJson {

    private AdviceJson() {}

    /** With every rule about every entry, down to the answers, under {@code explanation}. */
    public static Map<String, Object> of(Explained explained) {
        Map<String, Object> json = of(explained.advice());
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int i = 0; i < explained.explanations().size(); i++) {
            Map<String, Object> entry =
                    suggestion(explained.advice().interventions().get(i));
            entry.put("explanation", reasons(explained.explanations().get(i).rules()));
            entries.add(entry);
        }
        json.put("interventions", entries);
        return json;
    }

    public static Map<String, Object> of(Advice advice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("urgency", advice.urgency().word());
        json.put(
                "redFlags",
                advice.redFlags().stream()
                        .map(f -> {
                            Map<String, Object> flag = new LinkedHashMap<>();
                            flag.put("id", f.flag().id());
                            flag.put("urgency", f.urgency().word());
                            flag.put("name", f.flag().name());
                            flag.put("action", f.action());
                            assumed(flag, f.assumptions());
                            flag.put("reasons", reasons(f.reasons()));
                            flag.put(
                                    "facts",
                                    f.flag().facts().stream()
                                            .map(fact -> {
                                                Map<String, Object> bearing = new LinkedHashMap<>();
                                                bearing.put("id", fact.id());
                                                bearing.put("text", fact.text());
                                                bearing.put(
                                                        "source",
                                                        source(
                                                                new Citation(
                                                                        fact.document(), fact.section(), fact.id()),
                                                                fact.document().status()));
                                                return bearing;
                                            })
                                            .toList());
                            flag.put(
                                    "source",
                                    source(f.flag().citation(), f.flag().evidence()));
                            return flag;
                        })
                        .toList());
        json.put(
                "interventions",
                advice.interventions().stream().map(AdviceJson::suggestion).toList());
        json.put(
                "questions",
                advice.questions().stream().map(AdviceJson::question).toList());
        json.put(
                "obstacles",
                advice.obstacles().stream()
                        .map(o -> {
                            Map<String, Object> obstacle = new LinkedHashMap<>();
                            obstacle.put("id", o.obstacle().id());
                            obstacle.put("text", o.obstacle().text());
                            obstacle.put("action", o.obstacle().action());
                            obstacle.put("reasons", reasons(o.reasons()));
                            obstacle.put(
                                    "questions",
                                    o.questions().stream()
                                            .map(AdviceJson::question)
                                            .toList());
                            return obstacle;
                        })
                        .toList());
        json.put(
                "ignored",
                advice.ignored().stream()
                        .map(i -> {
                            Map<String, Object> ignored = new LinkedHashMap<>();
                            ignored.put("question", i.question().id());
                            ignored.put("pain", i.pain());
                            return ignored;
                        })
                        .toList());
        json.put("statement", advice.statement());
        json.put("knowledge", knowledge(advice));
        return json;
    }

    static Map<String, Object> knowledge(Advice advice) {
        Map<String, Object> knowledge = new LinkedHashMap<>();
        knowledge.put("version", advice.knowledge().version());
        knowledge.put("policy", advice.knowledge().policy());
        knowledge.put("program", advice.knowledge().program());
        return knowledge;
    }

    private static Map<String, Object> suggestion(InterventionAdvice s) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", s.intervention().id());
        json.put("name", s.intervention().name());
        json.put("pain", s.pain());
        json.put("verdict", s.verdict().word());
        json.put("underlying", s.underlying().word());
        json.put(
                "purposes",
                s.intervention().purposes().stream().map(Purpose::word).toList());
        if (!s.withheldBy().isEmpty()) {
            json.put("withheldBy", s.withheldBy());
        }
        json.put("reasons", reasons(s.reasons()));
        json.put(
                "conditions",
                s.conditions().stream()
                        .map(c -> {
                            Map<String, Object> condition = new LinkedHashMap<>();
                            condition.put("id", c.check().id());
                            condition.put("text", c.check().text());
                            condition.put("who", c.check().who());
                            condition.put("reasons", reasons(c.reasons()));
                            condition.put(
                                    "source",
                                    source(c.check().citation(), c.check().evidence()));
                            return condition;
                        })
                        .toList());
        json.put("riskNotes", s.riskNotes().stream().map(AdviceJson::note).toList());
        json.put("notes", s.notes().stream().map(AdviceJson::note).toList());
        json.put(
                "stances",
                s.stances().stream()
                        .map(shown -> {
                            Map<String, Object> stance = new LinkedHashMap<>();
                            stance.put("id", shown.stance().id());
                            stance.put("text", shown.stance().topic());
                            stance.put("default", shown.stance().byDefault());
                            stance.put(
                                    "sides",
                                    shown.stance().sides().stream()
                                            .map(side -> {
                                                Map<String, Object> says = new LinkedHashMap<>();
                                                says.put("text", side.says());
                                                says.put("source", source(side.citation(), side.evidence()));
                                                return says;
                                            })
                                            .toList());
                            stance.put("reasons", reasons(shown.reasons()));
                            return stance;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> note(ShownNote shown) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", shown.note().id());
        json.put("kind", shown.note().kind().word());
        json.put("text", shown.note().text());
        json.put("byAnalogy", shown.byAnalogy());
        if (!shown.reasons().isEmpty()) {
            json.put("reasons", reasons(shown.reasons()));
        }
        json.put("source", source(shown.note().citation(), shown.note().evidence()));
        return json;
    }

    private static Map<String, Object> question(OpenQuestion q) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", q.question().id());
        json.put("pain", q.pain());
        json.put("text", q.question().text());
        json.put("safety", q.question().safety());
        json.put("decides", q.decides().stream().map(Intervention::id).toList());
        return json;
    }

    static List<Map<String, Object>> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(r -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("rule", r.rule().id());
                    json.put("text", r.rule().name());
                    json.put("says", r.rule().verb().word());
                    json.put("truth", r.truth().word());
                    if (r.rule().rationale() != null) {
                        json.put("rationale", r.rule().rationale());
                    }
                    if (r.rule().policy() != null) {
                        json.put("policy", r.rule().policy());
                    }
                    json.put("source", source(r.rule().citation(), r.rule().evidence()));
                    json.put("because", lines(r.because()));
                    return json;
                })
                .toList();
    }

    private static List<Map<String, Object>> lines(List<Reason.Line> lines) {
        List<Map<String, Object>> all = new ArrayList<>(lines.size());
        for (Reason.Line line : lines) {
            Map<String, Object> json = new LinkedHashMap<>();
            if (line.finding() != null) {
                json.put("finding", line.finding().id());
            }
            if (line.ruledOut()) {
                json.put("ruledOut", true);
            }
            json.put("text", line.text());
            json.put("truth", line.truth().word());
            assumed(json, line.assumptions());
            if (line instanceof Reason.OfAnswer answer) {
                tested(json, answer.tested());
            }
            json.put("source", source(line.rule().citation(), line.rule().evidence()));
            if (!line.because().isEmpty()) {
                if (line instanceof Reason.OfFinding of && of.anyOf()) {
                    json.put("anyOf", true);
                }
                json.put("because", lines(line.because()));
            }
            all.add(json);
        }
        return all;
    }

    private static void tested(Map<String, Object> json, Reason.Tested tested) {
        json.put("question", tested.question().id());
        json.put("needs", tested.needs());
        json.put("answered", tested.answered());
        if (tested.due() != Truth.MET) {
            json.put("asked", asked(tested.due()));
        }
        if (tested.gap() != null) {
            json.put("gap", gap(tested.gap()));
        }
        if (!tested.inputs().isEmpty()) {
            json.put("madeOf", tested.inputs().stream().map(AdviceJson::input).toList());
        }
    }

    private static Map<String, Object> gap(Reason.Gap gap) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(gap.over() ? "over" : "short", number(gap.by()));
        if (gap.unit() != null) {
            json.put("unit", gap.unit());
        }
        return json;
    }

    private static Map<String, Object> input(Reason.Input input) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("question", input.question().id());
        json.put("answered", input.answered());
        if (input.due() != Truth.MET) {
            json.put("asked", asked(input.due()));
        }
        assumed(json, input.assumed() ? List.of(input.question().whenUnknown()) : List.of());
        return json;
    }

    private static void assumed(Map<String, Object> json, List<String> assumptions) {
        if (!assumptions.isEmpty()) {
            json.put("assumed", true);
            json.put("assumptions", assumptions);
        }
    }

    private static String asked(Truth due) {
        return due == Truth.NOT_MET ? "not-asked-here" : "open";
    }

    /** 12, not 12.0. */
    static Number number(double value) {
        if (value == Math.rint(value)) {
            return (long) value;
        }
        return value;
    }

    /** A citation and how well it is supported: a statement can be weaker than its source but never stronger. */
    static Map<String, Object> source(Citation citation, Evidence evidence) {
        Source source = citation.source();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", source.id());
        json.put("document", source.title());
        json.put("section", citation.section());
        if (citation.fact() != null) {
            json.put("fact", citation.fact());
        }
        json.put("evidence", evidence.word());
        return json;
    }
}
