package painpathway.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import painpathway.questionnaire.Assessment;
import painpathway.questionnaire.AssessmentReader;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/**
 * The form as it was sent: everything the page knows about a patient. {@code q.<id>} is an answer of the patient,
 * {@code p0.<id>} one about the first painful place; questions that are not due send theirs too, so nothing typed gets lost.
 *
 * @param at     the section in view, or null
 * @param policy the policy asked for, or null
 * @param places how many painful places there are
 * @param sent   field name to what was sent in it, without blanks
 */
record Form(String at, String policy, int places, Map<String, List<String>> sent) {

    private static final Pattern FIELD = Pattern.compile("(q|p[0-9])\\.(.+)");
    // No exponent, no comma: "1,000" must not become one, and "1e9" is not what anyone types.
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,6})?");
    private static final int LONGEST_TEXT = 80;

    /** Reads what was sent, and does what the buttons without JavaScript ask for: add or remove a place, take an answer back. */
    static Form of(MultiValueMap<String, String> parameters) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        int places = number(last(parameters, "places"), 1);
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            Matcher field = FIELD.matcher(parameter.getKey());
            List<String> values = parameter.getValue().stream().map(Form::clean).filter(v -> !v.isEmpty()).toList();
            if (field.matches() && !values.isEmpty()) {
                sent.put(parameter.getKey(), values);
                if (field.group(1).startsWith("p")) {
                    places = Math.max(places, field.group(1).charAt(1) - '0' + 1);
                }
            }
        }
        sent.remove(String.valueOf(last(parameters, "clear")));
        int remove = number(last(parameters, "remove"), -1);
        if (remove >= 0 && remove < places && places > 1) {
            sent = without(remove, sent);
            places--;
        }
        String policy = last(parameters, "policy");
        return new Form(last(parameters, "at"), policy == null || policy.isBlank() ? null : policy, Math.max(1, places), sent);
    }

    private static Map<String, List<String>> without(int place, Map<String, List<String>> sent) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        sent.forEach((field, values) -> {
            int of = field.startsWith("p") ? field.charAt(1) - '0' : -1;
            if (of != place) {
                kept.put(of > place ? "p" + (of - 1) + field.substring(2) : field, values);
            }
        });
        return kept;
    }

    /** The name of a question's field. {@code place} is null for a question about the patient. */
    static String field(Question question, Integer place) {
        return (place == null ? "q." : "p" + place + ".") + question.id();
    }

    /** A field name as an HTML id: without dots, which mean something to selectors. */
    static String id(String field) {
        return field.replace('.', '_');
    }

    /** As many places as are shown and advised on: a faulty request may have sent more. */
    int shownPlaces() {
        return Math.min(places, Assessment.MOST_PAINS);
    }

    /** The request as {@link AssessmentReader} takes it, unknown fields included, so that page and API refuse the same things. */
    Map<String, Object> request(Questionnaire questionnaire) {
        Map<String, Object> patient = new LinkedHashMap<>();
        List<Map<String, Object>> pains = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            pains.add(new LinkedHashMap<>());
        }
        sent.forEach((field, values) -> {
            String id = field.substring(field.indexOf('.') + 1);
            Question question = questionnaire.question(id);
            Object value = question == null ? values.get(0) : value(question, values);
            if (value != null) {
                (field.startsWith("p") ? pains.get(field.charAt(1) - '0') : patient).put(id, value);
            }
        });
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("policy", policy);
        request.put("answers", patient);
        request.put("pains", pains);
        return request;
    }

    /** What is ticked in a field after contradictions have been settled. */
    Set<String> ticked(Question question, Integer place) {
        Object value = value(question, sent.getOrDefault(field(question, place), List.of()));
        Set<String> ticked = new LinkedHashSet<>();
        if (value instanceof List<?> several) {
            several.forEach(v -> ticked.add(String.valueOf(v)));
        } else if (value != null) {
            ticked.add(String.valueOf(value));
        }
        return ticked;
    }

    /** The text of a number field as it was typed, right or wrong. */
    String typed(Question question, Integer place) {
        return sent.getOrDefault(field(question, place), List.of()).stream()
                .filter(v -> !v.equals(AssessmentReader.NOT_KNOWN)).findFirst().orElse("");
    }

    /**
     * One answer as a plain value, null where blank. Where a browser without JavaScript sends a contradiction, something
     * ticked or typed outweighs "not known", and "not known" outweighs "none": no symptom is lost, no absence made up.
     */
    private static Object value(Question question, List<String> sent) {
        Set<String> values = new LinkedHashSet<>(sent);
        boolean notKnown = values.remove(AssessmentReader.NOT_KNOWN);
        if (question.type() == Question.Type.CHOICES) {
            boolean none = values.remove(Question.NONE);
            if (!values.isEmpty()) {
                return List.copyOf(values);
            }
            return notKnown ? AssessmentReader.NOT_KNOWN : none ? List.of(Question.NONE) : null;
        }
        if (values.isEmpty()) {
            return notKnown ? AssessmentReader.NOT_KNOWN : null;
        }
        if (values.size() > 1) {
            return List.copyOf(values);
        }
        String only = values.iterator().next();
        return question.type().isNumber() && NUMBER.matcher(only).matches() ? new BigDecimal(only) : only;
    }

    private static String clean(String value) {
        String text = value.strip();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static String last(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.get(values.size() - 1);
    }

    private static int number(String text, int otherwise) {
        return text != null && text.matches("\\d") ? Integer.parseInt(text) : otherwise;
    }
}
