package painpathway.web.advice;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Advice.OpenQuestion;
import painpathway.knowledge.Intervention;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.web.form.Form;
import painpathway.web.form.PlaceNames;

/** An open question, the HTML id of its field, which place it is about, and the interventions that it can decide. */
public record OpenQuestionView(
        Question question, String id, @Nullable String place, String decides) {

    static OpenQuestionView of(OpenQuestion open, PlaceNames places) {
        Integer pain = open.pain();
        return new OpenQuestionView(
                open.question(),
                Form.id(Item.at(open.question(), pain == null ? 0 : pain).field()),
                places.at(pain),
                open.decides().stream().map(Intervention::name).collect(Collectors.joining(", ")));
    }
}
