package painpathway.vignette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import painpathway.ShippedRules;
import painpathway.advice.AlwaysHeld;
import painpathway.advice.Verdict;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.logic.NumericPartition;
import painpathway.logic.RuleBookEncoding;
import painpathway.logic.Solver;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.Conclusions;
import painpathway.rules.RuleBook;
import painpathway.rules.Stage;
import painpathway.rules.Verb;

/** What the vignettes have to cover, and which rule (by its sentence) they miss. */
class CoverageTest {

    private static final RuleBook BOOK = ShippedRules.BOOK;

    private static final Coverage COVERAGE = Coverage.of(BOOK, ShippedRules.VIGNETTES);

    @Test
    void everyAdviceRuleHasAVignetteThatFiresIt() {
        assertThat(names(COVERAGE.neverFired()))
                .as("advice rules that no vignette fires")
                .isEmpty();
    }

    @Test
    void everyAdviceRuleHasANearMissInWhichExactlyOneLineFails() {
        assertThat(names(COVERAGE.neverNearlyMissed()))
                .as("advice rules without a near miss")
                .isEmpty();
    }

    @Test
    void everyCriterionAndPatternRuleIsSeenMetAndNotMet() {
        assertThat(COVERAGE.oneSided().stream().map(o -> o.rule().name() + " " + o.seen()))
                .as("criterion and pattern rules that vignettes show on one side only")
                .isEmpty();
        assertThat(COVERAGE.complete()).isTrue();
    }

    @Test
    void withoutVignettesNothingIsCovered() {
        Coverage none = Coverage.of(BOOK, List.of());
        assertThat(names(none.neverFired())).isEqualTo(names(Stage.ADVICE));
        assertThat(names(none.neverNearlyMissed())).isEqualTo(names(Stage.ADVICE));
        assertThat(none.oneSided())
                .hasSize(BOOK.rules().size() - names(Stage.ADVICE).size());
        assertThat(none.complete()).isFalse();
    }

    @Test
    void whatOnlyOneVignetteShowsIsMissedWithoutIt() {
        List<Vignette> some = ShippedRules.VIGNETTES.subList(0, 40);
        Coverage coverage = Coverage.of(BOOK, some);
        Set<String> fired = new TreeSet<>();
        for (Vignette vignette : some) {
            for (Conclusions run : vignette.runs(BOOK)) {
                BOOK.rules().stream()
                        .filter(r -> r.stage() == Stage.ADVICE && run.truth(r) == Truth.MET)
                        .forEach(r -> fired.add(r.name()));
            }
        }
        assertThat(fired).isNotEmpty();
        assertThat(names(coverage.neverFired())).doesNotContainAnyElementsOf(fired);
        assertThat(coverage.neverFired().size() + fired.size())
                .isEqualTo(names(Stage.ADVICE).size());
    }

