package painpathway.web.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import painpathway.ShippedRules;
import painpathway.advice.Advice;
import painpathway.advice.Advised;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Verdict;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Truth;
import painpathway.rules.Conclusions;
import painpathway.rules.Finding;
import painpathway.vignette.Reach;
import painpathway.vignette.Vignette;

/** Which cases a quiz has, and that their answers are those of the engine. */
class QuizMakerTest {

    private static final Reach REACH = Reach.of(ShippedRules.BOOK, ShippedRules.VIGNETTES);
    private static final QuizMaker MAKER = new QuizMaker(ShippedRules.VIGNETTES, REACH, ShippedRules.PLAIN);
    private static final int GENERATED = 1_000;

    /** Found with the plain evaluator; compared with the verdicts of Drools. */
    @Test
    void aThousandGeneratedCasesHaveTheAnswersOfTheEngine() {
        NearMisses nearMisses = new NearMisses(ShippedRules.PLAIN, new CaseMaker(ShippedRules.BOOK, REACH));
        Random random = new Random(11);
        Set<String> keys = new HashSet<>();
        for (int round = 0; keys.size() < GENERATED; round++) {
            assertThat(round).as("rounds for %d cases", keys.size()).isLessThan(20);
            for (Vignette vignette : onePlace()) {
                if (keys.size() < GENERATED) {
                    nearMisses
                            .of(vignette, Level.ANY, random)
                            .filter(made -> keys.add(made.patient().key()))
                            .ifPresent(QuizMakerTest::answeredByTheEngine);
                }
            }
        }
    }

    private static void answeredByTheEngine(QuizCase made) {
        Advice advice = ShippedRules.ADVISOR.advise(made.patient().assessment());
        assertThat(made.urgency()).as(made.patient().key()).isEqualTo(advice.urgency());
        made.asked()
                .forEach(
                        asked -> assertThat(verdict(advice, asked.intervention().id()))
                                .as(made.patient().key())
                                .isEqualTo(asked.verdict()));
    }

    @Test
    void aNearMissDiffersInOneAnswerAndThatTurnsAVerdict() {
        NearMisses nearMisses = new NearMisses(ShippedRules.PLAIN, new CaseMaker(ShippedRules.BOOK, REACH));
        Random random = new Random(12);
        int made = 0;
        for (Vignette vignette : onePlace().subList(0, 60)) {
            QuizCase nearMiss = nearMisses.of(vignette, Level.ANY, random).orElse(null);
            if (nearMiss != null) {
                made++;
                Assessment after = nearMiss.patient().assessment();
                assertThat(ShippedRules.BOOK.questionnaire().items(1))
                        .filteredOn((Item item) -> !Objects.equals(
                                after.answer(item), vignette.assessment().answer(item)))
                        .hasSize(1);
                String about = nearMiss.finding().about().id();
                assertThat(verdict(ShippedRules.PLAIN.advise(after), about))
                        .isNotEqualTo(verdict(ShippedRules.PLAIN.advise(vignette.assessment()), about));
            }
        }
        assertThat(made).isGreaterThan(30);
    }

    @ParameterizedTest
    @EnumSource
    void noTwoCasesInARowHaveTheSameAnswersAndAllAreOfTheLevel(Level level) {
        int cases = 0;
        for (String topic : List.of("", "facet", "blood-thinners", "arthritis")) {
            for (int seed = 0; seed < 2; seed++) {
                List<QuizCase> drawn = MAKER.cases(set(topic, level, 10, seed));
                for (int i = 0; i < drawn.size(); i++) {
                    QuizCase one = drawn.get(i);
                    cases++;
                    assertThat(level.fits(one.hard())).isTrue();
                    assertThat(one.patient().assessment().places()).isEqualTo(1);
                    assertThat(one.patient().vignette().file()).contains(topic);
                    assertThat(one.asked()).hasSizeBetween(2, 3);
                    if (i > 0) {
                        assertThat(one.pattern()).isNotEqualTo(drawn.get(i - 1).pattern());
                    }
                }
                assertThat(drawn).extracting(c -> c.patient().vignette().id()).doesNotHaveDuplicates();
            }
        }
        assertThat(cases).isGreaterThan(30);
    }

    @Test
    void anAddressMeansTheSameCasesToAnotherServer() {
        QuizMaker other = new QuizMaker(ShippedRules.VIGNETTES, REACH, ShippedRules.PLAIN);
        QuizSet set = set("", Level.ANY, 8, 4711);
        assertThat(other.cases(set)).isEqualTo(MAKER.cases(set));
        assertThat(MAKER.cases(set("", Level.ANY, 8, 4712))).isNotEqualTo(MAKER.cases(set));
    }

    /** By the truths of the run alone: what is offered beside it is absent, or as it should be, or known. */
    @Test
    void onlyOneOfTheFindingsDecides() {
        for (int seed = 0; seed < 4; seed++) {
            for (QuizCase one : MAKER.cases(set("", Level.ANY, 20, seed))) {
                Advised advised = ShippedRules.PLAIN.advised(one.patient().assessment());
                Conclusions run = advised.runs().get(0);
                InterventionAdvice entry =
                        CaseMaker.entry(advised, one.finding().about());
                List<Finding> wrong = new ArrayList<>(one.finding().options());
                Finding right = wrong.remove(one.finding().right());
                switch (entry.verdict()) {
                    case CANDIDATE, CONTRAINDICATED, WITHHELD, CONDITIONAL ->
                        assertThat(wrong).allMatch(f -> run.findings().truth(f.index()) == Truth.NOT_MET);
                    case NEEDS_INFORMATION, PROVISIONAL -> {
                        assertThat(run.findings().truth(right.index())).isEqualTo(Truth.UNKNOWN);
                        assertThat(wrong).noneMatch(f -> run.findings().truth(f.index()) == Truth.UNKNOWN);
                    }
                    case NOT_INDICATED ->
                        assertThat(entry.reasons().get(0).because())
                                .extracting(line -> line.finding())
                                .contains(right)
                                .doesNotContainAnyElementsOf(wrong);
                }
            }
        }
    }

    @Test
    void predictionsAreTheSameAfterAnAddress() {
        List<QuizCase> cases = MAKER.cases(set("facet", Level.ANY, 3, 1));
        List<Prediction> made = cases.stream()
                .map(c -> new Prediction(
                        c.urgency(),
                        c.asked().stream().map(QuizCase.Asked::verdict).toList(),
                        c.finding().right()))
                .toList();
        Predictions predictions = new Predictions(made);
        assertThat(Predictions.parse(predictions.codes(), cases)).contains(predictions);
        assertThat(made.get(0).right(cases.get(0))).containsOnly(true);
        assertThat(Prediction.read(made.get(0).fields(), cases.get(0))).contains(made.get(0));
        for (String broken : List.of("x", "99999", "0", predictions.codes() + "-00000", "-", "00000-", "0000000000")) {
            assertThat(Predictions.parse(broken, cases)).as(broken).isEmpty();
        }
    }

    private static QuizSet set(String topic, Level level, int count, int seed) {
        QuizSet set = QuizSet.of(MAKER, topic, level.word(), count, seed);
        assertThat(set.topic()).isEqualTo(topic);
        return set;
    }

    private static List<Vignette> onePlace() {
        List<Vignette> all = new ArrayList<>(ShippedRules.VIGNETTES.stream()
                .filter(v -> v.assessment().places() == 1)
                .toList());
        Collections.shuffle(all, new Random(1));
        return all;
    }

    private static Verdict verdict(Advice advice, String intervention) {
        return advice.interventions().stream()
                .filter(e -> e.intervention().id().equals(intervention))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
