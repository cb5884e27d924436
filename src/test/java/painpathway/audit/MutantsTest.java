package painpathway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.advice.Advisor;
import painpathway.audit.Mutants.Mutant;
import painpathway.folder.FaultyKnowledge;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.PlainEvaluator;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.vignette.Vignette;

/**
 * Planted defects: small mistakes in the text of the shipped rules. A mutant is caught where loading refuses it, a vignette fails, a law is
 * broken, or the audit finds something. In the profile {@code mutants} all of them are tried, else some of every kind. Survivors are listed in
 * {@code target/mutants.txt}, each with the judgement of {@code judged-mutants.txt}; judged or not, they count as survivors.
 */
class MutantsTest {

    private static final int TRIED = Integer.getInteger("mutants", 300);
    private static final long SEED = 20261121L;
    private static final double BAR = 0.95;
    private static final Set<Guarantee> CHECKS =
            EnumSet.complementOf(EnumSet.of(Guarantee.READINGS_AGREE, Guarantee.POLICIES_DIFFER, Guarantee.LAWS));
    /** What a rule alone can break; the others are about the questionnaire and the catalogue, or hold for every set of rules. */
    private static final Set<Guarantee> RULE_CHECKS = EnumSet.of(
            Guarantee.RULES_MATTER, Guarantee.NOT_IMPLIED, Guarantee.NOT_OPPOSITE, Guarantee.VERDICTS_REACHED);
    /** Only rules that read answers can make an option useless; elsewhere the look is not worth its seconds, so a few more may survive. */
    private static final Set<Guarantee> CRITERIA_CHECKS =
            EnumSet.of(Guarantee.OPTIONS_MATTER, RULE_CHECKS.toArray(Guarantee[]::new));
    /** What the catalogue alone can break. */
    private static final Set<Guarantee> CATALOGUE_CHECKS = EnumSet.of(
            Guarantee.FLAGS_WITHHOLD,
            Guarantee.BLANK_SAFETY,
            Guarantee.VERDICTS_REACHED,
            Guarantee.ONE_OUTCOME,
            Guarantee.FINAL);

    private static final String SURVIVED = "survived";
    private static final String UNJUDGED = "NOT JUDGED YET";

    private final RuleBook book = ShippedRules.BOOK;
    private final Map<String, Set<Vignette>> firing = firing();

    @Test
    void atLeast95PercentOfPlantedDefectsAreCaught() throws IOException {
        List<Mutant> mutants = chosen();
        Map<Mutant, String> caught = new ConcurrentHashMap<>();
        mutants.parallelStream().forEach(mutant -> caught.put(mutant, caughtBy(mutant)));
        String report = report(mutants, caught);
        Files.writeString(Path.of("target", "mutants.txt"), report);
        long survivors = caught.values().stream().filter(SURVIVED::equals).count();
        assertThat(1 - survivors / (double) mutants.size()).as(report).isGreaterThanOrEqualTo(BAR);
        assertThat(report).as("every survivor is judged in judged-mutants.txt").doesNotContain(UNJUDGED);
    }

    /** Evenly from every kind, as long as there are any. */
    private List<Mutant> chosen() {
        Map<String, List<Mutant>> byKind = Mutants.of(book);
        Random random = new Random(SEED);
        byKind.values().forEach(list -> Collections.shuffle(list, random));
        List<Mutant> chosen = new ArrayList<>();
        int longest = byKind.values().stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < longest; turn++) {
            for (List<Mutant> kind : byKind.values()) {
                if (turn < kind.size() && chosen.size() < TRIED) {
                    chosen.add(kind.get(turn));
                }
            }
        }
        return chosen;
    }

    private String caughtBy(Mutant mutant) {
        RuleBook mutated;
        try {
            mutated = RuleBook.load(mutant.in(book.folder()));
        } catch (FaultyKnowledge refused) {
            return "load";
        }
        Advisor advisor = new Advisor(new PlainEvaluator(mutated), "");
        if (fails(firing.getOrDefault(mutant.rule(), Set.of()), advisor) || fails(ShippedRules.VIGNETTES, advisor)) {
            return "vignette";
        }
        try {
            if (!Audit.of(mutated, EnumSet.of(Guarantee.LAWS)).holds()) {
                return "law";
            }
        } catch (FaultyKnowledge refused) {
            return "law";
        }
        Set<Guarantee> checks = mutant.file().startsWith(Stage.CRITERIA.folder())
                ? CRITERIA_CHECKS
                : mutant.file().endsWith(".drl")
                        ? RULE_CHECKS
                        : mutant.file().startsWith("knowledge/") ? CATALOGUE_CHECKS : CHECKS;
        return Audit.of(mutated, checks).holds() ? SURVIVED : "audit";
    }

    private static boolean fails(Iterable<Vignette> vignettes, Advisor advisor) {
        for (Vignette vignette : vignettes) {
            if (!vignette.failures(advisor).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The vignettes that fire a rule: the first to fail where it is mutated. */
    private Map<String, Set<Vignette>> firing() {
        Map<String, Set<Vignette>> all = new HashMap<>();
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            vignette.runs(book).forEach(run -> {
                for (ClinicalRule rule : book.rules()) {
                    if (run.truth(rule) == Truth.MET) {
                        all.computeIfAbsent(rule.name(), r -> Collections.newSetFromMap(new LinkedHashMap<>()))
                                .add(vignette);
                    }
                }
            });
        }
        return all;
    }

    private static String report(List<Mutant> mutants, Map<Mutant, String> caught) throws IOException {
        Map<String, Map<String, Integer>> byKind = new TreeMap<>();
        mutants.forEach(
                m -> byKind.computeIfAbsent(m.kind(), k -> new TreeMap<>()).merge(caught.get(m), 1, Integer::sum));
        StringBuilder report = new StringBuilder();
        long survivors =
                mutants.stream().filter(m -> caught.get(m).equals(SURVIVED)).count();
        line(
                report,
                "%d mutants, %d caught (%.1f %%)",
                mutants.size(),
                mutants.size() - survivors,
                100.0 * (mutants.size() - survivors) / mutants.size());
        byKind.forEach((kind, how) -> {
            int all = how.values().stream().mapToInt(i -> i).sum();
            line(
                    report,
                    "  %-16s %5.1f %% of %4d  %s",
                    kind,
                    100.0 * (all - how.getOrDefault(SURVIVED, 0)) / all,
                    all,
                    how);
        });
        line(report, "Survivors:");
        Map<String, String> judged = judged();
        Set<String> lines = new TreeSet<>();
        mutants.stream()
                .filter(m -> caught.get(m).equals(SURVIVED))
                .forEach(m -> lines.add(m + "\n      " + judged.getOrDefault(m.key(), UNJUDGED)));
        lines.forEach(l -> line(report, "  %s", l));
        return report.toString();
    }

    private static void line(StringBuilder report, String format, Object... arguments) {
        report.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    /** {@code key = reason}, one a line. */
    private static Map<String, String> judged() throws IOException {
        Map<String, String> judged = new HashMap<>();
        try (InputStream in = MutantsTest.class.getResourceAsStream("judged-mutants.txt")) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(l -> !l.startsWith("#") && l.contains(" = "))
                    .forEach(l ->
                            judged.put(l.substring(0, l.lastIndexOf(" = ")), l.substring(l.lastIndexOf(" = ") + 3)));
        }
        return judged;
    }
}
