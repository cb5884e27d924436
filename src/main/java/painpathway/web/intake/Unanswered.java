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

/**
 * The questions that are asked and have no answer: those that can still change the advice, and those only for the record; and those
 * whose answer was taken over from an earlier record and not checked.
 */
record Unanswered(List<Blank> forAdvice, List<Blank> forRecord, List<Blank> unchecked) {

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
        Set<Item> carried = Set.copyOf(answers.bound().beside().unchecked(answers.questionnaire()));
        Unanswered unanswered = new Unanswered(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Item item : answers.questionnaire().items(answers.assessment().places())) {
            if (answers.advised().answers(item.place()).due(item.question()) != Truth.MET) {
                continue;
            }
            if (answers.assessment().answer(item) == null) {
                (open.contains(item.field()) ? unanswered.forAdvice : unanswered.forRecord).add(blank(item, answers));
            } else if (carried.contains(item)) {
                unanswered.unchecked.add(blank(item, answers));
            }
        }
        return unanswered;
    }

    private static Blank blank(Item item, AdvisedAnswers answers) {
        return new Blank(
                item.question().text(),
                item.question().safety(),
                item.question().section(),
                Form.id(item.field()),
                answers.places().of(item));
    }

    private static String field(Advice.OpenQuestion open) {
        Integer pain = open.pain();
        return Item.at(open.question(), pain == null ? 0 : pain).field();
    }

    /** Whether every question that is asked has an answer, and none has to be checked. */
    public boolean none() {
        return forAdvice.isEmpty() && forRecord.isEmpty() && unchecked.isEmpty();
    }
}
