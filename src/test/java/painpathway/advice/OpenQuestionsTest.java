package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.rules.Verb;
import painpathway.vignette.Vignette;

/** What is missing is told, also where a blank already counts as an answer. */
class OpenQuestionsTest {

    private static final List<Question> ASSUMABLE = ShippedRules.BOOK.questionnaire().asked().stream()
            .filter(q -> q.unknownAs() != null)
            .toList();

    @Test
    void aBlankThatCountsAsAnAnswerIsListedWhereTheRealOneCouldChangeTheAdvice() {
        List<String> missing = new ArrayList<>();
        int decisive = 0;
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            for (Question question : ASSUMABLE) {
                Assessment blank = with(vignette.assessment(), question, null);
                boolean assumed = Answers.of(ShippedRules.BOOK.questionnaire(), blank).stream()
                        .anyMatch(a -> a.assumed(question));
                if (!assumed) {
                    continue;
                }
                Advice advice = ShippedRules.PLAIN.advise(blank);
                boolean decides = values(question)
                        .anyMatch(answer -> !outcome(advice)
                                .equals(outcome(ShippedRules.PLAIN.advise(with(blank, question, answer)))));
                decisive += decides ? 1 : 0;
                if (decides && advice.questions().stream().noneMatch(q -> q.question() == question)) {
                    missing.add(question.id() + " of: " + vignette.name());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(decisive).isGreaterThan(100);
    }

    /** "Does the cancer team know?" alone decides whether the flag lets a pump or cement through: nothing open is asked before it. */
    @Test
    void whatWouldLetAWithheldEntryThroughComesFirst() {
        Question team = ShippedRules.BOOK.questionnaire().question("safety.cancer-team-aware");
        Set<String> letThrough = ShippedRules.BOOK.naming(Verb.ALLOW, "spinal-cancer").stream()
                .filter(r -> ShippedRules.BOOK.questionsBehind(r).equals(Set.of(team)))
                .flatMap(r -> r.targets().stream())
                .collect(Collectors.toSet());
        assertThat(letThrough).contains("intrathecal-drug-delivery", "kyphoplasty", "vertebroplasty");
        int withheld = 0;
        int notFirstBySafety = 0;
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            Assessment blank = with(vignette.assessment(), team, null);
            Advice advice = ShippedRules.PLAIN.advise(blank);
            // A tumour on the scan of someone who never had cancer raises the flag as well, but there is no cancer team
            // to ask about.
            boolean asked =
                    Answers.of(ShippedRules.BOOK.questionnaire(), blank).get(0).assumed(team);
            boolean waits = asked
                    && advice.interventions().stream()
                            .anyMatch(s -> letThrough.contains(s.intervention().id())
                                    && s.withheldBy().contains("spinal-cancer"));
            if (waits) {
                assertThat(advice.questions().get(0).question())
                        .as(vignette.name())
                        .isEqualTo(team);
                withheld++;
                notFirstBySafety +=
                        advice.questions().stream().anyMatch(q -> q.question().safety()) ? 1 : 0;
            }
        }
        assertThat(withheld).isGreaterThan(20);
        assertThat(notFirstBySafety)
                .as("vignettes with an open safety question beside it")
                .isPositive();
    }

    @Test
    void anExceptionThatAnEmergencyClosesIsAskedForInItsTurn() {
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            Advice advice = ShippedRules.PLAIN.advise(vignette.assessment());
            Set<String> urgent = advice.redFlags().stream()
                    .filter(f -> f.urgency() != Urgency.EMERGENCY)
                    .map(f -> f.flag().id())
                    .collect(Collectors.toSet());
            boolean exceptions = advice.interventions().stream()
                    .anyMatch(s -> s.withheldBy().stream()
                            .filter(urgent::contains)
                            .flatMap(flag -> ShippedRules.BOOK.naming(Verb.ALLOW, flag).stream())
                            .anyMatch(r -> r.targets().contains(s.intervention().id())));
            List<Boolean> safety =
                    advice.questions().stream().map(q -> q.question().safety()).toList();
            if (!exceptions) {
                assertThat(safety).as(vignette.name()).isSortedAccordingTo(Comparator.reverseOrder());
            }
        }
    }

    @Test
    void anAnswerThatIsGivenIsNeverAskedForAgain() {
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            List<Answers> places = Answers.of(ShippedRules.BOOK.questionnaire(), vignette.assessment());
            assertThat(ShippedRules.PLAIN.advise(vignette.assessment()).questions())
                    .as(vignette.name())
                    .allMatch(q -> places.get(q.pain() == null ? 0 : q.pain()).blank(q.question()));
        }
    }

    /** What an answer can change: how pressing it is, what is raised, and every verdict with its conditions. */
    private static Map<String, Object> outcome(Advice advice) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("urgency", advice.urgency());
        outcome.put(
                "flags",
                advice.redFlags().stream().map(f -> f.flag().id() + f.urgency()).collect(Collectors.toSet()));
        for (InterventionAdvice entry : advice.interventions()) {
            Set<String> checks =
                    entry.conditions().stream().map(c -> c.check().id()).collect(Collectors.toSet());
            outcome.put(entry.intervention().id() + entry.pain(), List.of(entry.verdict(), entry.underlying(), checks));
        }
        return outcome;
    }

    private static Stream<Answer> values(Question question) {
        return question.type().isNumber()
                ? Stream.of(question.min(), question.max()).map(Answer.Amount::new)
                : question.optionIds().stream().map(Answer.Choice::new);
    }

    private static Assessment with(Assessment patient, Question question, Answer answer) {
        assertThat(question.perPain())
                .as("%s belongs to the patient", question.id())
                .isFalse();
        Map<String, Answer> answers = new LinkedHashMap<>(patient.patient());
        if (answer == null) {
            answers.remove(question.id());
        } else {
            answers.put(question.id(), answer);
        }
        return new Assessment(patient.policy(), answers, patient.pains());
    }
}
