package painpathway.handover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.advice.Reason;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.questionnaire.Truth;
import painpathway.web.form.AdvisedAnswers;

/** An answer behind the advice, in one line. */
record DecisiveAnswer(String question, @Nullable String place, String answer) {

    /** The answers that the red flags and the interventions that can be considered depend on. */
    static List<DecisiveAnswer> all(AdvisedAnswers answers) {
        Behind behind = Behind.of(answers.advice(), answers.questionnaire());
        List<DecisiveAnswer> all = new ArrayList<>();
        for (Item item : answers.questionnaire().items(answers.assessment().places())) {
            Answer answer = answers.assessment().answer(item);
            if (answer != null && !(answer instanceof Answer.NotKnown) && behind.has(item)) {
                all.add(new DecisiveAnswer(
                        item.question().text(),
                        answers.places().of(item),
                        answers.words().answers().of(item.question(), answer)));
            }
        }
        return all;
    }

    /** The questions behind an advice: {@code anywhere} whatever the place, {@code atPlace} where the interventions at one place depend on them. */
    private record Behind(Questionnaire questionnaire, Set<Question> anywhere, Map<Integer, Set<Question>> atPlace) {

        static Behind of(Advice advice, Questionnaire questionnaire) {
            Behind behind = new Behind(
                    questionnaire,
                    new LinkedHashSet<>(questionnaire.sections().get(0).questions()),
                    new TreeMap<>());
            advice.redFlags().forEach(flag -> flag.reasons().forEach(r -> behind.add(r, behind.anywhere)));
            for (InterventionAdvice one : advice.interventions()) {
                if (one.verdict().considered()) {
                    Set<Question> questions = behind.atPlace.computeIfAbsent(one.pain(), p -> new LinkedHashSet<>());
                    one.reasons().stream().filter(r -> r.truth() == Truth.MET).forEach(r -> behind.add(r, questions));
                    one.conditions().forEach(c -> c.reasons().forEach(r -> behind.add(r, questions)));
                }
            }
            return behind;
        }

        boolean has(Item item) {
            return anywhere.contains(item.question())
                    || atPlace.entrySet().stream()
                            .anyMatch(e ->
                                    item.countsAt(e.getKey()) && e.getValue().contains(item.question()));
        }

        private void add(Reason reason, Set<Question> questions) {
            addLines(reason.because(), questions);
        }

        /** The questions whose answers these lines depend on, without those that only had to be ruled out. */
        private void addLines(List<Reason.Line> lines, Set<Question> questions) {
            for (Reason.Line line : lines) {
                if (line.truth() == Truth.MET && !line.ruledOut()) {
                    if (line instanceof Reason.OfAnswer answer) {
                        Question question = answer.tested().question();
                        if (question.derived()) {
                            question.inputs().forEach(id -> addQuestion(id, questions));
                        } else if (!line.assumed()) {
                            addQuestion(question.id(), questions);
                        }
                    }
                    addLines(line.because(), questions);
                }
            }
        }

        /** A question and the questions that lead to it, because "since when" says little without "what". */
        private void addQuestion(String id, Set<Question> questions) {
            Question question = questionnaire.question(id);
            if (question != null && questions.add(question)) {
                question.askedWhen().forEach(c -> addQuestion(c.question(), questions));
            }
        }
    }
}
