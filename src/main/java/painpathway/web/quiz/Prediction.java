package painpathway.web.quiz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import painpathway.advice.Verdict;
import painpathway.folder.EnumWords;
import painpathway.knowledge.Urgency;

/**
 * What somebody predicts about a case.
 *
 * @param verdicts of the interventions asked about, in their order
 * @param finding  the position of the finding that is said to decide
 */
record Prediction(Urgency urgency, List<Verdict> verdicts, int finding) {

    /** The names of the fields of a form. */
    static final String URGENCY = "urgency";

    static final String VERDICT = "verdict-";
    static final String FINDING = "finding";

    private static final int DIGITS = 10;

    /** What was sent about a case; empty where an answer is missing, or is none that can be chosen. */
    static Optional<Prediction> read(Map<String, String> sent, QuizCase about) {
        Urgency urgency = EnumWords.find(Urgency.class, sent.getOrDefault(URGENCY, ""));
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < about.asked().size(); i++) {
            Verdict verdict = EnumWords.find(Verdict.class, sent.getOrDefault(VERDICT + i, ""));
            if (verdict != null) {
                verdicts.add(verdict);
            }
        }
        String finding = sent.getOrDefault(FINDING, "");
        boolean whole = finding.matches("\\d")
                && Integer.parseInt(finding) < about.finding().options().size()
                && verdicts.size() == about.asked().size();
        return urgency == null || !whole
                ? Optional.empty()
                : Optional.of(new Prediction(urgency, List.copyOf(verdicts), Integer.parseInt(finding)));
    }

    /** The same as the fields of a form. */
    Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        fields.put(URGENCY, urgency.word());
        for (int i = 0; i < verdicts.size(); i++) {
            fields.put(VERDICT + i, verdicts.get(i).word());
        }
        fields.put(FINDING, String.valueOf(finding));
        return fields;
    }

    /** The same as digits, for an address. */
    String code() {
        StringBuilder code = new StringBuilder().append(urgency.ordinal());
        verdicts.forEach(verdict -> code.append(verdict.ordinal()));
        return code.append(finding).toString();
    }

    /** What these digits say about a case; empty where they say nothing. */
    static Optional<Prediction> parse(String code, QuizCase about) {
        int length = about.asked().size() + 2;
        if (!code.matches("[0-9]{" + length + "}")) {
            return Optional.empty();
        }
        int[] digits = code.chars().map(c -> Character.digit(c, DIGITS)).toArray();
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 1; i + 1 < length; i++) {
            if (digits[i] < Verdict.values().length) {
                verdicts.add(Verdict.values()[digits[i]]);
            }
        }
        boolean known = digits[0] < Urgency.values().length
                && verdicts.size() == about.asked().size()
                && digits[length - 1] < about.finding().options().size();
        return known
                ? Optional.of(new Prediction(Urgency.values()[digits[0]], List.copyOf(verdicts), digits[length - 1]))
                : Optional.empty();
    }

    /** Which of its parts are right: the urgency, each verdict, the finding. */
    List<Boolean> right(QuizCase about) {
        List<Boolean> right = new ArrayList<>(List.of(urgency == about.urgency()));
        for (int i = 0; i < verdicts.size(); i++) {
            right.add(verdicts.get(i) == about.asked().get(i).verdict());
        }
        right.add(finding == about.finding().right());
        return right;
    }
}
