package painpathway.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import painpathway.folder.RulesFolder;
import painpathway.rules.RuleBook;

/**
 * A rules folder so small that the right answer is known by hand: six questions, two policies, one procedure ({@code needle}) and one kind
 * of care ({@code rest}). Rules are written in short: {@code "needle-01: met old, ruledOut has-x -> suggest needle"}; the whole is the name.
 */
public final class SmallFolder {

    static final String QUESTIONS = """
            sections:
              - id: q
                title: Questions
                questions:
                  - {id: q.age, text: "Age?", type: integer, unit: years, min: 0, max: 20}
                  - {id: q.kind, text: "Kind?", type: choice, options: [{id: a, text: "A"}, {id: b, text: "B"}, {id: c, text: "C"}]}
                  - {id: q.list, text: "List?", type: choices, options: [{id: none, text: "None"}, {id: x, text: "X"}, {id: y, text: "Y"}]}
                  - {id: q.more, text: "More?", type: choice, options: [{id: "no", text: "No"}, {id: "yes", text: "Yes"}],
                     asked-when: [{question: q.kind, any-of: [b]}]}
                  - {id: q.danger, text: "Danger?", type: choice, safety: true, options: [{id: "no", text: "No"}, {id: "yes", text: "Yes"}]}
                  - {id: q.place, text: "Place?", type: choice, per: pain, record-only: true, options: [{id: here, text: "Here"}, {id: there, text: "There"}]}
            """;

    /** A copy of each kind of question: what a blank counts as excuses nothing. */
    static final String COPIES = """
            derived:
              - {id: q.age-or-young, text: "Age, or young", copy-of: q.age, unknown-as: 0, when-unknown: "W"}
              - {id: q.kind-or-a, text: "Kind, or A", copy-of: q.kind, unknown-as: a, when-unknown: "W"}
              - {id: q.list-or-none, text: "List, or none", copy-of: q.list, unknown-as: none, when-unknown: "W"}
              - {id: q.more-or-no, text: "More, or no", copy-of: q.more, unknown-as: "no", when-unknown: "W"}
            """;

    private static final int FIRST_RULE = 12;
    private static final int LINES_OF_A_RULE = 4;

    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> criteria = new ArrayList<>(List.of(
            "old: number( \"q.age\" ) >= 10",
            "kind-a: choice( \"q.kind\" ) == \"a\"",
            "kind-b: choice( \"q.kind\" ) == \"b\"",
            "has-x: choices( \"q.list\" ) contains \"x\"",
            "has-y: choices( \"q.list\" ) contains \"y\"",
            "more: choice( \"q.more\" ) == \"yes\"",
            "danger: choice( \"q.danger\" ) == \"yes\""));
    private final List<String> patterns = new ArrayList<>();
    private final List<String> advice = new ArrayList<>(List.of(
            "needle-01: met old, met kind-a -> suggest needle",
            "needle-02: met has-x -> contraindicate needle",
            "needle-03: met has-y -> hold needle ask",
            "needle-04: met more -> suggest needle",
            "rest-01: met old -> suggest rest",
            "rest-02: ruledOut old -> suggest rest",
            "flag-01: met danger -> redFlag alarm urgent"));

    public SmallFolder() {
        files.put("questionnaire.yaml", QUESTIONS);
        files.put(
                "knowledge/sources.yaml",
                "sources:\n  - {id: s, kind: ours, title: S, status: ours, reviewed: \"2026-11-21\", sections: [all]}\n");
        files.put("knowledge/documents.yaml", "documents: []\n");
        files.put("knowledge/interventions.yaml", """
                tags: [{id: procedure, text: "P"}, {id: care, text: "C"}]
                interventions:
                  - {id: needle, name: "Needle", purposes: [therapeutic], tags: [procedure], is: "I", can: "C", cannot: "N", source: "s, all"}
                  - {id: rest, name: "Rest", purposes: [therapeutic], tags: [care], is: "I", can: "C", cannot: "N", source: "s, all"}
                """);
        files.put(
                "knowledge/notes.yaml",
                "notes: [{id: read, kind: caution, text: T, source: \"s, all\", evidence: ours}]\n");
        files.put("knowledge/red-flags.yaml", """
                emergency-withholds: [procedure, care]
                red-flags:
                  - {id: alarm, name: "Alarm", actions: {urgent: "Go", emergency: "Run"}, withholds: [procedure], source: "s, all", evidence: ours}
                """);
        files.put("knowledge/stances.yaml", """
                stances:
                  - {id: view, topic: T, default: D, sides: [{says: A, source: "s, all", evidence: ours}, {says: B, source: "s, all", evidence: ours}]}
                """);
        files.put(
                "knowledge/checks.yaml", "checks: [{id: ask, text: T, who: W, source: \"s, all\", evidence: ours}]\n");
        files.put(
                "knowledge/obstacles.yaml",
                "obstacles: [{id: blank, text: T, action: A, withholds: [procedure], for: blank-safety-question}]\n");
        files.put("laws.yaml", """
                laws:
                  - {id: danger, says: "Danger raises the alarm.", when: [{question: q.danger, any-of: ["yes"]}], flag: alarm}
                """);
        files.put("vignettes/all.yaml", """
                vignettes:
                  - id: all-001
                    name: "Old and of kind a: needle"
                    answers: {q.age: 15, q.kind: a, q.list: [none], q.danger: "no"}
                    pains: [{q.place: here}]
                    expect: {urgency: routine, verdicts: {needle: candidate}}
                """);
        files.put(
                "knowledge/policies.yaml",
                "statement: S\npolicies: [{id: one, name: One, text: T, default: true}, {id: two, name: Two, text: T}]\n");
    }

