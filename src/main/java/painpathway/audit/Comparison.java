package painpathway.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.logicng.formulas.Formula;
import painpathway.advice.Advice;
import painpathway.advice.Advisor;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.folder.FaultyKnowledge;
import painpathway.folder.RulesFolder;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Urgency;
import painpathway.logic.NumericPartition;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette;
import painpathway.vignette.Vignettes;

/**
 * What differs between two rule sets: which rules, and which patients get a different verdict.
 *
 * @param files   files that differ, apart from rules, vignettes and laws
 * @param apart   policies and interventions that only one of the two has, which are not compared
 * @param shifts  every verdict and urgency that changes for somebody
 * @param sampled how many sample patients the size of each region is estimated from, for each pair of policies
 */
public record Comparison(
        String first,
        String second,
        List<RuleChange> rules,
        List<String> files,
        List<String> apart,
        List<Shift> shifts,
        int sampled) {

    private static final int SAMPLED = 3_000;
    private static final long SEED = 20261121L;
    private static final String URGENCY = "urgency";

    /**
     * A group of patients who get a different outcome.
     *
     * @param policy  the policy that the two sets are compared under, or both policies if these are compared
     * @param about   an intervention's id, or {@code urgency}
     * @param example the smallest of these patients
     * @param share   the share of the sample patients in this region, from 0 to 1
     */
    public record Shift(String policy, String about, String from, String to, Counterexample example, double share) {}

    /** Two folders, under each policy that both have. */
    public static Comparison of(RuleBook a, RuleBook b) {
        List<Shift> shifts = new ArrayList<>();
        for (String policy : a.policies()) {
            if (b.policies().contains(policy)) {
                shifts.addAll(shifts(a, policy, b, policy));
            }
        }
        return new Comparison(
                a.folder().name(),
                b.folder().name(),
                RuleChange.between(a, b),
                files(a.folder(), b.folder()),
                apart(a, b),
                shifts,
                SAMPLED);
    }

    /** Two policies of one folder. */
    public static Comparison ofPolicies(RuleBook book, String first, String second) {
        return new Comparison(
                first, second, List.of(), List.of(), List.of(), shifts(book, first, book, second), SAMPLED);
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

    private static List<Shift> shifts(RuleBook a, String policyA, RuleBook b, String policyB) {
        String policy = policyA.equals(policyB) ? policyA : policyA + " -> " + policyB;
        DifferentialProver readings = new DifferentialProver(a, policyA, b, policyB, new NumericPartition(a, b));
        List<Shift> shifts = new ArrayList<>();
        for (Intervention intervention : a.catalogue().interventions()) {
            Intervention same = b.catalogue().intervention(intervention.id());
            if (same == null) {
                continue;
            }
            for (Verdict from : Verdict.values()) {
                Formula leaves = readings.f.and(
                        readings.a.verdict(intervention, from), readings.f.not(readings.b.verdict(same, from)));
                for (Verdict to : readings.possible(leaves) ? Verdict.values() : new Verdict[0]) {
                    if (to != from) {
                        Counterexample example = readings.smallest(readings.verdicts(intervention, from, same, to));
                        add(shifts, policy, intervention.id(), from.word(), to.word(), example);
                    }
                }
            }
        }
        for (Urgency from : Urgency.values()) {
            for (Urgency to : Urgency.values()) {
                if (from != to) {
                    add(
                            shifts,
                            policy,
                            URGENCY,
                            from.word(),
                            to.word(),
                            readings.smallest(readings.urgencies(from, to)));
                }
            }
        }
        return shifts.isEmpty() ? shifts : withShares(shifts, a, policyA, b, policyB);
    }

    private static void add(
            List<Shift> shifts, String policy, String about, String from, String to, Counterexample example) {
        if (example != null) {
            shifts.add(new Shift(policy, about, from, to, example, 0));
        }
    }

    /** Half of the sample patients resemble the vignettes of the first folder, if it has any; the others are drawn freely. */
    private static List<Shift> withShares(List<Shift> shifts, RuleBook a, String policyA, RuleBook b, String policyB) {
        Map<String, Integer> counts = new HashMap<>();
        NumericPartition cuts = new NumericPartition(a, b);
        List<RandomPatients> samples = List.of(
                new RandomPatients(a.questionnaire(), cuts, SEED),
                new RandomPatients(b.questionnaire(), cuts, SEED + 1));
        List<Assessment> vignettes = vignettes(a);
        Advisor before = new Advisor(new PlainEvaluator(a), "");
        Advisor after = new Advisor(new PlainEvaluator(b), "");
        for (int i = 0; i < SAMPLED; i++) {
            // Questions and options of the second folder alone must be drawn too.
            RandomPatients sample = samples.get(i / 2 % 2);
            Assessment drawn = i % 2 == 0 || vignettes.isEmpty()
                    ? sample.any(policyA)
                    : sample.like(vignettes.get(i % vignettes.size()), policyA);
            Advice one = before.advise(DifferentialProver.knownTo(a, drawn));
            Advice two = after.advise(
                    DifferentialProver.knownTo(b, new Assessment(policyB, drawn.patient(), drawn.pains())));
            count(counts, URGENCY, one.urgency().word(), two.urgency().word());
            Map<String, Verdict> verdicts = new HashMap<>();
            two.interventions().forEach(s -> verdicts.put(s.intervention().id(), s.verdict()));
            for (InterventionAdvice suggestion : one.interventions()) {
                Verdict to = verdicts.get(suggestion.intervention().id());
                count(
                        counts,
                        suggestion.intervention().id(),
                        suggestion.verdict().word(),
                        to == null ? "" : to.word());
            }
        }
        return shifts.stream()
                .map(s -> new Shift(
                        s.policy,
                        s.about,
                        s.from,
                        s.to,
                        s.example,
                        counts.getOrDefault(s.about + " " + s.from + " " + s.to, 0) / (double) SAMPLED))
                .toList();
    }

    private static void count(Map<String, Integer> counts, String about, String from, String to) {
        counts.merge(about + " " + from + " " + to, 1, Integer::sum);
    }

    private static List<Assessment> vignettes(RuleBook book) {
        try {
            return Vignettes.load(book).stream().map(Vignette::assessment).toList();
        } catch (FaultyKnowledge e) {
            // Vignettes are not compared; if they cannot be read, other patients do.
            return List.of();
        }
    }

    // ------------------------------------------------------------------ the report

    /** The comparison as text for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "From '%s' to '%s'", first, second);
        if (!rules.isEmpty() || !files.isEmpty()) {
            line(text, "%nRules that differ: %d", rules.size());
        }
        for (RuleChange change : rules) {
            line(
                    text,
                    "  %s (%s): %s",
                    change.kind().word(),
                    change.where(),
                    change.after() == null ? change.before() : change.after());
            if (change.before() != null
                    && change.after() != null
                    && !change.before().equals(change.after())) {
                line(text, "      was: %s", change.before());
            }
            change.changes().forEach(c -> line(text, "      %s", c));
        }
        files.forEach(f -> line(text, "  changed file: %s", f));
        apart.forEach(o -> line(text, "  %s", o));
        if (shifts.isEmpty()) {
            line(
                    text,
                    "%nNo patient gets a different verdict or urgency%s (proved over all answers for one painful place).",
                    apart.isEmpty() ? "" : " from what both contain");
            return text.toString();
        }
        line(
                text,
                "%nPatients who get a different verdict or urgency: %s, proved to be all there are. The size of each is its share of %d sample patients.",
                shifts.size() == 1 ? "1 region" : shifts.size() + " regions",
                sampled);
        for (Shift shift : shifts) {
            line(
                    text,
                    "%n  %s (%s): %s -> %s, %s",
                    shift.about,
                    shift.policy,
                    shift.from,
                    shift.to,
                    shift.share == 0
                            ? "none of the sample patients"
                            : String.format(Locale.ROOT, "%.2f %% of the sample patients", 100 * shift.share));
            shift.example.lines().forEach(l -> line(text, "      %s", l));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    /** The comparison as plain values, for JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("first", first);
        json.put("second", second);
        json.put(
                "rules",
                rules.stream()
                        .map(r -> {
                            Map<String, Object> rule = new LinkedHashMap<>();
                            rule.put("kind", r.kind().word());
                            rule.put("before", r.before());
                            rule.put("after", r.after());
                            rule.put("where", r.where());
                            rule.put("changes", r.changes());
                            return rule;
                        })
                        .toList());
        json.put("files", files);
        json.put("apart", apart);
        json.put("sampledPatients", sampled);
        json.put(
                "shifts",
                shifts.stream()
                        .map(s -> {
                            Map<String, Object> shift = new LinkedHashMap<>();
                            shift.put("policy", s.policy);
                            shift.put("about", s.about);
                            shift.put("from", s.from);
                            shift.put("to", s.to);
                            shift.put("share", s.share);
                            shift.put("request", s.example.request());
                            return shift;
                        })
                        .toList());
        return json;
    }
}
