package painpathway.questionnaire;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address of one answer: a question, and the painful place it is asked about.
 *
 * @param place the painful place, from 0; always 0 for a question about the patient
 */
public record Item(Question question, int place) {

    public Item {
        if (place < 0 || place > 0 && !question.perPain()) {
            throw new IllegalArgumentException("no answer to " + question.id() + " at place " + place);
        }
    }

    /** Where a question about the patient is answered. */
    public static Item ofPatient(Question question) {
        return new Item(question, 0);
    }

    /** Where a question is answered when the rules look at this place: there, or with the patient's own answers. */
    public static Item at(Question question, int place) {
        return new Item(question, question.perPain() ? place : 0);
    }

    /** The item with this field name; empty where it names no question that is asked, or names a place for a question about the patient. */
    public static Optional<Item> parse(String field, Questionnaire questionnaire) {
        Question question = FieldName.question(field, questionnaire);
        Integer place = FieldName.place(field);
        if (question == null || question.derived() || question.perPain() != (place != null)) {
            return Optional.empty();
        }
        return Optional.of(new Item(question, place == null ? 0 : place));
    }

    /** The painful place as the JSON contract has it: null for a question about the patient. */
    public @Nullable Integer pain() {
        return question.perPain() ? place : null;
    }

    /** Whether the rules read this answer when they look at a place. */
    public boolean countsAt(int place) {
        return !question.perPain() || this.place == place;
    }

    /** Its name in forms and drafts: {@code q.<question>}, or {@code p0.<question>} about the first place. */
    public String field() {
        return (question.perPain() ? "p" + place : "q") + "." + question.id();
    }
}
