package painpathway.web.form;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import painpathway.calculator.Calculators;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.AssessmentReader;
import painpathway.questionnaire.FieldName;
import painpathway.questionnaire.FollowUp;
import painpathway.questionnaire.FreeNote;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;
import painpathway.questionnaire.TypedNumber;
import painpathway.records.Draft;
import painpathway.records.Edit;

/**
 * The form as it was sent: everything the page knows about a patient. {@code q.<id>} is an answer of the patient,
 * {@code p0.<id>} one about the first painful place. Fields of questions that are not due are sent too, so nothing typed is lost.
 *
 * @param policy the policy asked for, or null
 * @param places how many painful places there are
 * @param sent   what was sent in each field, without blanks
 */
public record Form(@Nullable String policy, int places, Map<String, List<String>> sent) {

    /** How much is kept of anything typed. */
    public static final int LONGEST_TEXT = 80;
    /** How much is kept of what names an open page. */
    public static final int LONGEST_TAB = 40;
    /** How much is kept of a person's name or initials. */
    public static final int LONGEST_WHO = 60;

    private static final int MOST_VALUES = 100;
    /** The field for the criteria used. */
    public static final String POLICY = "policy";

    /** Sent by the last field of a page. If it is there, the form is complete, so a missing field was left blank and not cut off. */
    private static final String WHOLE = "whole";

    /** A draft as a form. */
    public static Form of(Draft draft) {
        Map<String, List<String>> sent = new LinkedHashMap<>(draft.fields());
        List<String> policy = sent.remove(POLICY);
        sent.remove(Draft.REFERENCE);
        return new Form(policy == null ? null : policy.get(0), draft.places(), sent);
    }

