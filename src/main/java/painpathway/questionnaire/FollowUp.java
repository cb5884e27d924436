package painpathway.questionnaire;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an intake that follows up a closed record takes over from it, and what it asks before anything else. In the fields of a
 * draft, {@code p0.carried.<question>} holds the answer as it was taken over, and {@code p0.checked.<question>} that somebody
 * found it still right.
 *
 * @param carried ids of the questions whose answers are taken over; no safety question is among them
 * @param first   ids of the questions asked first, in this order
 */
public record FollowUp(Set<String> carried, List<String> first) {

    /** Of a questionnaire that says nothing about it: nothing is taken over. */
    static final FollowUp NOTHING = new FollowUp(Set.of(), List.of());

    private static final String CARRIED = "carried.";
    private static final String CHECKED = "checked.";

    /** How far an answer is that was taken over and has not been changed since. */
    public enum Mark {
        /** Nobody has said yet that it still holds. */
        WAITING,
        CHECKED
    }

    /** The first fields of a follow-up, from those of the closed draft: what is taken over, its marks, and the notes beside it. */
    public Map<String, List<String>> begin(Map<String, List<String>> closed, Questionnaire questionnaire) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        closed.forEach((field, values) -> Item.parse(field, questionnaire)
                .filter(item -> carried.contains(item.question().id()))
                // What was there stays; what was not there, or not known, can have come since, so it is asked anew.
                .filter(item -> !AnswerFormat.DENIALS.containsAll(values) && !values.contains(AnswerFormat.NOT_KNOWN))
                .ifPresent(item -> {
                    fields.put(field, values);
                    fields.put(marked(item, CARRIED), values);
                    String note = FreeNote.beside(item);
                    if (closed.containsKey(note)) {
                        fields.put(note, closed.get(note));
                    }
                }));
        return fields;
    }

    /**
     * The fields of what was taken over about a place that is another one by now, or has another side, with their marks: it is about the
     * place that was meant then.
     */
    public static Set<String> outdated(Map<String, List<String>> fields, int places, Questionnaire questionnaire) {
        Set<String> outdated = new LinkedHashSet<>();
        for (int place = 0; place < places; place++) {
            List<Item> where = where(questionnaire, place);
            if (where.stream().noneMatch(item -> moved(item, fields))) {
                continue;
            }
            for (Item item : questionnaire.items(places)) {
                String carried = marked(item, CARRIED);
                if (item.place() == place && item.question().perPain() && fields.containsKey(carried)) {
                    outdated.addAll(List.of(carried, checked(item)));
                    if (mark(item, fields) != null && !where.contains(item)) {
                        outdated.add(item.field());
                    }
                }
            }
        }
        return outdated;
    }

    private static List<Item> where(Questionnaire questionnaire, int place) {
        BodyChart chart = questionnaire.chart();
        return chart == null
                ? List.of()
                : chart.where().stream()
                        .map(question -> new Item(question, place))
                        .toList();
    }

    private static boolean moved(Item item, Map<String, List<String>> fields) {
        return fields.containsKey(marked(item, CARRIED))
                && fields.containsKey(item.field())
                && mark(item, fields) == null;
    }

    /** How far the answer to a question is; null if it was not taken over, or is another one by now. */
    public static @Nullable Mark mark(Item item, Map<String, List<String>> fields) {
        List<String> values = fields.getOrDefault(item.field(), List.of());
        if (values.isEmpty()
                || !new HashSet<>(values)
                        .equals(new HashSet<>(fields.getOrDefault(marked(item, CARRIED), List.of())))) {
            return null;
        }
        return fields.containsKey(checked(item)) ? Mark.CHECKED : Mark.WAITING;
    }

    /** The field in which somebody says that an answer is still right. */
    public static String checked(Item item) {
        return marked(item, CHECKED);
    }

    /** Whether a field says something about an answer that was taken over, whatever the questions are. */
    public static boolean named(String field) {
        return answer(field).isPresent();
    }

    /** The field of the answer that such a field is about; empty where it is no such field. */
    public static Optional<String> answer(String field) {
        return FieldName.of(field)
                .filter(n -> n.question().startsWith(CARRIED) || n.question().startsWith(CHECKED))
                .map(n -> (n.place() == null ? "q." : "p" + n.place() + ".")
                        + n.question().substring(n.question().indexOf('.') + 1));
    }

    private static String marked(Item item, String mark) {
        return item.field().replaceFirst("\\.", "." + mark);
    }
}
