package painpathway.web.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import painpathway.ShippedRules;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.LiveAdvisor;
import painpathway.advice.Traced;
import painpathway.advice.Verdict;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Truth;
import painpathway.rules.ClinicalRule;
import painpathway.rules.RecordedRun;
import painpathway.vignette.Vignette;
import painpathway.web.advice.RuleView;
import painpathway.web.learn.PageParts;
import painpathway.web.learn.Workbenches;

/** The steps of a run are those that Drools took, and they add up to the advice. */
class StepsTest {

    private static PageParts parts;

    @BeforeAll
    static void learn() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        parts = new Workbenches(new LiveAdvisor(null, "test", advisor -> {}), messages).parts(Locale.UK);
    }

    @Test
    void theStepsOfEveryVignetteAreThoseOfTheEngineAndAddUpToItsAdvice() {
        int steps = 0;
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            Traced traced = ShippedRules.ADVISOR.trace(vignette.assessment());
            List<Answers> places = Answers.of(ShippedRules.BOOK.questionnaire(), vignette.assessment());
            for (int place = 0; place < vignette.assessment().advised(); place++) {
                Walk walk = Walk.of(ShippedRules.ADVISOR, traced, place);
                RecordedRun listened = ShippedRules.ENGINE.record(
                        places.get(place), vignette.assessment().policy());
                List<ClinicalRule> shown = new ArrayList<>();
                for (int step = 1; step < walk.last(); step++) {
                    shown.add(walk.rule(step).rule());
                    assertThat(walk.rule(step).truth()).isEqualTo(Truth.MET);
                }
                assertThat(shown).as(vignette.name()).isEqualTo(listened.order());
                BitSet fired = new BitSet();
                shown.forEach(rule -> fired.set(rule.index()));
                assertThat(fired).isEqualTo(listened.conclusions().fired());
                judgingFollowsFromTheRules(walk, places.size() == 1);
                steps += shown.size();
            }
            assertThat(traced.advice()).isEqualTo(ShippedRules.ADVISOR.advise(vignette.assessment()));
        }
        assertThat(steps).isGreaterThan(30_000);
    }

    /** What is judged is what the rules come to; of the only painful place, the last rule leaves nothing but what is unknown to be weighed. */
    private static void judgingFollowsFromTheRules(Walk walk, boolean alone) {
        for (InterventionAdvice entry : walk.entries()) {
            Judging judging =
                    Judging.of(walk.explanations().get(entry.intervention().index()));
            assertThat(judging.row().verdict()).isEqualTo(entry.underlying());
            if (alone
                    && judging.contraindication() != Truth.UNKNOWN
                    && judging.indication() != Truth.UNKNOWN
                    && judging.hold() != Truth.UNKNOWN) {
                assertThat(walk.verdict(walk.last() - 1, entry.intervention().index()))
                        .isEqualTo(entry.verdict());
            }
        }
    }

    @Test
    void exactlyOneRowOfTheTableFitsAndItSaysWhatTheVerdictIs() {
        for (Truth contraindication : Truth.values()) {
            for (Truth indication : Truth.values()) {
                for (Truth hold : Truth.values()) {
                    Judging judging = new Judging(contraindication, indication, hold);
                    assertThat(Judging.TABLE.stream().filter(row -> row.fits(judging)))
                            .hasSize(1);
                    assertThat(judging.row().verdict()).isEqualTo(Verdict.of(contraindication, indication, hold));
                }
            }
        }
    }

    @Test
    void everyConditionOfEveryRuleIsMarkedInItsText() {
        Traced traced = ShippedRules.ADVISOR.trace(ShippedRules.VIGNETTES.get(0).assessment());
        traced.explained().explanations().stream()
                .flatMap(e -> e.rules().stream())
                .distinct()
                .forEach(reason -> {
                    RuleView rule = RuleView.of(reason, parts.book(), parts.words());
                    assertThat(MarkedRule.of(rule, parts).lines().stream()
                                    .filter(line -> !line.mark().isEmpty())
                                    .count())
                            .as(rule.rule().id())
                            .isEqualTo(rule.lines().size());
                });
    }

    @Test
    void theStepThatDecidedIsTheLastAtWhichTheVerdictChanged() {
        Vignette vignette = vignette("facet-001");
        Walk walk = Walk.of(ShippedRules.ADVISOR, ShippedRules.ADVISOR.trace(vignette.assessment()), 0);
        int facet = ShippedRules.BOOK
                .catalogue()
                .intervention("facet-joint-injection")
                .index();
        int step = walk.decided(facet);
        assertThat(walk.rule(step).rule().targets()).contains("facet-joint-injection");
        assertThat(walk.changed(step)).contains(facet);
        assertThat(walk.verdict(step, facet)).isEqualTo(walk.verdict(walk.last(), facet));
        int unsuggested =
                ShippedRules.BOOK.catalogue().intervention("kyphoplasty").index();
        assertThat(walk.decided(unsuggested))
                .as("nothing that fires decides it")
                .isEqualTo(walk.last());
    }

    private static Vignette vignette(String id) {
        return ShippedRules.VIGNETTES.stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