    /** Replaces the advice rule with this id, or adds it; {@code "id@policy: ..."} belongs to a policy. */
    public SmallFolder rule(String rule) {
        put(advice, rule);
        return this;
    }

    public SmallFolder criterion(String rule) {
        put(criteria, rule);
        return this;
    }

    SmallFolder pattern(String rule) {
        put(patterns, rule);
        return this;
    }

    SmallFolder without(String id) {
        advice.removeIf(r -> id(r).equals(id));
        criteria.removeIf(r -> id(r).equals(id));
        return this;
    }

    public SmallFolder file(String path, String text) {
        files.put(path, text);
        return this;
    }

    SmallFolder remove(String path) {
        files.remove(path);
        return this;
    }

    public SmallFolder replace(String path, String old, String by) {
        if (!files.get(path).contains(old)) {
            throw new IllegalArgumentException(old);
        }
        return file(path, files.get(path).replace(old, by));
    }

    RuleBook book() {
        return RuleBook.load(folder());
    }

    public RulesFolder folder() {
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put(
                "criteria/all.drl",
                header("questionnaire.Answers", "criterionMet")
                        + all(
                                criteria,
                                r -> drl(
                                        r,
                                        "criterion",
                                        "Answers( " + after(r) + " )",
                                        "criterionMet( kcontext )",
                                        "")));
        all.put(
                "patterns/all.drl",
                header("rules.Criteria", "patternMet")
                        + all(
                                patterns,
                                r -> drl(
                                        r,
                                        "pattern",
                                        "Criteria( " + lines(after(r)) + " )",
                                        "patternMet( kcontext )",
                                        "")));
        all.put(
                "advice/all.drl",
                header(
                                "rules.Findings",
                                "suggest",
                                "support",
                                "contraindicate",
                                "hold",
                                "caution",
                                "stance",
                                "redFlag",
                                "allow",
                                "obstacle")
                        + all(advice, SmallFolder::advice));
        return RulesFolder.of("small", all);
    }

    /** The line on which an advice rule stands. */
    int line(String id) {
        for (int i = 0; i < advice.size(); i++) {
            if (id(advice.get(i)).equals(id)) {
                return FIRST_RULE + LINES_OF_A_RULE * i;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private static void put(List<String> rules, String rule) {
        for (int i = 0; i < rules.size(); i++) {
            if (id(rules.get(i)).equals(id(rule))) {
                rules.set(i, rule);
                return;
            }
        }
        rules.add(rule);
    }

    private static String all(List<String> rules, java.util.function.Function<String, String> drl) {
        return String.join("", rules.stream().map(drl).toList());
    }

    private static String id(String rule) {
        return rule.substring(0, rule.indexOf(": ")).replaceAll("@.*", "");
    }

    private static String after(String rule) {
        return rule.substring(rule.indexOf(": ") + 2);
    }

    private static String header(String fact, String... verbs) {
        StringBuilder header = new StringBuilder("package rules;\nimport painpathway." + fact + ";\n");
        for (int i = 2; i < FIRST_RULE - 1; i++) {
            header.append(
                    i - 2 < verbs.length
                            ? "import function painpathway.rules.RuleVerbs." + verbs[i - 2] + ";\n"
                            : "\n");
        }
        return header.toString();
    }

    private static String advice(String rule) {
        String[] parts = after(rule).split(" -> ");
        String[] says = parts[1].split(" ");
        StringBuilder call = new StringBuilder(says[0] + "( kcontext");
        for (int i = 1; i < says.length; i++) {
            call.append(", \"").append(says[i]).append('"');
        }
        return drl(rule, "id", "Findings( " + lines(parts[0]) + " )", call + " )", " @rationale(\"r\")");
    }

    private static String lines(String inShort) {
        return inShort.replaceAll("(met|ruledOut) ([a-z0-9-]+)", "$1( \"$2\" )");
    }

    private static String drl(String rule, String annotation, String when, String then, String more) {
        String head = rule.substring(0, rule.indexOf(": "));
        String policy = head.contains("@") ? " @policy(\"" + head.substring(head.indexOf('@') + 1) + "\")" : "";
        return "rule \"" + rule.replace("\"", "'") + "\" @" + annotation + "(\"" + id(rule)
                + "\") @source(\"s, all\") @evidence(\"ours\") @reviewed(\"2026-11-21\")" + more + policy + "\nwhen "
                + when + "\nthen " + then + ";\nend\n";
    }
}
