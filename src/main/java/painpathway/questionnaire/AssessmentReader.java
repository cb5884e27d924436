package painpathway.questionnaire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    public record Result(@Nullable Assessment assessment, List<AnswerFault> faults) {

        /** The assessment; only where nothing is wrong. */
        public Assessment accepted() {
            return Objects.requireNonNull(assessment, "the answers are refused");
        }

        private static Result refused(List<AnswerFault> faults) {
            return new Result(null, List.copyOf(faults));
        }
    }

    /**
     * Reads a request.
     *
     * @param request        {@code policy}, {@code answers} and {@code pains} as in the JSON contract
     * @param pains          how many painful places are allowed
     */
    public static Result read(
            Map<String, ?> request,
            Questionnaire questionnaire,
            Set<String> policies,
            String defaultPolicy,
            Places pains) {
        return new AssessmentReader(questionnaire, policies, defaultPolicy).read(request, pains);
    }

    /** How many painful places a request needs and may have, and what is said of one that has more. */
    public record Places(int fewest, int most, String tooMany) {

        /** What an intake records. */
        public static final Places RECORDED = new Places(1, Assessment.MOST_RECORDED, "more than six painful places");

        /** What the JSON contract lets one request ask about, with no fewer than this. */
        public static Places advised(int fewest) {
            return new Places(fewest, Assessment.MOST_ADVISED, "more than three painful places");
        }
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
                reader.answers(request.get("answers"), Part.PATIENT),
                reader.pains(places.subList(0, Math.min(places.size(), Assessment.MOST_RECORDED)), Places.RECORDED));
    }

    private Result read(Map<String, ?> request, Places allowed) {
        for (String key : request.keySet()) {
            if (!KEYS.contains(key)) {
                missing(key, "unknown key", List.of("policy", "answers", "pains"));
            }
        }
        String policy = policy(request.get("policy"));
        Map<String, Answer> patient = answers(request.get("answers"), Part.PATIENT);
        List<Map<String, Answer>> pains = pains(request.get("pains"), allowed);
        if (more > 0) {
            faults.add(AnswerFault.more(more));
        }
        return faults.isEmpty()
                ? new Result(new Assessment(policy, patient, pains), List.of())
                : Result.refused(faults);
    }

    private String policy(@Nullable Object value) {
        if (value == null) {
            return defaultPolicy;
        }
        if (!(value instanceof String text) || !policies.contains(text)) {
            List<String> known = policies.stream().sorted().toList();
            wrong("policy", Part.PATIENT, value, "unknown policy", known);
            return defaultPolicy;
        }
        return text;
    }

    private List<Map<String, Answer>> pains(@Nullable Object value, Places number) {
        List<Map<String, Answer>> pains = new ArrayList<>();
        if (value != null && !(value instanceof List)) {
            wrong("pains", Part.PATIENT, value, "wrong type", List.of("a list of painful places"));
            return pains;
        }
        List<?> places = value == null ? List.of() : (List<?>) value;
        List<String> allowed = List.of("1 to " + number.most + " painful places");
        if (places.size() < number.fewest) {
            missing("pains", "no painful place", allowed);
        }
        if (places.size() > number.most) {
            wrong("pains", Part.PATIENT, places.size(), number.tooMany, allowed);
            return pains;
        }
        for (int i = 0; i < places.size(); i++) {
            pains.add(answers(places.get(i) == null ? "null" : places.get(i), Part.place(i)));
        }
        return pains;
    }

    /** The part of a request that holds some answers: the patient's own, or those about one painful place. */
    private record Part(String name, @Nullable Integer pain) {

        static final Part PATIENT = new Part("answers", null);

        static Part place(int place) {
            return new Part("pains", place);
        }
    }

    private Map<String, Answer> answers(@Nullable Object value, Part part) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        if (value == null) {
            return answers;
        }
        if (!(value instanceof Map<?, ?> given)) {
            wrong(part.name, part, value, "wrong type", List.of("an object of question ids and answers"));
            return answers;
        }
        given.forEach((key, raw) -> {
            String id = String.valueOf(key);
            Question question = questionnaire.question(id);
            if (question == null || question.derived()) {
                wrong(id, part, raw, "unknown question" + hint(id, askedIds), List.of());
            } else if (question.perPain() != (part.pain != null)) {
                String right = question.perPain()
                        ? "asked for each painful place: it belongs in pains"
                        : "asked once for the patient: it belongs in answers";
                wrong(id, part, raw, right, List.of());
            } else if (raw != null) {
                Answer answer = answer(question, part, raw);
                if (answer != null) {
                    answers.put(id, answer);
                }
            }
        });
        return answers;
    }

    private @Nullable Answer answer(Question question, Part part, Object raw) {
        List<String> allowed = question.type().isNumber() ? List.of(question.rangeText()) : question.optionIds();
        return AnswerFormat.read(question, raw, new AnswerFormat.Refusals() {
            @Override
            public void refuse(@Nullable Object value, String problem) {
                wrong(question.id(), part, value, problem, allowed);
            }

            @Override
            public void unknownOption(String option) {
                refuse(option, "unknown option" + hint(option, question.optionIds()));
            }
        });
    }

    private void missing(String what, String problem, List<String> allowed) {
        add(AnswerFault.missing(shown(what), problem, allowed));
    }

    private void wrong(String what, Part part, @Nullable Object value, String problem, List<String> allowed) {
        String given = value == null ? null : shown(value);
        add(new AnswerFault(shown(what), part.pain, given, problem, allowed));
    }

    private void add(AnswerFault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        } else {
            more++;
        }
    }

    private String hint(String id, Collection<String> known) {
        return faults.size() < MOST_FAULTS && id.length() <= LONGEST_ECHO ? DidYouMean.hint(id, known) : "";
    }

    /** What a client sent, cut short, because a fault must not echo a megabyte. */
    private static String shown(Object value) {
        String text = value instanceof Map
                ? "an object"
                : value instanceof Collection<?> c && c.size() > 20 ? "a long list" : String.valueOf(value);
        String cut = text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO - 3) + "..." : text;
        // Half a surrogate pair, sent so or cut so, could not be written as UTF-8.
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
