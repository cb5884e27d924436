package painpathway.web.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import painpathway.advice.RequestReader;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleBook;

/**
 * The result of reading a form; never nothing. A refused answer counts as blank, which the rules never read as no, so a warning
 * raised by other answers stays on the page while a typing error is corrected.
 *
 * @param assessment the answers that can be used
 * @param faulty     names of the fields whose answers are refused
 * @param strange    what is in fields that no page has
 * @param surplus    the answers about each place beyond those that can be advised on
 */
public record BoundForm(Assessment assessment, Set<String> faulty, List<Strange> strange, List<List<Strange>> surplus) {

    /** A field that cannot be used, and what stands in it; {@code question} is null where no question is called so. */
    record Strange(String field, Question question, List<String> values) {}

    /** Answers of which nothing is refused. */
    public static BoundForm of(Assessment assessment) {
        return new BoundForm(assessment, Set.of(), List.of(), List.of());
    }

    public static BoundForm of(Form form, RuleBook book) {
        Questionnaire questionnaire = book.questionnaire();
        Assessment assessment = new RequestReader(book).usable(form.request(questionnaire));
        Set<String> faulty = new LinkedHashSet<>();
        for (Question question : questionnaire.asked()) {
            for (int i = 0; i < (question.perPain() ? form.shownPlaces() : 1); i++) {
                Integer place = question.perPain() ? i : null;
                boolean used = (place == null
                                ? assessment.patient()
                                : assessment.pains().get(place))
                        .containsKey(question.id());
                if (!used && form.value(question, place) != null) {
                    faulty.add(Form.field(question, place));
                }
            }
        }
        List<Strange> strange = new ArrayList<>();
        List<List<Strange>> surplus = new ArrayList<>();
        for (int place = form.shownPlaces(); place < form.places(); place++) {
            surplus.add(new ArrayList<>());
        }
        form.sent().forEach((name, values) -> {
            FieldName field = FieldName.of(name);
            Question question = field == null ? null : questionnaire.question(field.question());
            boolean placed = field != null && field.place() != null;
            if (placed && field.place() >= form.shownPlaces() && field.place() < form.places()) {
                surplus.get(field.place() - form.shownPlaces()).add(new Strange(name, question, values));
            } else if (question == null
                    || question.derived()
                    || question.perPain() != placed
                    || placed && field.place() >= form.places()) {
                strange.add(new Strange(name, question, values));
            }
        });
        if (form.policy() != null && !book.policies().contains(form.policy())) {
            strange.add(new Strange(Form.POLICY, null, List.of(form.policy())));
        }
        return new BoundForm(assessment, faulty, strange, surplus);
    }

    /** Whether everything could be used. */
    public boolean whole() {
        return faulty.isEmpty() && strange.isEmpty() && surplus.isEmpty();
    }
}