    /** The form as the fields of a draft, cleaned and without blanks. */
    public static Map<String, List<String>> fields(MultiValueMap<String, String> parameters) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        parameters.forEach((name, sent) -> {
            List<String> values = FreeNote.named(name)
                    ? FreeNote.lines(String.join("\n", sent))
                    : sent.stream()
                            .map(Form::clean)
                            .filter(v -> !v.isEmpty())
                            .limit(MOST_VALUES)
                            .toList();
            if (kept(name) && !values.isEmpty()) {
                fields.put(
                        name,
                        FieldName.of(name).isPresent() ? values : values.subList(values.size() - 1, values.size()));
            }
        });
        return fields;
    }

    /** Whether a page of ours can have this field. None has more places than an intake records. */
    private static boolean kept(String name) {
        Integer place = FieldName.place(name);
        return FieldName.of(name).isEmpty()
                ? name.equals(POLICY) || name.equals(Draft.REFERENCE)
                : place == null || place < Assessment.MOST_RECORDED;
    }

    private static boolean beside(String name) {
        return kept(name) && (FreeNote.named(name) || Calculators.named(name) || FollowUp.named(name));
    }

    /** How many painful places a form has: the number it gives, or more if it sends fields of more; never more than a page shows. */
    public static int places(MultiValueMap<String, String> parameters) {
        int places = number(last(parameters, "places"), 1);
        for (String name : parameters.keySet()) {
            Integer place = FieldName.place(name);
            if (place != null && kept(name)) {
                places = Math.max(places, place + 1);
            }
        }
        return Math.min(Math.max(1, places), Assessment.MOST_RECORDED);
    }

    /** What an open page wants to save, including its buttons without JavaScript: add or remove a place, clear an answer. */
    public static Edit edit(MultiValueMap<String, String> parameters, Questionnaire questionnaire) {
        Map<String, List<String>> fields = fields(parameters);
        int places = places(parameters);
        Set<String> touched = new LinkedHashSet<>(parameters.getOrDefault("touched", List.of()));
        touched.removeIf(name -> !kept(name));
        String clear = last(parameters, "clear");
        // Strange answers can be taken back too, under whatever name they got into the draft. Only the names of what is
        // not an answer have no dot.
        if (clear != null && (kept(clear) || clear.indexOf('.') > 0)) {
            fields.remove(clear);
            touched.add(clear);
        }
        SameAsFirst.of(last(parameters, "same"))
                .filter(same -> same.place() < places)
                .map(same -> same.copied(fields, questionnaire))
                .ifPresent(copied -> {
                    fields.putAll(copied);
                    touched.addAll(copied.keySet());
                });
        Set<String> held = new LinkedHashSet<>(fields.keySet());
        // A text field is sent even where it is empty, so what is sent without a value was made blank.
        parameters.keySet().stream().filter(Form::beside).forEach(held::add);
        held.addAll(touched);
        if (parameters.containsKey(WHOLE)) {
            held.addAll(held(questionnaire, places));
        }
        if (parameters.containsKey(Draft.REFERENCE)) {
            held.add(Draft.REFERENCE);
        }
        int remove = number(last(parameters, "remove"), -1);
        return new Edit(
                count(last(parameters, "revision")),
                fields,
                held,
                touched,
                places,
                remove < 0 ? OptionalInt.empty() : OptionalInt.of(remove),
                new Edit.OpenPage(
                        clean(last(parameters, "tab"), LONGEST_TAB),
                        clean(last(parameters, "who"), LONGEST_WHO),
                        count(last(parameters, "turn"))));
    }

    /** Which fields of a draft are about a place that was meant before. */
    public static Function<Draft, Set<String>> outdated(Questionnaire questionnaire) {
        return draft ->
                draft.follows() == null ? Set.of() : FollowUp.outdated(draft.fields(), draft.places(), questionnaire);
    }

    /** All fields of a page, because a box that nobody ticked sends nothing although it is on the page. */
    private static Set<String> held(Questionnaire questionnaire, int places) {
        Set<String> held = new LinkedHashSet<>();
        questionnaire.items(places).forEach(item -> held.add(item.field()));
        return held;
    }

    /** The answers of a vignette or of a closed record as the fields of a draft. */
    public static Map<String, List<String>> fields(Assessment assessment, Questionnaire questionnaire) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put(POLICY, List.of(assessment.policy()));
        for (Item item : questionnaire.items(assessment.places())) {
            Answer answer = assessment.answer(item);
            if (answer != null) {
                fields.put(item.field(), AnswerFormat.texts(item.question(), answer));
            }
        }
        return fields;
    }

    /** A field name as an HTML id, without dots, which have a meaning in selectors. */
    public static String id(String field) {
        return field.replace('.', '_');
    }

    /** How many places are shown; if several people added one at the same time, there are more. */
    int shownPlaces() {
        return Math.min(places, Assessment.MOST_RECORDED);
    }

    /** What was sent for an item; nothing where it is blank. */
    List<String> sent(Item item) {
        return sent.getOrDefault(item.field(), List.of());
    }

    /** The same as a plain value; null where it is blank. */
    @Nullable
    Object value(Item item) {
        return value(item.question(), sent(item));
    }

    /** The request as {@link AssessmentReader} takes it, with the answers to all questions that are asked. */
    Map<String, Object> request(Questionnaire questionnaire) {
        Map<String, Object> patient = new LinkedHashMap<>();
        List<Map<String, Object>> pains = new ArrayList<>();
        for (int i = 0; i < shownPlaces(); i++) {
            pains.add(new LinkedHashMap<>());
        }
        for (Item item : questionnaire.items(pains.size())) {
            Object value = value(item);
            if (value != null) {
                (item.question().perPain() ? pains.get(item.place()) : patient)
                        .put(item.question().id(), value);
            }
        }
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("policy", policy);
        request.put("answers", patient);
        request.put("pains", pains);
        return request;
    }

    /** What is ticked in a field after contradictions have been settled. */
    Set<String> ticked(Item item) {
        Object value = value(item);
        Set<String> ticked = new LinkedHashSet<>();
        if (value instanceof List<?> several) {
            several.forEach(v -> ticked.add(String.valueOf(v)));
        } else if (value != null) {
            ticked.add(String.valueOf(value));
        }
        return ticked;
    }

    /** What was typed into a number field, right or wrong. */
    String typed(Item item) {
        return sent(item).stream()
                .filter(v -> !v.equals(AnswerFormat.NOT_KNOWN))
                .findFirst()
                .orElse("");
    }

    /**
     * One answer as a plain value, null if blank. If a browser without JavaScript sends a contradiction, something
     * ticked or typed outweighs "not known", and "not known" outweighs "none", so that no symptom is lost and no absence invented.
     */
    private static @Nullable Object value(Question question, List<String> sent) {
        Set<String> values = new LinkedHashSet<>(sent);
        boolean notKnown = values.remove(AnswerFormat.NOT_KNOWN);
        if (question.type() == Question.Type.CHOICES) {
            boolean none = values.remove(Question.NONE);
            if (!values.isEmpty()) {
                return List.copyOf(values);
            }
            return notKnown ? AnswerFormat.NOT_KNOWN : none ? List.of(Question.NONE) : null;
        }
        if (values.isEmpty()) {
            return notKnown ? AnswerFormat.NOT_KNOWN : null;
        }
        if (values.size() > 1) {
            return List.copyOf(values);
        }
        String only = values.iterator().next();
        BigDecimal number =
                question.type().isNumber() ? TypedNumber.read(question, only).number() : null;
        return number == null ? only : number;
    }

    private static String clean(String value) {
        return clean(value, LONGEST_TEXT);
    }

    /** Nobody types control characters or half of a surrogate pair, and neither should be stored. */
    public static String clean(@Nullable String value, int longest) {
        String text = value == null ? "" : value.length() > longest * 4 ? value.substring(0, longest * 4) : value;
        text = text.replaceAll("\\p{Cntrl}", " ").strip();
        text = text.length() > longest ? text.substring(0, longest) : text;
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** What was sent last under a name; null if nothing was. */
    public static @Nullable String last(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.get(values.size() - 1);
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d") ? Integer.parseInt(text) : otherwise;
    }

    /** A number that counts something of the program's own; 0 for anything else. */
    public static long count(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }
}
