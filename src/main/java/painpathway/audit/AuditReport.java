package painpathway.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The result of an audit.
 *
 * @param checks    what was checked
 * @param digits    the size of the space: how many digits the number of different sets of answers for one painful place has
 * @param cells     for each question, how many answers the rules can tell apart, including blank
 * @param queries   how often the solver was asked
 * @param sampled   how many drawn patients the two readings were compared on, for each policy
 */
public record AuditReport(
        String folder,
        String version,
        List<String> policies,
        Set<Guarantee> checks,
        List<Defect> defects,
        int rules,
        int laws,
        double digits,
        Map<String, Double> cells,
        int queries,
        int sampled,
        double seconds) {

    /** True if every check passed; warnings do not count. */
    public boolean holds() {
        return defects.stream().allMatch(Defect::warning);
    }

    /** What one check found. */
    public List<Defect> of(Guarantee check) {
        return defects.stream().filter(d -> d.check() == check).toList();
    }

    /** Whether one check failed. */
    boolean failed(Guarantee check) {
        return of(check).stream().anyMatch(d -> !d.warning());
    }

    /** How it is known that a check passed. */
    String how(Guarantee check) {
        return switch (check) {
            case READINGS_AGREE -> "sampled, " + sampled + " patients for each policy";
            case ORDER ->
                "proved for answers that a law calls unread; the order of places needs no proof, because no line of a rule can name a place";
            default -> "proved";
        };
    }

    /** The report as text for a terminal. */
    public String text() {
        return AuditText.of(this);
    }

    /** The report as plain values, for JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("folder", folder);
        json.put("version", version);
        json.put("policies", policies);
        json.put("rules", rules);
        json.put("laws", laws);
        json.put("holds", holds());
        json.put("space", Map.of("digits", digits, "cells", cells));
        json.put("queries", queries);
        json.put("seconds", seconds);
        json.put("sampledPatients", sampled);
        List<Object> all = new ArrayList<>();
        for (Guarantee check : checks) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("check", check.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            one.put("says", check.says());
            one.put("how", how(check));
            one.put("found", of(check).stream().map(AuditReport::json).toList());
            all.add(one);
        }
        json.put("checks", all);
        return json;
    }

    private static Map<String, Object> json(Defect defect) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", defect.file());
        json.put("line", defect.line());
        json.put("problem", defect.problem());
        json.put("warning", defect.warning());
        json.put("request", defect.example() == null ? null : defect.example().request());
        return json;
    }
}
