package painpathway.web.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import painpathway.calculator.Calculator;
import painpathway.calculator.Calculators;
import painpathway.questionnaire.FollowUp;
import painpathway.questionnaire.FreeNote;
import painpathway.questionnaire.Item;
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
            // Of what was taken over, only what nobody has checked is worth a word later.
            if (known(field, book) && (!FollowUp.named(field) || waits(field, fields, book))) {
                beside.put(field, values);
            }
        });
        return new Beside(beside);
    }

    private static boolean waits(String field, Map<String, List<String>> fields, RuleBook book) {
        return FollowUp.answer(field)
                .flatMap(answer -> Item.parse(answer, book.questionnaire()))
                .filter(item -> FollowUp.mark(item, fields) == FollowUp.Mark.WAITING)
                .isPresent();
    }

    /** Whether a field is one that stands beside the answers of this questionnaire. */
    static boolean known(String field, RuleBook book) {
        return FollowUp.named(field)
                || FreeNote.parse(field, book.questionnaire()).isPresent()
                || book.calculators().of(field).isPresent();
    }

    /** What such a field is called, or null where it is no such field. */
    public static @Nullable String name(String field, Questionnaire questionnaire, Messages words) {
        Optional<Item> carried = FollowUp.answer(field).flatMap(answer -> Item.parse(answer, questionnaire));
        if (carried.isPresent()) {
            return words.say("carried.field", carried.get().question().text());
        }
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

    /** What was taken over and not checked, all notes that say something, in the order of the questionnaire, and how each sum came about. */
    public List<Written> written(RuleBook book, PlaceNames places, Messages words) {
        List<Written> written = new ArrayList<>();
        List<Item> unchecked = unchecked(book.questionnaire());
        if (!unchecked.isEmpty()) {
            String questions = unchecked.stream()
                    .map(item -> item.question().text())
                    .distinct()
                    .collect(Collectors.joining("\n"));
            written.add(new Written(words.say("carried.unchecked"), null, questions));
        }
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

    /** The answers taken over from an earlier record that nobody has checked since. */
    public List<Item> unchecked(Questionnaire questionnaire) {
        return fields.keySet().stream()
                .flatMap(field -> FollowUp.answer(field).stream())
                .flatMap(answer -> Item.parse(answer, questionnaire).stream())
                .toList();
    }
}
