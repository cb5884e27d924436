package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;

/** What is missing is told, also where a blank already counts as an answer. */
class OpenQuestionsTest {

    private static final List<Question> ASSUMABLE = ShippedRules.BOOK.questionnaire().asked().stream().filter(q -> q.unknownAs() != null).toList();

    @Test
    void aBlankThatCountsAsAnAnswerIsListedWhereTheRealOneCouldChangeTheAdvice() {
        List<String> missing = new ArrayList<>();
        int decisive = 0;
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            for (Question question : ASSUMABLE) {
                Assessment blank = with(vignette.assessment(), question, null);
                boolean assumed = Answers.of(ShippedRules.BOOK.questionnaire(), blank).stream().anyMatch(a -> a.assumed(question));
                if (!assumed) {
                    continue;
                }
                Advice advice = ShippedRules.PLAIN.advise(blank);
                boolean decides = values(question).anyMatch(answer -> !outcome(advice).equals(outcome(ShippedRules.PLAIN.advise(with(blank, question, answer)))));
                decisive += decides ? 1 : 0;
                if (decides && advice.questions().stream().noneMatch(q -> q.question() == question)) {
                    missing.add(question.id() + " of: " + vignette.name());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(decisive).isGreaterThan(100);
    }

    @Test
    void anAnswerThatIsGivenIsNeverAskedForAgain() {
        for (Vignette vignette : ShippedRules.VIGNETTES) {
            List<Answers> places = Answers.of(ShippedRules.BOOK.questionnaire(), vignette.assessment());
            assertThat(ShippedRules.PLAIN.advise(vignette.assessment()).questions()).as(vignette.name())
                    .allMatch(q -> places.get(q.pain() == null ? 0 : q.pain()).blank(q.question()));
        }
    }

    /** What an answer can change: how pressing it is, what is raised, and every verdict with its conditions. */
    private static Map<String, Object> outcome(Advice advice) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("urgency", advice.urgency());
        outcome.put("flags", advice.redFlags().stream().map(f -> f.flag().id() + f.urgency()).collect(Collectors.toSet()));
        for (Suggestion entry : advice.interventions()) {
            Set<String> checks = entry.conditions().stream().map(c -> c.check().id()).collect(Collectors.toSet());
            outcome.put(entry.intervention().id() + entry.pain(), List.of(entry.verdict(), entry.underlying(), checks));
        }
        return outcome;
    }

    private static Stream<Answer> values(Question question) {
        return question.type().isNumber() ? Stream.of(question.min(), question.max()).map(Answer.Amount::new)
                : question.optionIds().stream().map(Answer.Choice::new);
    }

    private static Assessment with(Assessment patient, Question question, Answer answer) {
        assertThat(question.perPain()).as("%s belongs to the patient", question.id()).isFalse();
        Map<String, Answer> answers = new LinkedHashMap<>(patient.patient());
        if (answer == null) {
            answers.remove(question.id());
        } else {
            answers.put(question.id(), answer);
        }
        return new Assessment(patient.policy(), answers, patient.pains());
    }
}
