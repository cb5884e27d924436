package painpathway.web.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import painpathway.questionnaire.BodyChart;
import painpathway.questionnaire.Item;
import painpathway.questionnaire.Question;
import painpathway.questionnaire.Questionnaire;

/** The button that answers the blank questions of one section about a painful place as they were answered about the first. */
record SameAsFirst(String section, int place) {

    private static final Pattern VALUE = Pattern.compile("([a-z-]{1,60})/([1-9])");

    /** What the button sends; empty for anything else. */
    static Optional<SameAsFirst> of(@Nullable String value) {
        Matcher matcher = VALUE.matcher(value == null ? "" : value);
        return matcher.matches()
                ? Optional.of(new SameAsFirst(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** The fields to fill in. Where a place is on the body is its own, and what is answered already stays. */
    Map<String, List<String>> copied(Map<String, List<String>> fields, Questionnaire questionnaire) {
        Map<String, List<String>> copied = new LinkedHashMap<>();
        BodyChart chart = questionnaire.chart();
        for (Question question : questionnaire.asked()) {
            boolean where = chart != null && (question == chart.question() || question == chart.side());
            if (question.perPain() && !where && question.section().equals(section)) {
                List<String> first = fields.get(new Item(question, 0).field());
                String field = new Item(question, place).field();
                if (first != null && !fields.containsKey(field)) {
                    copied.put(field, first);
                }
            }
        }
        return copied;
    }
}
