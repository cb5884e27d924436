package painpathway.questionnaire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import painpathway.folder.DidYouMean;

/**
 * Turns plain values (numbers, texts, lists, maps; from JSON, a form, a file) into an {@link Assessment}.
 * Every client goes through here, so the same faults are refused everywhere, and all of them at once.
 */
public final class AssessmentReader {

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

    private @Nullable Answer answer(Question question, @Nullable Integer pain, Object raw) {
        List<String> allowed = question.type().isNumber() ? List.of(question.rangeText()) : question.optionIds();
        return AnswerFormat.read(question, raw, new AnswerFormat.Refusals() {
            @Override
            public void refuse(@Nullable Object value, String problem) {
                fault(question.id(), pain, value, problem, allowed);
            }

            @Override
            public void unknownOption(String option) {
                refuse(option, "unknown option" + hint(option, question.optionIds()));
            }
        });
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
