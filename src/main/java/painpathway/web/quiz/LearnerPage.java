package painpathway.web.quiz;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import painpathway.web.Messages;
import painpathway.web.quiz.Standing.Phase;

/** What one learner sees of a class now. */
record LearnerPage(Classroom classroom, Learner learner, Messages words) {

    void fill(Map<String, Object> model) {
        Standing standing = classroom.standing();
        model.put("code", classroom.code());
        model.put("nickname", learner.nickname().text());
        model.put("standing", standing);
        model.put("count", classroom.cases().size());
        if (standing.hasCase()) {
            showCase(standing, model);
        } else if (standing.phase() == Phase.OVER) {
            model.put("results", results());
        }
    }

    private void showCase(Standing standing, Map<String, Object> model) {
        QuizCase now = classroom.cases().get(standing.at());
        Optional<Prediction> made = Optional.ofNullable(learner.at(standing.at()));
        model.put("at", standing.at());
        model.put("predicted", made.isPresent());
        model.put("told", classroom.quiz().told(now, words));
        QuizController.ask(now, made.map(Prediction::fields).orElse(Map.of()), model);
        if (standing.phase() == Phase.REVEALED) {
            model.put("reveal", classroom.quiz().reveal(now, new Predicted(made), words));
        }
    }

    private Results results() {
        List<Integer> made = IntStream.range(0, classroom.cases().size())
                .filter(i -> learner.at(i) != null)
                .boxed()
                .toList();
        return Results.of(
                classroom.quiz(),
                made.stream().map(classroom.cases()::get).toList(),
                made.stream()
                        .map(i -> new Predicted(Optional.ofNullable(learner.at(i))))
                        .toList(),
                i -> "",
                words);
    }
}
