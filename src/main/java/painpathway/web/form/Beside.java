package painpathway.web.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import painpathway.calculator.Calculator;
import painpathway.calculator.Calculators;
import painpathway.questionnaire.FreeNote;
import painpathway.questionnaire.Questionnaire;
import painpathway.rules.RuleBook;
import painpathway.web.Messages;

/**
 * What a draft holds beside the answers: notes, and what was entered into calculators. No rule reads any of it.
 *
 * @param fields from field name to contents
 */
public record Beside(Map<String, List<String>> fields) {

    public static final Beside NOTHING = new Beside(Map.of());

    /** Something written, under what it is about; {@code place} is null where that is the patient, or there is only one. */
    public record Written(String about, @Nullable String place, String text) {}

    /** The part of the fields of a draft that stands beside the answers. */
    public static Beside of(Map<String, List<String>> fields, RuleBook book) {
        Map<String, List<String>> beside = new LinkedHashMap<>();
        fields.forEach((field, values) -> {
            if (known(field, book)) {
                beside.put(field, values);
            }
        });
        return new Beside(beside);
    }

    /** Whether a field is one that stands beside the answers of this questionnaire. */
    static boolean known(String field, RuleBook book) {
        return FreeNote.parse(field, book.questionnaire()).isPresent()
                || book.calculators().of(field).isPresent();
    }

    /** What such a field is called, or null where it is no such field. */
    public static @Nullable String name(String field, Questionnaire questionnaire, Messages words) {
        return FreeNote.parse(field, questionnaire)
                .map(note -> about(note, words))
                .orElse(Calculators.named(field) ? words.say("sum.field") : null);
    }

    private static String about(FreeNote note, Messages words) {
        return note.question() == null
                ? words.say("note.section", note.section().title())
                : String.valueOf(note.question().note());
    }

    /** What stands in a field of several lines. */
    public String text(String field) {
        return String.join("\n", fields.getOrDefault(field, List.of()));
    }

    /** All notes that say something, in the order of the questionnaire, then how each sum came about. */
    public List<Written> written(RuleBook book, PlaceNames places, Messages words) {
        List<Written> written = new ArrayList<>();
        for (FreeNote note : FreeNote.all(book.questionnaire(), places.all().size())) {
            String text = text(note.field());
            if (!text.isEmpty()) {
                boolean ofPlace = note.question() != null && note.question().perPain();
                written.add(new Written(about(note, words), ofPlace ? places.at(note.place()) : null, text));
            }
        }
        for (Calculator calculator : book.calculators().all()) {
            SumResult result = SumResult.of(calculator, Calculators.entered(calculator, fields), words);
            if (!result.lines().isEmpty()) {
                written.add(new Written(
                        calculator.beside().text(), null, String.join("\n", result.lines()) + result.ends(words)));
            }
        }
        return written;
    }
}
