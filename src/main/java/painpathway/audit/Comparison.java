package painpathway.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleBook;

/**
 * What differs between two rule sets: which rules, and which patients get a different verdict.
 *
 * @param files   files that differ, apart from rules, vignettes and laws
 * @param apart   policies and interventions that only one of the two has, which are not compared
 * @param lostIds ids of advice rules that only the first has, or that mean another rule in the second
 * @param shifts  every verdict and urgency that changes for somebody
 */
public record Comparison(
        String first,
        String second,
        List<RuleChange> rules,
        List<String> files,
        List<String> apart,
        List<String> lostIds,
        List<Shift> shifts) {

    /**
     * Patients who get a different outcome.
     *
     * @param policy  the policy that the two sets are compared under, or both policies if these are compared
     * @param about   an intervention's id, or {@code urgency}
     * @param example the smallest of these patients
     * @param share   the share of the drawn patients in this region, from 0 to 1
     */
    public record Shift(String policy, String about, String from, String to, Counterexample example, double share) {

        /** The same with the share that was found. */
        Shift withShare(double found) {
            return new Shift(policy, about, from, to, example, found);
        }
    }

    /** Two folders, under each policy that both have. */
    public static Comparison of(RuleBook a, RuleBook b) {
        List<Shift> shifts = new ArrayList<>();
        for (String policy : a.policies()) {
            if (b.policies().contains(policy)) {
                shifts.addAll(Shifts.between(new Reading(a, policy), new Reading(b, policy)));
            }
        }
        return new Comparison(
                a.folder().name(),
                b.folder().name(),
                RuleChange.between(a, b),
                files(a.folder(), b.folder()),
                apart(a, b),
                LostIds.between(a, b),
                shifts);
    }

    /** Two policies of one folder. */
    public static Comparison ofPolicies(RuleBook book, String first, String second) {
        List<Shift> shifts = Shifts.between(new Reading(book, first), new Reading(book, second));
        return new Comparison(first, second, List.of(), List.of(), List.of(), List.of(), shifts);
    }

    /** The same with the two called as their reader calls them. */
    public Comparison called(String firstName, String secondName) {
        return new Comparison(firstName, secondName, rules, files, apart, lostIds, shifts);
    }

    /** True if both know the same policies and interventions and nobody gets a different outcome. */
    public boolean sameForEverybody() {
        return shifts.isEmpty() && apart.isEmpty();
    }

    private static List<String> apart(RuleBook a, RuleBook b) {
        List<String> apart = new ArrayList<>();
        for (RuleBook book : List.of(a, b)) {
            RuleBook other = book == a ? b : a;
            String where = book == a ? "only in the first: " : "only in the second: ";
            book.policies().stream()
                    .filter(p -> !other.policies().contains(p))
                    .forEach(p -> apart.add(where + "policy " + p));
            book.catalogue().interventions().stream()
                    .map(Intervention::id)
                    .filter(i -> other.catalogue().intervention(i) == null)
                    .forEach(i -> apart.add(where + "intervention " + i));
        }
        return List.copyOf(apart);
    }

    private static List<String> files(RulesFolder a, RulesFolder b) {
        TreeSet<String> paths = new TreeSet<>();
        for (RulesFolder folder : List.of(a, b)) {
            paths.addAll(folder.below("knowledge").keySet());
        }
        paths.add(Questionnaire.FILE);
        return paths.stream().filter(p -> !Objects.equals(a.text(p), b.text(p))).toList();
    }

    /** The comparison as text for a terminal. */
    public String text() {
        return ComparisonText.of(this);
    }

    /** The comparison as plain values, for JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("first", first);
        json.put("second", second);
        json.put("rules", rules.stream().map(Comparison::json).toList());
        json.put("files", files);
        json.put("apart", apart);
        json.put("lostIds", lostIds);
        json.put("sampledPatients", ShiftShares.SAMPLED);
        json.put("shifts", shifts.stream().map(Comparison::json).toList());
        return json;
    }

    private static Map<String, Object> json(RuleChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", change.kind().word());
        json.put("before", change.before());
        json.put("after", change.after());
        json.put("where", change.where());
        json.put("changes", change.changes());
        return json;
    }

    private static Map<String, Object> json(Shift shift) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", shift.policy);
        json.put("about", shift.about);
        json.put("from", shift.from);
        json.put("to", shift.to);
        json.put("share", shift.share);
        json.put("request", shift.example.request());
        return json;
    }
}
