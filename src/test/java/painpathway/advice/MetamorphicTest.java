package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import painpathway.Patients;
import painpathway.ShippedRules;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.AssessmentReader;
import painpathway.questionnaire.Question;
import painpathway.rules.RuleBook;
import painpathway.vignette.Vignette;

/** Changes to a patient's answers that must not change the advice. All through Drools. */
class MetamorphicTest {

    private static final int PATIENTS = 1_500;
    private static final long SEED = 7L;
    private static final List<Assessment> SAMPLE = sample();
    private static final List<Object> TOLD =
            SAMPLE.stream().map(p -> told(p, null)).toList();

    private final RuleBook book = ShippedRules.BOOK;

    @Test
    void leftAgainstRightChangesNothing() {
        each(patient -> {
            List<Map<String, Answer>> mirrored =
                    patient.pains().stream().map(MetamorphicTest::mirrored).toList();
            return told(new Assessment(patient.policy(), patient.patient(), mirrored), null);
        });
    }

    @Test
    void theOrderOfPlacesChangesNothingButTheOrderOfEntries() {
        each(patient -> {
            List<Map<String, Answer>> reversed = new ArrayList<>(patient.pains());
            Collections.reverse(reversed);
            List<Integer> back = IntStream.range(0, reversed.size())
                    .mapToObj(i -> reversed.size() - 1 - i)
                    .toList();
            return told(new Assessment(patient.policy(), patient.patient(), reversed), back);
        });
    }

    @Test
    void theOrderOfTickedOptionsAndOfKeysChangesNothing() {
        each(patient -> told(read(plain(patient, true)), null));
        each(patient -> told(read(plain(patient, false)), null));
    }

    @Test
    void aBlankAndNotKnownSayTheSameToTheRules() {
        each(patient -> {
            Map<String, Answer> answers = new LinkedHashMap<>(patient.patient());
            List<Map<String, Answer>> pains = new ArrayList<>();
            patient.pains().forEach(p -> pains.add(new LinkedHashMap<>(p)));
            for (Question question : book.questionnaire().asked()) {
                (question.perPain() ? pains : List.of(answers))
                        .forEach(part -> part.putIfAbsent(question.id(), Answer.NOT_KNOWN));
            }
            return told(new Assessment(patient.policy(), answers, pains), null);
        });
    }

    @Test
    void repeatedAndParallelRunsSayTheSame() {
        assertThat(SAMPLE.parallelStream().map(p -> told(p, null)).toList()).isEqualTo(TOLD);
    }

    /** What is told of each patient after a change is what was told before it. */
    private static void each(Function<Assessment, Object> changed) {
        for (int i = 0; i < SAMPLE.size(); i++) {
            assertThat(changed.apply(SAMPLE.get(i))).isEqualTo(TOLD.get(i));
        }
    }

    private static List<Assessment> sample() {
        Patients patients = new Patients(ShippedRules.BOOK, SEED);
        List<Vignette> vignettes = ShippedRules.VIGNETTES;
        return IntStream.range(0, PATIENTS)
                .mapToObj(
                        i -> i % 2 == 0 ? patients.any(0.8) : patients.like(vignettes.get(i % vignettes.size()), i % 6))
                .toList();
    }

    /** Everything that the advice says, by place; {@code back} turns the place numbers of a reordered patient round. */
    private static Object told(Assessment patient, List<Integer> back) {
        Advice advice = ShippedRules.ADVISOR.advise(patient);
        Map<String, Object> told = new TreeMap<>();
        told.put("urgency", advice.urgency());
        advice.redFlags().forEach(f -> told.put("flag " + f.flag().id(), f.urgency() + " " + rules(f.reasons())));
        advice.obstacles().forEach(o -> told.put("obstacle " + o.obstacle().id(), rules(o.reasons())));
        advice.ignored()
                .forEach(i -> told.put(
                        "ignored " + place(i.pain(), back) + " " + i.question().id(), true));
        advice.questions()
                .forEach(q -> told.put(
                        "question " + place(q.pain(), back) + " " + q.question().id(),
                        q.decides().stream().map(d -> d.id()).sorted().toList()));
        for (InterventionAdvice s : advice.interventions()) {
            told.put(
                    place(s.pain(), back) + " " + s.intervention().id(),
                    List.of(
                            s.verdict(),
                            s.underlying(),
                            Set.copyOf(s.withheldBy()),
                            rules(s.reasons()),
                            s.conditions().stream()
                                    .map(c -> c.check().id() + rules(c.reasons()))
                                    .toList(),
                            s.riskNotes().stream().map(n -> n.note().id()).toList(),
                            s.notes().stream().map(n -> n.note().id()).toList(),
                            s.stances().stream().map(t -> t.stance().id()).toList()));
        }
        return told;
    }

    private static List<String> rules(List<Reason> reasons) {
        return reasons.stream().map(r -> r.rule().id() + r.truth()).sorted().toList();
    }

    private static String place(Integer pain, List<Integer> back) {
        return pain == null ? "patient" : "place " + (back == null ? pain : back.get(pain));
    }

    private static Map<String, Answer> mirrored(Map<String, Answer> pain) {
        Map<String, Answer> mirrored = new LinkedHashMap<>(pain);
        mirrored.computeIfPresent(
                "pain.side",
                (q, side) -> side.equals(new Answer.Choice("left"))
                        ? new Answer.Choice("right")
                        : side.equals(new Answer.Choice("right")) ? new Answer.Choice("left") : side);
        return mirrored;
    }

    private Assessment read(Map<String, Object> request) {
        AssessmentReader.Result result = AssessmentReader.read(
                request, book.questionnaire(), Set.copyOf(book.policies()), "us", AssessmentReader.Places.advised(1));
        assertThat(result.faults()).isEmpty();
        return result.assessment();
    }

    private static Map<String, Object> plain(Assessment patient, boolean backwards) {
        return Map.of(
                "policy",
                patient.policy(),
                "answers",
                plain(patient.patient(), backwards),
                "pains",
                patient.pains().stream().map(p -> plain(p, backwards)).toList());
    }

    private static Map<String, Object> plain(Map<String, Answer> answers, boolean backwards) {
        List<String> keys = new ArrayList<>(answers.keySet());
        keys.sort(backwards ? Collections.reverseOrder() : null);
        Map<String, Object> plain = new LinkedHashMap<>();
        for (String key : keys) {
            Answer answer = answers.get(key);
            if (answer instanceof Answer.Amount amount) {
                plain.put(key, amount.value());
            } else if (answer instanceof Answer.Choice choice) {
                plain.put(key, choice.option());
            } else if (answer instanceof Answer.Choices choices) {
                List<String> options = new ArrayList<>(choices.options());
                options.sort(backwards ? Collections.reverseOrder() : null);
                plain.put(key, options);
            } else {
                plain.put(key, AnswerFormat.NOT_KNOWN);
            }
        }
        return plain;
    }
}
