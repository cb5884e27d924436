package painpathway.web.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Finding;
import painpathway.rules.Literal;
import painpathway.rules.RuleBook;

/**
 * Rules as rows, the findings that they read as columns: those that part the rules come first, and of these what most rules read.
 *
 * @param columns the findings
 */
record DecisionTable(List<Subject> columns, List<Row> rows) {

    /** A rule with a word for every column: met, ruled-out, or empty where it does not read the finding. */
    record Row(Block.Ref rule, List<String> cells) {}

    static DecisionTable of(List<ClinicalRule> rules, RuleBook book, PageParts parts) {
        Map<Integer, Integer> used = new TreeMap<>();
        rules.forEach(rule -> needs(rule).keySet().forEach(finding -> used.merge(finding, 1, Integer::sum)));
        // What all rules have in common parts none of them, and comes last.
        List<Integer> order = used.keySet().stream()
                .sorted(Comparator.comparing((Integer finding) -> shared(rules, finding))
                        .thenComparing(finding -> -used.getOrDefault(finding, 0)))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (ClinicalRule rule : rules) {
            Map<Integer, Boolean> needs = needs(rule);
            rows.add(new Row(
                    parts.ref(rule),
                    order.stream().map(finding -> word(needs, finding)).toList()));
        }
        List<Finding> findings = book.findings();
        return new DecisionTable(
                order.stream()
                        .map(i -> parts.bench().subjects().of(findings.get(i)))
                        .toList(),
                rows);
    }

    private static boolean shared(List<ClinicalRule> rules, int finding) {
        return rules.stream().map(rule -> word(needs(rule), finding)).distinct().count() == 1;
    }

    private static String word(Map<Integer, Boolean> needs, int finding) {
        Boolean wanted = needs.get(finding);
        return wanted == null ? "" : wanted ? "met" : "ruled-out";
    }

    private static Map<Integer, Boolean> needs(ClinicalRule rule) {
        Map<Integer, Boolean> needs = new LinkedHashMap<>();
        for (Literal literal : rule.literals()) {
            if (literal instanceof Literal.OfFinding of) {
                needs.put(of.finding(), of.wanted());
            }
        }
        return needs;
    }
}
