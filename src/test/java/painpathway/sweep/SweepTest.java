package painpathway.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import painpathway.ShippedRules;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.sweep.Sweep.Outcome;

/** A sweep is exact: every single value leads to what the value that covers it leads to. */
class SweepTest {

    private static final Sweep SWEEP = new Sweep(ShippedRules.BOOK);

    @ParameterizedTest
    @CsvSource({"facet-001, 400", "stimulation-001, 40", "red-flags-001, 40"})
    void everyValueOfEveryNumberAndChoiceLeadsToWhatTheSweepSays(String start, int most) {
        Assessment patient = patient(start);
        int swept = 0;
        for (Question question : ShippedRules.BOOK.questionnaire().asked()) {
            Item item = Item.at(question, 0);
            List<Outcome> outcomes = SWEEP.of(patient, item, 0);
            List<Answer> answers = everyAnswer(question, most);
            outcomes.stream()
                    .map(o -> o.value().span())
                    .filter(Objects::nonNull)
                    .forEach(span -> edges(span, question, answers));
            for (Answer answer : answers) {
                Outcome outcome = outcomes.stream()
                        .filter(o -> o.value().covers(answer))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(question.id() + " " + answer));
                Advice advice = ShippedRules.PLAIN.advise(patient.with(item, answer));
                assertThat(outcome.verdicts())
                        .as("%s %s", question.id(), answer)
                        .isEqualTo(advice.interventions().stream()
                                .map(InterventionAdvice::verdict)
                                .toList());
                assertThat(outcome.urgency()).isEqualTo(advice.urgency().word());
            }
            swept += question.type() == Question.Type.CHOICES ? 0 : 1;
        }
        assertThat(swept).as("questions").isGreaterThan(20);
    }

    /** Every option of a choice; every whole number, or numbers in even steps, but no more than a test has time for. */
    private static List<Answer> everyAnswer(Question question, int most) {
        List<Answer> answers = new ArrayList<>();
        switch (question.type()) {
            case CHOICE -> question.optionIds().forEach(o -> answers.add(new Answer.Choice(o)));
            case INTEGER, DECIMAL -> {
                double range = question.highest() - question.lowest();
                double step =
                        question.type() == Question.Type.INTEGER ? Math.max(1, Math.ceil(range / most)) : range / most;
                for (double n = question.lowest(); n <= question.highest(); n += step) {
                    answers.add(new Answer.Amount(n));
                }
            }
            case CHOICES -> {
                // A list is swept by one tick more or less, see below.
            }
        }
        return answers;
    }

    /** Where a threshold was mistaken by one, it shows at an edge. */
    private static void edges(Value.Span span, Question question, List<Answer> answers) {
        answers.add(new Answer.Amount(span.low()));
        answers.add(new Answer.Amount(question.type() == Question.Type.INTEGER ? span.high() : span.high() - 0.001));
    }

    @Test
    void aListIsTriedWithOneTickMoreOrLess() {
        Question question = ShippedRules.BOOK.questionnaire().known("safety.infection");
        Item item = Item.ofPatient(question);
        Set<String> ticked = new LinkedHashSet<>(question.optionIds().subList(0, 2));
        ticked.remove(Question.NONE);
        Assessment patient = patient("facet-001").with(item, new Answer.Choices(ticked));
        List<Value> values = SWEEP.values(patient, item);
        assertThat(values.get(1).covers(patient.answer(item)))
                .as("as it is ticked now")
                .isTrue();
        for (Value value : values.subList(2, values.size())) {
            Set<String> options = ((Answer.Choices) value.answer()).options();
            if (Question.NONE.equals(value.option())) {
                assertThat(options).containsExactly(Question.NONE);
            } else {
                assertThat(options.contains(value.option())).isNotEqualTo(ticked.contains(value.option()));
            }
        }
    }

    @Test
    void twoQuestionsGiveEveryPair() {
        Assessment patient = patient("facet-001");
        Item weeks = new Item(ShippedRules.BOOK.questionnaire().known("pain.weeks"), 0);
        Item average = new Item(ShippedRules.BOOK.questionnaire().known("pain.average"), 0);
        List<List<Outcome>> rows = SWEEP.of(patient, weeks, average, 0);
        List<Value> downs = SWEEP.values(patient, average);
        assertThat(rows).hasSameSizeAs(downs);
        for (int down = 0; down < downs.size(); down++) {
            Answer answer = downs.get(down).answer();
            Assessment changed = answer == null ? patient.without(average) : patient.with(average, answer);
            assertThat(rows.get(down)).isEqualTo(SWEEP.of(changed, weeks, 0));
        }
    }

    @Test
    void saysSpansAsOneWritesThem() {
        assertThat(new Value.Span(0, true, 11, true).text()).isEqualTo("0–11");
        assertThat(new Value.Span(7, true, 7, true).text()).isEqualTo("7");
        assertThat(new Value.Span(7.5, true, 8, false).text()).isEqualTo("≥ 7.5, < 8");
        assertThat(new Value.Span(7.5, false, 8, true).text()).isEqualTo("> 7.5, ≤ 8");
    }

    private static Assessment patient(String vignette) {
        return ShippedRules.VIGNETTES.stream()
                .filter(v -> v.id().equals(vignette))
                .findFirst()
                .orElseThrow()
                .assessment();
    }
}
