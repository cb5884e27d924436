package painpathway.questionnaire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote in their own words beside a question, or at the end of a section. It is kept, shown and printed; no rule
 * reads it, and it is no part of an {@link Assessment}.
 *
 * @param question null for the note of a section
 * @param place    the painful place that the question is about; 0 for the patient
 */
public record FreeNote(
        Questionnaire.Section section, @Nullable Question question, int place) {

    /** How much is kept of one, in characters. */
    public static final int LONGEST = 2000;

    private static final String MARK = "note.";

    /** Its name in forms and drafts: {@code q.note.<section>}, or {@code p0.note.<question>} about the first place. */
    public String field() {
        return question == null ? "q." + MARK + section.id() : beside(new Item(question, place));
    }

    /** The name of the note beside an answer. */
    public static String beside(Item item) {
        return (item.question().perPain() ? "p" + item.place() : "q") + "." + MARK
                + item.question().id();
    }

    /** Whether a field is called like a note, whatever the questions are. */
    public static boolean named(String field) {
        return FieldName.of(field).filter(n -> n.question().startsWith(MARK)).isPresent();
    }

    /** The note with this field name; empty where the questionnaire has none. */
    public static Optional<FreeNote> parse(String field, Questionnaire questionnaire) {
        return FieldName.of(field).filter(n -> n.question().startsWith(MARK)).flatMap(name -> {
            String about = name.question().substring(MARK.length());
            Question question = questionnaire.question(about);
            boolean fits = question == null
                    ? name.place() == null
                    : question.note() != null && question.perPain() == (name.place() != null);
            String section = question == null ? about : question.section();
            int place = name.place() == null ? 0 : name.place();
            return questionnaire.sections().stream()
                    .filter(s -> fits && s.id().equals(section))
                    .map(s -> new FreeNote(s, question, place))
                    .findFirst();
        });
    }

    /** Every note that a page with so many painful places has, section by section, the section's own one last. */
    public static List<FreeNote> all(Questionnaire questionnaire, int places) {
        List<FreeNote> notes = new ArrayList<>();
        for (Questionnaire.Section section : questionnaire.sections()) {
            for (Question question : section.questions()) {
                for (int place = 0; question.note() != null && place < (question.perPain() ? places : 1); place++) {
                    notes.add(new FreeNote(section, question, place));
                }
            }
            notes.add(new FreeNote(section, null, 0));
        }
        return notes;
    }

    /** What was typed, line by line: without control characters or half of a surrogate pair, and cut where it is too long. */
    public static List<String> lines(String typed) {
        String text = typed.replace("\r\n", "\n").strip();
        text = text.substring(0, Math.min(LONGEST, text.length()));
        text = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        List<String> lines = Arrays.stream(text.split("\\R", -1))
                .map(line -> line.replaceAll("\\p{Cc}", " ").stripTrailing())
                .toList();
        return lines.stream().allMatch(String::isBlank) ? List.of() : lines;
    }
}