    @Test
    void everyInterventionIsExpectedWithEveryVerdictThatItsRulesAllow() {
        Map<String, Set<Verdict>> missing = new TreeMap<>();
        for (Intervention intervention : BOOK.catalogue().interventions()) {
            missing.put(intervention.id(), allowed(intervention));
        }
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            vignette.expectation().of(EntryExpectation.VERDICTS).forEach((key, words) -> expected(missing, key, words));
            vignette.expectation()
                    .of(EntryExpectation.UNDERLYING)
                    .forEach((key, words) -> expected(missing, key, words));
        }
        missing.values().removeIf(Set::isEmpty);
        assertThat(missing).as("verdicts that no vignette expects").isEmpty();
    }

    @Test
    void everyRedFlagIsExpectedAloneAndBesideAnother() {
        Set<String> alone = new TreeSet<>();
        Set<String> combined = new TreeSet<>();
        BOOK.catalogue().redFlags().forEach(f -> {
            alone.add(f.id());
            combined.add(f.id());
        });
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            if (vignette.expectation().redFlags().isEmpty()) {
                continue;
            }
            List<String> raised = ShippedRules.PLAIN.advise(vignette.assessment()).redFlags().stream()
                    .map(f -> f.flag().id())
                    .toList();
            Set<String> expected =
                    new LinkedHashSet<>(vignette.expectation().redFlags().keySet());
            expected.retainAll(raised);
            (raised.size() == 1 ? alone : combined).removeAll(expected);
        }
        alone.removeIf(flag -> !canStandAlone(flag));
        assertThat(alone)
                .as("red flags that could stand alone and that no vignette expects alone")
                .isEmpty();
        assertThat(combined)
                .as("red flags that no vignette expects beside another")
                .isEmpty();
    }

    /** Some flags never come alone: what raises them raises another too. That is proved, not assumed. */
    private static boolean canStandAlone(String id) {
        for (String policy : BOOK.policies()) {
            FormulaFactory f = new FormulaFactory();
            RuleBookEncoding encoding = RuleBookEncoding.of(f, BOOK, policy, new NumericPartition(BOOK));
            Solver solver = new Solver(f);
            solver.add(encoding.clauses());
            List<Formula> only = new ArrayList<>();
            for (RedFlag flag : BOOK.catalogue().redFlags()) {
                Formula raised = f.or(List.of(
                        encoding.flags().flag(flag, Urgency.EMERGENCY),
                        encoding.flags().flag(flag, Urgency.URGENT),
                        encoding.flags().flag(flag, Urgency.ROUTINE)));
                only.add(flag.id().equals(id) ? raised : f.not(raised));
            }
            if (solver.possible(only)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyRuleThatOnlyAddsWeightIsExpectedAmongTheReasons() {
        Set<String> missing = new TreeSet<>();
        BOOK.rules().stream().filter(r -> r.verb() == Verb.SUPPORT).forEach(r -> missing.add(r.id()));
        ShippedRules.VIGNETTES.forEach(
                v -> v.expectation().of(EntryExpectation.REASONS).values().forEach(missing::removeAll));
        assertThat(missing)
                .as("rules of weight that no vignette expects among the reasons")
                .isEmpty();
    }

    @Test
    void everyQuestionThatIsNotAlwaysAskedIsExpectedNotToCount() {
        Set<String> missing = new TreeSet<>();
        BOOK.questionnaire().asked().stream()
                .filter(q -> !q.askedWhen().isEmpty())
                .forEach(q -> missing.add(q.id()));
        ShippedRules.VIGNETTES.forEach(v -> missing.removeAll(v.expectation().of(Expectation.Listed.IGNORED)));
        assertThat(missing)
                .as("questions whose answers no vignette expects to be ignored")
                .isEmpty();
    }

    @Test
    void everyTrapHasAVignette() {
        List<String> missing = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            String trap = String.format("T-%02d", i);
            if (ShippedRules.VIGNETTES.stream().noneMatch(v -> v.name().contains(trap))) {
                missing.add(trap);
            }
        }
        assertThat(missing)
                .as("unsafe literal readings of the documents without a vignette that names them")
                .isEmpty();
    }

    private static Set<Verdict> allowed(Intervention intervention) {
        Map<Verb, Boolean> has = new EnumMap<>(Verb.class);
        for (Verb verb : Verb.values()) {
            has.put(verb, !BOOK.forIntervention(intervention.index(), verb).isEmpty());
        }
        Set<Verdict> verdicts = new TreeSet<>();
        // Procedures that are conditional at best hold on every route; those never become plain candidates.
        if (has.get(Verb.SUGGEST) && !AlwaysHeld.of(BOOK, intervention)) {
            verdicts.add(Verdict.CANDIDATE);
        }
        if (has.get(Verb.HOLD)) {
            verdicts.add(Verdict.CONDITIONAL);
        }
        if (intervention.procedure()) {
            verdicts.add(Verdict.NOT_INDICATED);
            verdicts.add(Verdict.PROVISIONAL);
            verdicts.add(Verdict.NEEDS_INFORMATION);
            verdicts.add(Verdict.WITHHELD);
        }
        if (has.get(Verb.CONTRAINDICATE)) {
            verdicts.add(Verdict.CONTRAINDICATED);
        }
        return verdicts;
    }

    private static void expected(Map<String, Set<Verdict>> missing, String key, List<String> words) {
        String id = key.substring(key.indexOf('/') + 1);
        words.forEach(word -> missing.get(id)
                .remove(Verdict.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))));
    }

    private static List<String> names(List<ClinicalRule> rules) {
        return rules.stream().map(ClinicalRule::name).toList();
    }

    private static List<String> names(Stage stage) {
        return names(BOOK.rules().stream().filter(r -> r.stage() == stage).toList());
    }
}
