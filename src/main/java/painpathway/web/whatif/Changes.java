package painpathway.web.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.Item;
import painpathway.rules.RuleBook;
import painpathway.web.form.BoundForm;
import painpathway.web.form.Form;

/** Answers changed one after the other, as an address carries them. */
record Changes(List<Change> all) {

    /** More of them would make an address that no browser sends. */
    private static final int MOST = 60;

    /** One changed answer: the field of a form with its values; none make it blank. */
    record Change(String field, List<String> values) {

        static Change of(Item item, Answer answer) {
            return new Change(item.field(), AnswerFormat.texts(item.question(), answer));
        }

        /** Reads {@code field:value,value}; empty if it is something else. */
        private static Optional<Change> read(String text) {
            int colon = text.indexOf(':');
            if (colon <= 0) {
                return Optional.empty();
            }
            String values = text.substring(colon + 1);
            return Optional.of(
                    new Change(text.substring(0, colon), values.isEmpty() ? List.of() : List.of(values.split(","))));
        }

        @Override
        public String toString() {
            return field + ":" + String.join(",", values);
        }
    }

    static Changes read(List<String> texts) {
        return new Changes(texts.stream()
                .limit(MOST)
                .map(Change::read)
                .flatMap(Optional::stream)
                .toList());
    }

    /** These and one more. */
    Changes and(Change change) {
        List<Change> more = new ArrayList<>(all);
        more.add(change);
        return new Changes(more);
    }

    /** Only the first ones. */
    Changes first(int count) {
        return new Changes(all.subList(0, count));
    }

    /** All but one. */
    Changes without(int index) {
        List<Change> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return new Changes(fewer);
    }

    /** As they are written in an address. */
    List<String> texts() {
        return all.stream().map(Change::toString).toList();
    }

    /** The address of a page about a patient changed like this. */
    String address(String page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(page);
        all.forEach(change -> address.queryParam("c", change.toString()));
        return address.build().encode().toUriString();
    }

    /** The patient with these answers; one that is refused counts as blank. */
    BoundForm applied(Assessment patient, RuleBook book) {
        Map<String, List<String>> fields = new LinkedHashMap<>(Form.fields(patient, book.questionnaire()));
        all.forEach(change -> fields.put(change.field, change.values));
        List<String> policy = fields.remove(Form.POLICY);
        String asked = policy == null || policy.isEmpty() ? patient.policy() : policy.get(0);
        return BoundForm.of(new Form(asked, patient.places(), fields), book);
    }
}
