package painpathway.counterfactual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.logic.PlacedQuestion;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/** One patient as seen from one painful place: that place comes first, the others follow in their order. */
final class FocusedAssessment {

    private final Assessment assessment;
    private final List<Integer> places = new ArrayList<>();
    private final Answers answers;

    FocusedAssessment(Questionnaire questionnaire, Assessment assessment, int pain) {
        this.assessment = assessment;
        places.add(pain);
        for (int i = 0; i < assessment.pains().size(); i++) {
            if (i != pain) {
                places.add(i);
            }
        }
        this.answers = Answers.of(questionnaire, assessment).get(pain);
    }

    int pain() {
        return places.get(0);
    }

    Assessment assessment() {
        return assessment;
    }

    /** The answers for the place that comes first. */
    Answers answers() {
        return answers;
    }

    boolean exists(int place) {
        return place < places.size();
    }

    /** The painful place that a question is about; null for the patient. */
    @Nullable
    Integer pain(PlacedQuestion asked) {
        return asked.question().perPain() ? places.get(asked.place()) : null;
    }

    /** The answer given; null if there is none. */
    @Nullable
    Answer given(PlacedQuestion asked) {
        if (!exists(asked.place())) {
            return null;
        }
        Question question = asked.question();
        return (question.perPain() ? assessment.pains().get(places.get(asked.place())) : assessment.patient())
                .get(question.id());
    }

    boolean blank(PlacedQuestion asked) {
        Answer given = given(asked);
        return given == null || given instanceof Answer.NotKnown;
    }

    /** The options ticked in the answer to a list; none if it is blank. */
    static Set<String> ticked(@Nullable Answer answer) {
        return answer instanceof Answer.Choices choices ? choices.options() : Set.of();
    }

    /** The same patient with other answers. */
    Assessment with(List<AnswerChange> changes) {
        Map<String, Answer> patient = new HashMap<>(assessment.patient());
        List<Map<String, Answer>> pains = new ArrayList<>();
        assessment.pains().forEach(p -> pains.add(new HashMap<>(p)));
        for (AnswerChange change : changes) {
            (change.pain() == null ? patient : pains.get(change.pain()))
                    .put(change.question().id(), change.to());
        }
        return new Assessment(assessment.policy(), patient, pains);
    }
}
