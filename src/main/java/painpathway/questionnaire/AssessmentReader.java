package painpathway.questionnaire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.folder.DidYouMean;

/**
 * Turns plain values (numbers, texts, lists, maps; from JSON, a form, a file) into an {@link Assessment}.
 * Every client goes through here, so the same faults are refused everywhere, and all of them at once.
 */
public final class AssessmentReader {

    /** What a client sends instead of an answer if the patient or nurse does not know. */
    public static final String NOT_KNOWN = "not-known";

    /** The most faults that are listed; any more are only counted, so that a small request cannot cause an endless reply. */
    public static final int MOST_FAULTS = 500;

    private static final int LONGEST_ECHO = 80;
    private static final Set<String> KEYS = Set.of("policy", "answers", "pains");

    private final Questionnaire questionnaire;
    private final Set<String> policies;
    private final String defaultPolicy;
    private final List<String> askedIds;
    private final List<AnswerFault> faults = new ArrayList<>();
    private int more;

    private AssessmentReader(Questionnaire questionnaire, Set<String> policies, String defaultPolicy) {
        this.questionnaire = questionnaire;
        this.policies = policies;
        this.defaultPolicy = defaultPolicy;
        this.askedIds = questionnaire.asked().stream().map(Question::id).toList();
    }

    /** Either an assessment or what is wrong with the answers. */
    public record Result(Assessment assessment, List<AnswerFault> faults) {}

    /**
     * Reads a request.
     *
     * @param request        {@code policy}, {@code answers} and {@code pains} as in the JSON contract
     * @param fewestPains    the fewest painful places allowed: 1 for advice, 0 for the next question
     */
    public static Result read(
            Map<String, ?> request,
            Questionnaire questionnaire,
            Set<String> policies,
            String defaultPolicy,
            int fewestPains) {
        return new AssessmentReader(questionnaire, policies, defaultPolicy).read(request, fewestPains);
    }

    /**
     * What of a request can be used, whatever else is in it: what is wrong counts as blank, and places beyond the most are left out.
     * At least one place is there.
     */
    public static Assessment usable(
            Map<String, ?> request, Questionnaire questionnaire, Set<String> policies, String defaultPolicy) {
        AssessmentReader reader = new AssessmentReader(questionnaire, policies, defaultPolicy);
        List<?> places = request.get("pains") instanceof List<?> list && !list.isEmpty() ? list : List.of(Map.of());
        return new Assessment(
                reader.policy(request.get("policy")),
                reader.answers(request.get("answers"), null, "answers"),
                reader.pains(places.subList(0, Math.min(places.size(), Assessment.MOST_PAINS)), 1));
    }

    private Result read(Map<String, ?> request, int fewestPains) {
        for (String key : request.keySet()) {
            if (!KEYS.contains(key)) {
                fault(key, null, null, "unknown key", List.of("policy", "answers", "pains"));
            }
        }
        String policy = policy(request.get("policy"));
        Map<String, Answer> patient = answers(request.get("answers"), null, "answers");
        List<Map<String, Answer>> pains = pains(request.get("pains"), fewestPains);
        if (more > 0) {
            faults.add(new AnswerFault(
                    null, null, null, "and " + more + (more == 1 ? " more fault" : " more faults"), List.of()));
        }
        return faults.isEmpty()
                ? new Result(new Assessment(policy, patient, pains), List.of())
                : new Result(null, List.copyOf(faults));
    }

    private String policy(Object value) {
        if (value == null) {
            return defaultPolicy;
        }
        if (!(value instanceof String text) || !policies.contains(text)) {
            fault(
                    "policy",
                    null,
                    value,
                    "unknown policy",
                    policies.stream().sorted().toList());
            return defaultPolicy;
        }
        return text;
    }

    private List<Map<String, Answer>> pains(Object value, int fewest) {
        List<Map<String, Answer>> pains = new ArrayList<>();
        if (value != null && !(value instanceof List)) {
            fault("pains", null, value, "wrong type", List.of("a list of painful places"));
            return pains;
        }
        List<?> places = value == null ? List.of() : (List<?>) value;
        if (places.size() < fewest) {
            fault(
                    "pains",
                    null,
                    null,
                    "no painful place",
                    List.of("1 to " + Assessment.MOST_PAINS + " painful places"));
        }
        if (places.size() > Assessment.MOST_PAINS) {
            fault(
                    "pains",
                    null,
                    places.size(),
                    "more than three painful places",
                    List.of("1 to " + Assessment.MOST_PAINS + " painful places"));
            return pains;
        }
        for (int i = 0; i < places.size(); i++) {
            pains.add(answers(places.get(i) == null ? "null" : places.get(i), i, "pains"));
        }
        return pains;
    }

