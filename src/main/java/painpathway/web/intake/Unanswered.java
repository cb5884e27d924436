package painpathway.web.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import painpathway.advice.Advice;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Truth;
import painpathway.web.form.AdvisedAnswers;
import painpathway.web.form.Form;

/** The questions that are asked and have no answer: those that can still change the advice, and those only for the record. */
record Unanswered(List<Blank> forAdvice, List<Blank> forRecord) {

    /** A question without an answer, where its field is, and which place it is about. */
    record Blank(
            String question,
            boolean safety,
            String section,
            String id,
            @Nullable String place) {}

    static Unanswered of(AdvisedAnswers answers) {
        Set<String> open =
                answers.advice().questions().stream().map(Unanswered::field).collect(Collectors.toSet());
        Unanswered unanswered = new Unanswered(new ArrayList<>(), new ArrayList<>());
        for (Item item : answers.questionnaire().items(answers.assessment().places())) {
            if (answers.assessment().answer(item) == null
                    && answers.advised().answers(item.place()).due(item.question()) == Truth.MET) {
                (open.contains(item.field()) ? unanswered.forAdvice : unanswered.forRecord)
                        .add(new Blank(
                                item.question().text(),
                                item.question().safety(),
                                item.question().section(),
                                Form.id(item.field()),
                                answers.places().of(item)));
            }
        }
        return unanswered;
    }

    private static String field(Advice.OpenQuestion open) {
        Integer pain = open.pain();
        return Item.at(open.question(), pain == null ? 0 : pain).field();
    }

    /** Whether every question that is asked has an answer. */
    public boolean none() {
        return forAdvice.isEmpty() && forRecord.isEmpty();
    }
}
