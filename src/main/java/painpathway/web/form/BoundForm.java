package painpathway.web.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import painpathway.advice.RequestReader;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.FieldName;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleBook;

/**
 * A form sorted into what can be used and what cannot. Nothing is dropped. A refused answer counts as blank, which the rules never
 * read as no, so a warning raised by other answers stays on the page while a typing error is corrected.
 *
 * @param assessment the answers that can be used
 * @param refused    what was entered where the answer is refused
 * @param strange    the contents of fields that no page has
 * @param surplus    the answers about each place beyond those that can be advised on
 * @param beside     notes and sums, which are no answers
 */
public record BoundForm(
        Assessment assessment,
        Map<Item, List<String>> refused,
        List<UnusableField> strange,
        List<List<UnusableField>> surplus,
        Beside beside) {

    /** A field that cannot be used; {@code question} is null if it names no question. */
    record UnusableField(String field, @Nullable Question question, List<String> values) {

        static UnusableField of(String field, List<String> values, Questionnaire questionnaire) {
            return new UnusableField(field, FieldName.question(field, questionnaire), values);
        }

        /** Its question, or else the name that somebody has given it. */
        String name() {
            return question != null
                    ? question.text()
                    : FieldName.of(field).map(FieldName::question).orElse(field);
        }
    }

    /** Answers of which nothing is refused. */
    public static BoundForm of(Assessment assessment) {
        return of(assessment, Beside.NOTHING);
    }

    /** Answers of which nothing is refused, with what was written beside them. */
    public static BoundForm of(Assessment assessment, Beside beside) {
        return new BoundForm(assessment, Map.of(), List.of(), List.of(), beside);
    }

    public static BoundForm of(Form form, RuleBook book) {
        Questionnaire questionnaire = book.questionnaire();
        Assessment assessment = new RequestReader(book).usable(form.request(questionnaire));
        Map<Item, List<String>> refused = new LinkedHashMap<>();
        for (Item item : questionnaire.items(form.shownPlaces())) {
            if (assessment.answer(item) == null && form.value(item) != null) {
                refused.put(item, form.sent(item));
            }
        }
        List<UnusableField> strange = new ArrayList<>();
        List<List<UnusableField>> surplus = new ArrayList<>();
        for (int place = form.shownPlaces(); place < form.places(); place++) {
            surplus.add(new ArrayList<>());
        }
        form.sent().forEach((field, values) -> {
            Integer place = FieldName.place(field);
            if (place != null && place >= form.shownPlaces() && place < form.places()) {
                surplus.get(place - form.shownPlaces()).add(UnusableField.of(field, values, questionnaire));
            } else if (place != null && place >= form.places()
                    || Item.parse(field, questionnaire).isEmpty() && !Beside.known(field, book)) {
                strange.add(UnusableField.of(field, values, questionnaire));
            }
        });
        String policy = form.policy();
        if (policy != null && !book.policies().contains(policy)) {
            strange.add(UnusableField.of(Form.POLICY, List.of(policy), questionnaire));
        }
        return new BoundForm(assessment, refused, strange, surplus, Beside.of(form.sent(), book));
    }

    /** Whether everything could be used. */
    public boolean whole() {
        return refused.isEmpty() && strange.isEmpty() && surplus.isEmpty();
    }
}