    private Map<String, Answer> answers(Object value, Integer pain, String part) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        if (value == null) {
            return answers;
        }
        if (!(value instanceof Map<?, ?> given)) {
            fault(part, pain, value, "wrong type", List.of("an object of question ids and answers"));
            return answers;
        }
        given.forEach((key, raw) -> {
            String id = String.valueOf(key);
            Question question = questionnaire.question(id);
            if (question == null || question.derived()) {
                fault(id, pain, raw, "unknown question" + hint(id, askedIds), List.of());
            } else if (question.perPain() != (pain != null)) {
                fault(
                        id,
                        pain,
                        raw,
                        question.perPain()
                                ? "asked for each painful place: it belongs in pains"
                                : "asked once for the patient: it belongs in answers",
                        List.of());
            } else if (raw != null) {
                Answer answer = answer(question, pain, raw);
                if (answer != null) {
                    answers.put(id, answer);
                }
            }
        });
        return answers;
    }

    private Answer answer(Question question, Integer pain, Object raw) {
        if (NOT_KNOWN.equals(raw)) {
            return Answer.NOT_KNOWN;
        }
        return switch (question.type()) {
            case INTEGER, DECIMAL -> amount(question, pain, raw);
            case CHOICE -> {
                if (!(raw instanceof String option)) {
                    yield fault(question, pain, raw, "wrong type: one option is expected");
                }
                yield question.option(option) == null
                        ? unknownOption(question, pain, option)
                        : new Answer.Choice(option);
            }
            case CHOICES -> choices(question, pain, raw);
        };
    }

    private Answer amount(Question question, Integer pain, Object raw) {
        if (!(raw instanceof Number number)) {
            return fault(question, pain, raw, "wrong type: a number is expected");
        }
        double value = number instanceof BigDecimal big ? big.doubleValue() : number.doubleValue();
        if (!(value >= question.min() && value <= question.max())) {
            return fault(question, pain, raw, "out of range");
        }
        if (question.type() == Question.Type.INTEGER && value != Math.rint(value)) {
            return fault(question, pain, raw, "wrong type: a whole number is expected");
        }
        return new Answer.Amount(value == 0 ? 0.0 : value);
    }

    private Answer choices(Question question, Integer pain, Object raw) {
        if (!(raw instanceof Collection<?> list)) {
            return fault(question, pain, raw, "wrong type: a list of options is expected");
        }
        if (list.isEmpty()) {
            return fault(
                    question, pain, raw, "empty list: leave the question out, or answer \"none\" or \"not-known\"");
        }
        Set<String> options = new LinkedHashSet<>();
        boolean right = true;
        for (Object item : list) {
            if (!(item instanceof String option)) {
                fault(question, pain, item, "wrong type: a list of options is expected");
                right = false;
            } else if (question.option(option) == null) {
                unknownOption(question, pain, option);
                right = false;
            } else if (!options.add(option)) {
                fault(question, pain, option, "repeated option");
                right = false;
            }
        }
        if (options.contains(Question.NONE) && options.size() > 1) {
            fault(question, pain, raw, "\"none\" excludes every other option");
            right = false;
        }
        return right ? new Answer.Choices(options) : null;
    }

    private Answer unknownOption(Question question, Integer pain, String option) {
        return fault(question, pain, option, "unknown option" + hint(option, question.optionIds()));
    }

    private Answer fault(Question question, Integer pain, Object value, String problem) {
        List<String> allowed = question.type().isNumber()
                ? List.of(number(question.min()) + " to " + question.amount(question.max()))
                : question.optionIds();
        fault(question.id(), pain, value, problem, allowed);
        return null;
    }

    private void fault(String question, Integer pain, Object value, String problem, List<String> allowed) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new AnswerFault(shown(question), pain, shown(value), problem, allowed));
        } else {
            more++;
        }
    }

    private String hint(String id, Collection<String> known) {
        return faults.size() < MOST_FAULTS && id.length() <= LONGEST_ECHO ? DidYouMean.hint(id, known) : "";
    }

    /** A number as people write it: 12, not 12.0. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /** What a client sent, cut short, because a fault must not echo a megabyte. */
    private static String shown(Object value) {
        if (value == null) {
            return null;
        }
        String text = value instanceof Map
                ? "an object"
                : value instanceof Collection<?> c && c.size() > 20 ? "a long list" : String.valueOf(value);
        String cut = text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO - 3) + "..." : text;
        // Half a surrogate pair, sent so or cut so, could not be written as UTF-8.
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
