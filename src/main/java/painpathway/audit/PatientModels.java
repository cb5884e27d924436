package painpathway.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.logicng.datastructures.Assignment;
import org.logicng.formulas.Variable;
import painpathway.logic.PlacedQuestion;
import painpathway.logic.RuleBookEncoding;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;

/** The patients that models of an encoding describe. */
final class PatientModels {

    private PatientModels() {}

    /** The patient that a model describes. */
    static Assessment patient(RuleBookEncoding encoding, Assignment model) {
        Set<Question> elsewhere = encoding.seenElsewhere();
        Map<String, Answer> patient = new LinkedHashMap<>();
        List<Map<String, Answer>> pains = new ArrayList<>();
        pains.add(new LinkedHashMap<>());
        for (int place = 1; place <= RuleBookEncoding.OTHER_PLACES; place++) {
            if (model.evaluateLit(encoding.answers().exists(place))) {
                Map<String, Answer> pain = new LinkedHashMap<>();
                for (Question question : elsewhere) {
                    put(pain, question, encoding.answers().answer(question, place, model));
                }
                pains.add(pain);
            }
        }
        for (Question question : encoding.book().questionnaire().asked()) {
            put(
                    question.perPain() ? pains.get(0) : patient,
                    question,
                    encoding.answers().answer(question, 0, model));
        }
        return new Assessment(encoding.policy(), patient, pains);
    }

    private static void put(Map<String, Answer> answers, Question question, @Nullable Answer answer) {
        if (answer != null) {
            answers.put(question.id(), answer);
        }
    }

    /** The variables that make a patient larger: an answer, a tick in a list, a further place. */
    static List<Variable> size(RuleBookEncoding... encodings) {
        Set<Variable> size = new LinkedHashSet<>();
        for (RuleBookEncoding encoding : encodings) {
            for (PlacedQuestion asked : encoding.asked()) {
                size.add(encoding.answers().answered(asked.question(), asked.place()));
                if (asked.place() == 0) {
                    size.addAll(ticks(encoding, asked.question()));
                }
            }
        }
        for (int place = 1; place <= RuleBookEncoding.OTHER_PLACES; place++) {
            size.add(encodings[0].answers().exists(place));
        }
        return List.copyOf(size);
    }

    private static List<Variable> ticks(RuleBookEncoding encoding, Question question) {
        return question.type() == Question.Type.CHOICES
                ? question.optionIds().stream()
                        .map(o -> encoding.answers().option(question, 0, o))
                        .toList()
                : List.of();
    }
}
