package painpathway.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import painpathway.advice.Reload;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Intervention.Purpose;
import painpathway.knowledge.Source;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AssessmentReader;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleBook;

/** The advisor's knowledge as JSON: questionnaire, interventions, sources and how many of each. */
final class KnowledgeJson {

    private KnowledgeJson() {}

    static Map<String, Object> questionnaire(Questionnaire questionnaire) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "sections",
                questionnaire.sections().stream()
                        .map(s -> {
                            Map<String, Object> section = new LinkedHashMap<>();
                            section.put("id", s.id());
                            section.put("title", s.title());
                            section.put(
                                    "questions",
                                    s.questions().stream()
                                            .map(KnowledgeJson::question)
                                            .toList());
                            return section;
                        })
                        .toList());
        json.put(
                "derived",
                questionnaire.questions().stream()
                        .filter(Question::derived)
                        .map(KnowledgeJson::question)
                        .toList());
        return json;
    }

    static Map<String, Object> question(Question q) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", q.id());
        json.put("text", q.text());
        put(json, "help", q.help());
        json.put("type", q.type().word());
        put(json, "unit", q.unit());
        put(json, "min", number(q.min()));
        put(json, "max", number(q.max()));
        json.put("per", q.perPain() ? "pain" : "patient");
        json.put("safety", q.safety());
        if (!q.options().isEmpty()) {
            json.put("options", options(q));
        }
        if (!q.askedWhen().isEmpty()) {
            json.put(
                    "askedWhen",
                    q.askedWhen().stream()
                            .map(c -> {
                                Map<String, Object> condition = new LinkedHashMap<>();
                                condition.put("question", c.question());
                                put(condition, "anyOf", c.anyOf().isEmpty() ? null : List.copyOf(c.anyOf()));
                                put(condition, "atLeast", number(c.atLeast()));
                                put(condition, "atMost", number(c.atMost()));
                                return condition;
                            })
                            .toList());
        }
        if (q.unknownAs() instanceof Answer.Choice choice) {
            json.put("unknownAs", choice.option());
        } else if (q.unknownAs() instanceof Answer.Amount amount) {
            json.put("unknownAs", number(amount.value()));
        } else if (q.unknownAs() instanceof Answer.Choices several) {
            json.put("unknownAs", several.options().stream().sorted().toList());
        }
        put(json, "whenUnknown", q.whenUnknown());
        put(json, "resultOf", q.resultOf());
        put(json, "canChange", q.canChange());
        if (q.recordOnly()) {
            json.put("recordOnly", true);
        }
        if (q.copy()) {
            json.put("copyOf", q.derivation().inputs().iterator().next());
        } else if (q.derived()) {
            json.put("madeOf", q.derivation().inputs().stream().sorted().toList());
        }
        return json;
    }

    static List<Map<String, Object>> options(Question q) {
        return q.options().stream()
                .map(o -> {
                    Map<String, Object> option = new LinkedHashMap<>();
                    option.put("id", o.id());
                    option.put("text", o.text());
                    return option;
                })
                .toList();
    }

    static List<Map<String, Object>> interventions(RuleBook book) {
        return book.catalogue().interventions().stream()
                .map(i -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("id", i.id());
                    json.put("name", i.name());
                    json.put(
                            "purposes", i.purposes().stream().map(Purpose::word).toList());
                    json.put("tags", i.tags().stream().sorted().toList());
                    json.put("is", i.is());
                    json.put("can", i.can());
                    json.put("cannot", i.cannot());
                    json.put(
                            "source",
                            AdviceJson.source(
                                    i.citation(), i.citation().source().status()));
                    return json;
                })
                .toList();
    }

    static List<Map<String, Object>> sources(RuleBook book) {
        return book.catalogue().sources().stream().map(KnowledgeJson::source).toList();
    }

    private static Map<String, Object> source(Source s) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", s.id());
        json.put("kind", s.kind().word());
        json.put("title", s.title());
        put(json, "publisher", s.publisher());
        put(json, "year", s.year());
        put(json, "address", s.address());
        put(json, "via", s.via());
        json.put("status", s.status().word());
        json.put("reviewed", s.reviewed());
        json.put("sections", s.sections());
        return json;
    }

    static Map<String, Object> knowledge(RuleBook book, String program, Reload reload) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", book.version());
        json.put("program", program);
        json.put("defaultPolicy", book.catalogue().defaultPolicy());
        json.put(
                "policies",
                book.catalogue().policies().stream()
                        .map(p -> new PolicyReply(p.id(), p.name(), p.text()))
                        .toList());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("questions", book.questionnaire().asked().size());
        counts.put("rules", book.rules().size());
        counts.put(
                "criteria",
                book.findings().stream()
                        .filter(f -> f.stage() == painpathway.rules.Stage.CRITERIA)
                        .count());
        counts.put(
                "patterns",
                book.findings().stream()
                        .filter(f -> f.stage() == painpathway.rules.Stage.PATTERNS)
                        .count());
        counts.put("interventions", book.catalogue().interventions().size());
        counts.put(
                "procedures",
                book.catalogue().interventions().stream()
                        .filter(Intervention::procedure)
                        .count());
        counts.put("redFlags", book.catalogue().redFlags().size());
        counts.put("stances", book.catalogue().stances().size());
        counts.put("facts", book.catalogue().facts().size());
        counts.put("notes", book.catalogue().notes().size());
        counts.put("sources", book.catalogue().sources().size());
        json.put("counts", counts);
        json.put("warnings", book.warnings().stream().map(Object::toString).toList());
        json.put("reload", reload(reload));
        return json;
    }

    /** What came of the last change to the rules folder. */
    private static Map<String, Object> reload(Reload reload) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", reload == null ? "none" : reload.refused() ? "refused" : "accepted");
        if (reload != null) {
            json.put(reload.refused() ? "since" : "at", reload.at().toString());
        }
        if (reload != null && reload.refused()) {
            json.put("faults", reload.faults().stream().map(Object::toString).toList());
        }
        return json;
    }

    private static void put(Map<String, Object> json, String key, Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    static Object number(Double value) {
        if (value == null) {
            return null;
        }
        String text = AssessmentReader.number(value);
        if (text.contains(".")) {
            return value;
        }
        return Long.valueOf(text);
    }

    /** One policy, its keys always in this order. */
    private record PolicyReply(String id, String name, String text) {}
}
