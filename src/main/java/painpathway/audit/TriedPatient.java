package painpathway.audit;

import org.jspecify.annotations.Nullable;
import painpathway.advice.Advice;
import painpathway.advice.InterventionAdvice;
import painpathway.knowledge.Intervention;
import painpathway.knowledge.Obstacle;
import painpathway.knowledge.RedFlag;
import painpathway.knowledge.Urgency;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Answers;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.Conclusions;

/** Everything about a patient with one painful place that a law can speak of. */
record TriedPatient(Questionnaire questionnaire, Advice advice, Answers answers, Conclusions run) {

    /** Whether the flag is raised, at this urgency where one is given. */
    boolean raised(RedFlag flag, @Nullable Urgency at) {
        return advice.redFlags().stream().anyMatch(f -> f.flag() == flag && (at == null || f.urgency() == at));
    }

    boolean has(Obstacle obstacle) {
        return advice.obstacles().stream().anyMatch(o -> o.obstacle() == obstacle);
    }

    InterventionAdvice of(Intervention intervention) {
        return advice.interventions().get(intervention.index());
    }

    /** Whether a real answer was given, to each question that a derived number is made of; what a blank counts as is none. */
    boolean given(Question question) {
        return questionnaire.asksFor(question).stream()
                .map(answers::given)
                .noneMatch(a -> a == null || a instanceof Answer.NotKnown);
    }
}
